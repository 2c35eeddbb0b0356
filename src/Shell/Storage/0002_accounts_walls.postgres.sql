alter table user_account enable row level security;
alter table user_account force row level security;
create policy seen on user_account using (seen(organisation));
alter table account_invitation enable row level security;
alter table account_invitation force row level security;
create policy seen on account_invitation using (seen(organisation));
