create table thing (
    id uuid not null primary key,
    organisation uuid not null,
    name text not null,
    count bigint not null,
    ready boolean not null,
    at timestamptz not null,
    day date,
    weight double precision not null,
    raw bytea not null,
    colour text not null
);
