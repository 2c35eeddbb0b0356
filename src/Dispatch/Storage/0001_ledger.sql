-- One dispatch: an approved version of something on its way.
create table dispatch (
    id uuid not null primary key,
    organisation uuid not null,
    subject text not null,
    class text not null,
    state text not null,
    shown bigint not null,
    frozen bigint not null,
    digest bytea not null,
    is_sealed boolean not null,
    expires timestamptz not null,
    opened timestamptz not null,
    ended timestamptz,
    told bigint not null
);
create index dispatch_unended on dispatch (opened) where ended is null;
create index dispatch_subject on dispatch (subject);

create table dispatch_text (
    dispatch uuid not null references dispatch (id),
    channel text not null,
    language text not null,
    title text not null,
    body text not null,
    segments bigint not null,
    primary key (dispatch, channel, language)
);

-- The lane of a channel: deliveries are numbered 1..last in it, those before next have been claimed once.
create table dispatch_lane (
    dispatch uuid not null references dispatch (id),
    channel text not null,
    next bigint not null,
    last bigint not null,
    primary key (dispatch, channel)
);

create table dispatch_tally (
    dispatch uuid not null references dispatch (id),
    channel text not null,
    state text not null,
    count bigint not null,
    primary key (dispatch, channel, state)
);

-- The queue and the truth: one row per (dispatch, recipient, channel), for good.
create table delivery (
    dispatch uuid not null,
    channel text not null,
    number bigint not null,
    organisation uuid not null,
    recipient uuid not null,
    address bytea not null,
    language text not null,
    municipality text not null,
    state text not null,
    node uuid,
    tries bigint not null,
    parts bigint not null,
    arrived bigint not null,
    maybe_twice boolean not null,
    error text not null,
    changed timestamptz not null,
    primary key (dispatch, channel, number)
);
create unique index delivery_once on delivery (dispatch, recipient, channel);

-- What the carrier calls each part, so that receipts find their delivery. Carriers reuse ids: the key does not rely on them.
create table handed_part (
    route text not null,
    carrier_id text not null,
    dispatch uuid not null,
    channel text not null,
    number bigint not null,
    part bigint not null,
    state text not null,
    primary key (route, carrier_id, dispatch, number, part)
);

-- Receipts that came before the answer that names their id.
create table early_receipt (
    route text not null,
    carrier_id text not null,
    state text not null,
    error text not null,
    at timestamptz not null,
    primary key (route, carrier_id)
);
