-- Places of one cell lie side by side, contacts in the key by which they are asked for.
create table place_in_key (
    cell bigint not null,
    subscriber uuid not null references subscriber (id),
    latitude double precision not null,
    longitude double precision not null,
    municipality text not null,
    primary key (cell, subscriber)
) without rowid;
insert into place_in_key select cell, subscriber, latitude, longitude, municipality from place;
drop table place;
alter table place_in_key rename to place;
create index place_subscriber on place (subscriber);

create table contact_in_key (
    subscriber uuid not null references subscriber (id),
    channel text not null,
    rank bigint not null,
    address bytea not null,
    digest bytea not null,
    confirmed boolean not null,
    primary key (subscriber, channel, rank)
) without rowid;
insert into contact_in_key select subscriber, channel, rank, address, digest, confirmed from contact;
drop table contact;
alter table contact_in_key rename to contact;
create unique index contact_once on contact (channel, digest);
