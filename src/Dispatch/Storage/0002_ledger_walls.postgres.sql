alter table dispatch enable row level security;
alter table dispatch force row level security;
create policy seen on dispatch using (seen(organisation));
alter table delivery enable row level security;
alter table delivery force row level security;
create policy seen on delivery using (seen(organisation));
