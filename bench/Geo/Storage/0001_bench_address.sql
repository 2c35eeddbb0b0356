create table bench_address (
    id uuid not null primary key,
    cell bigint not null,
    latitude double precision not null,
    longitude double precision not null
);
create index bench_address_cell on bench_address (cell, latitude, longitude, id);
create index bench_address_box on bench_address (latitude, longitude, id);
