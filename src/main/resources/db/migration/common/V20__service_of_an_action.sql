-- The service whose person does it, so that it hears of it and reports; none where an earlier form asked for a name alone.
alter table panel_action add column service varchar(64);
