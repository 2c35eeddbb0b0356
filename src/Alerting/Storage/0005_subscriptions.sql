-- A registration that is not proved yet: nothing of it is anyone's until a code or link came back. Swept when it is over.
create table subscription_request (
    id uuid not null primary key,
    page bytea not null unique,
    subscriber uuid not null,
    wish bytea not null,
    language text not null,
    made timestamptz not null,
    expires timestamptz not null
);
create index subscription_request_expires on subscription_request (expires);

-- One address that has to prove itself. The code and the link are kept as digests.
create table contact_proof (
    request uuid not null references subscription_request (id),
    channel text not null,
    address bytea not null,
    digest bytea not null,
    code bytea not null,
    link bytea not null unique,
    tries bigint not null,
    proved boolean not null,
    primary key (request, channel)
);

-- Someone asked for the link to a registration. Written down whether or not there is one; a worker answers.
create table subscription_wish (
    id uuid not null primary key,
    channel text not null,
    digest bytea not null,
    language text not null,
    made timestamptz not null
);

-- What opens a registration: the link that was sent (once), and the page that it opened (half an hour).
create table subscription_key (
    digest bytea not null primary key,
    subscriber uuid not null,
    stage text not null,
    expires timestamptz not null
);
create index subscription_key_subscriber on subscription_key (subscriber);

-- Who left, and requests that are over. Their addresses are blanked in the ledger as soon as nothing under way needs them; then this row goes too.
create table subscriber_gone (
    id uuid not null primary key,
    since timestamptz not null,
    gone timestamptz not null
);
