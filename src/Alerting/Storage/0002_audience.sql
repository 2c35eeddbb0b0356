-- People who asked to be warned. Names and addresses are sealed; what is compared is a keyed digest.
create table subscriber (
    id uuid not null primary key,
    name bytea not null,
    language text not null,
    official boolean not null,
    tests boolean not null,
    since timestamptz not null
);

create table contact (
    subscriber uuid not null references subscriber (id),
    channel text not null,
    rank bigint not null,
    address bytea not null,
    digest bytea not null,
    confirmed boolean not null,
    primary key (subscriber, channel, rank)
);
create unique index contact_once on contact (channel, digest);

-- Where they want to be warned: up to five places. The cell makes "inside this area" a few ranges of a number.
create table place (
    cell bigint not null,
    subscriber uuid not null references subscriber (id),
    latitude double precision not null,
    longitude double precision not null,
    municipality text not null,
    primary key (cell, subscriber)
);
create index place_subscriber on place (subscriber);
