create table alert (
    id uuid not null primary key,
    organisation uuid not null,
    number text not null,
    incident uuid,
    opened timestamptz not null,
    unique (organisation, number)
);

create table alert_number (
    organisation uuid not null,
    year bigint not null,
    last bigint not null,
    primary key (organisation, year)
);

create table alert_version (
    id uuid not null primary key,
    alert uuid not null references alert (id),
    organisation uuid not null,
    version bigint not null,
    kind text not null,
    state text not null,
    class text not null,
    place text not null,
    area text not null,
    channels text not null,
    valid_minutes bigint not null,
    event text not null,
    category text not null,
    response text not null,
    urgency text not null,
    severity text not null,
    certainty text not null,
    shown bigint not null,
    refers_to uuid references alert_version (id),
    submitted_by uuid not null,
    changed timestamptz not null,
    approved timestamptz,
    expires timestamptz,
    dispatch uuid,
    reason text not null,
    unique (alert, version)
);
create index alert_version_state on alert_version (state, changed);
create index alert_version_organisation on alert_version (organisation, changed);

create table alert_text (
    version uuid not null references alert_version (id),
    language text not null,
    title text not null,
    sms text not null,
    body text not null,
    instruction text not null,
    primary key (version, language)
);

-- Everyone who wrote any part: none of them approves.
create table alert_writer (
    version uuid not null references alert_version (id),
    account uuid not null,
    primary key (version, account)
);

-- What was approved, by whom, once.
create table alert_approval (
    version uuid not null primary key references alert_version (id),
    account uuid not null,
    digest bytea not null,
    at timestamptz not null,
    delegation uuid,
    used timestamptz
);

-- How far the freezing has come: the last recipient that is in the ledger.
create table alert_freeze (
    version uuid not null primary key references alert_version (id),
    stage text not null,
    after uuid not null,
    after_number bigint not null
);

create table alert_delegation (
    id uuid not null primary key,
    organisation uuid not null,
    giver uuid not null,
    taker uuid not null,
    class text not null,
    starts timestamptz not null,
    ends timestamptz not null,
    document text not null,
    revoked timestamptz
);

-- CAP as it was published; the public reads from here and from the files beside it.
create table cap_message (
    identifier text not null primary key,
    version uuid not null,
    organisation uuid not null,
    published timestamptz not null,
    expires timestamptz not null,
    title text not null,
    document bytea not null
);
create index cap_message_published on cap_message (published);
