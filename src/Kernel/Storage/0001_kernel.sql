-- Chains: one row per chain, its entries append only, personal fields beside them so that they can be erased.
create table chain (
    name text not null primary key,
    organisation uuid not null,
    count bigint not null,
    head bytea not null,
    changed timestamptz not null,
    signed bigint not null
);
create index chain_unsigned on chain (changed) where signed < count;

create table chain_entry (
    chain text not null references chain (name),
    number bigint not null,
    at timestamptz not null,
    body text not null,
    hash bytea not null,
    primary key (chain, number)
);

create table chain_personal (
    chain text not null,
    number bigint not null,
    field text not null,
    salt bytea not null,
    value text not null,
    primary key (chain, number, field)
);

create table chain_head (
    chain text not null references chain (name),
    count bigint not null,
    at timestamptz not null,
    note text not null,
    primary key (chain, count)
);

-- Events: what happened, and one delivery per handler. A delivery row that is there is owed.
create table event_subject (
    subject text not null primary key,
    last bigint not null
);

create table event (
    id uuid not null primary key,
    kind text not null,
    subject text not null,
    number bigint not null,
    organisation uuid not null,
    at timestamptz not null,
    body text not null
);

create table event_delivery (
    event uuid not null references event (id),
    handler text not null,
    subject text not null,
    number bigint not null,
    due timestamptz not null,
    tries bigint not null,
    parked boolean not null,
    why text not null,
    until timestamptz not null,
    primary key (handler, subject, number)
);
create index event_delivery_due on event_delivery (due);
create index event_delivery_event on event_delivery (event);

create table event_inbox (
    event uuid not null,
    handler text not null,
    at timestamptz not null,
    primary key (event, handler)
);

-- Nodes, leases and rates.
create table node (
    id uuid not null primary key,
    name text not null,
    started timestamptz not null,
    seen timestamptz not null
);

create table lease (
    name text not null primary key,
    holder uuid not null,
    token bigint not null,
    until timestamptz not null
);

create table rate (
    name text not null primary key,
    full_at timestamptz not null
);
