-- The second wall: a row is seen when its organisation is among those of the viewer, set per transaction. Unset sees nothing.
create function seen(organisation uuid) returns boolean language sql stable as $$
    select coalesce(current_setting('belfry.sees', true) = 'all' or strpos(current_setting('belfry.sees', true), organisation::text) > 0, false)
$$;

create function refuse_change() returns trigger language plpgsql as $$ begin raise exception '% is append only', tg_table_name; end $$;
create trigger chain_entry_append_only before update or delete or truncate on chain_entry for each statement execute function refuse_change();
create trigger chain_head_append_only before update or delete or truncate on chain_head for each statement execute function refuse_change();

alter table chain enable row level security;
alter table chain force row level security;
create policy seen on chain using (seen(organisation));
