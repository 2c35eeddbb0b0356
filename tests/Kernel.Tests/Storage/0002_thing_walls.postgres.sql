alter table thing enable row level security;
alter table thing force row level security;
create policy seen on thing using (seen(organisation));
