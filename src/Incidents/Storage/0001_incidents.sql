create table incident (
    id uuid not null primary key,
    organisation uuid not null,
    number text not null,
    title text not null,
    kind text not null,
    place text not null,
    area text not null,
    state text not null,
    opened timestamptz not null,
    opened_by text not null,
    closed timestamptz,
    unique (organisation, number)
);
create index incident_open on incident (organisation, opened) where closed is null;

create table incident_number (
    organisation uuid not null,
    year bigint not null,
    last bigint not null,
    primary key (organisation, year)
);

create table log_entry (
    incident uuid not null references incident (id),
    number bigint not null,
    organisation uuid not null,
    kind text not null,
    text text not null,
    author text not null,
    account uuid not null,
    discipline text not null,
    happened timestamptz,
    observed timestamptz,
    received timestamptz not null,
    recorded timestamptz not null,
    reliability text not null,
    credibility bigint not null,
    target bigint,
    corrected_by bigint,
    primary key (incident, number)
);

-- What came in from outside and waits for a person: never acted upon by itself.
create table intake (
    id uuid not null primary key,
    organisation uuid not null,
    source text not null,
    identity text not null unique,
    received timestamptz not null,
    sent timestamptz,
    sender text not null,
    title text not null,
    body text not null,
    area text not null,
    severity text not null,
    expires timestamptz,
    trust text not null,
    trust_reason text not null,
    original bytea not null,
    state text not null,
    decided timestamptz,
    decided_by text not null,
    reason text not null,
    incident uuid references incident (id)
);
create index intake_waiting on intake (organisation, received) where state = 'Waiting';
