-- Who gave, took, confirmed and ended a delegation, by name as it was then; one that nobody confirmed does not hold.
alter table alert_delegation add column giver_name text not null default '';
alter table alert_delegation add column taker_name text not null default '';
alter table alert_delegation add column granted timestamptz;
alter table alert_delegation add column confirmed timestamptz;
alter table alert_delegation add column confirmed_name text not null default '';
alter table alert_delegation add column revoked_name text not null default '';
create index alert_delegation_taker on alert_delegation (taker, ends);
