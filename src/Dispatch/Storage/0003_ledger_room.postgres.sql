-- A delivery is written four times: room in its page keeps the new version beside the old one, out of both indexes.
alter table delivery set (fillfactor = 50);
