-- A delivery lies in its key, not beside it: one tree less to write and to walk for each of its four moves.
create table delivery_in_key (
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
) without rowid;
insert into delivery_in_key
    select dispatch, channel, number, organisation, recipient, address, language, municipality, state, node, tries, parts, arrived, maybe_twice, error, changed from delivery;
drop table delivery;
alter table delivery_in_key rename to delivery;
create unique index delivery_once on delivery (dispatch, recipient, channel);

create table handed_part_in_key (
    route text not null,
    carrier_id text not null,
    dispatch uuid not null,
    channel text not null,
    number bigint not null,
    part bigint not null,
    state text not null,
    primary key (route, carrier_id, dispatch, number, part)
) without rowid;
insert into handed_part_in_key select route, carrier_id, dispatch, channel, number, part, state from handed_part;
drop table handed_part;
alter table handed_part_in_key rename to handed_part;
