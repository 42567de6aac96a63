-- One normal form of names and addresses beside what was typed, so that the same person is found however the name was typed.
-- Old rows are filled by the migration that follows.
alter table person add column given_key varchar(100) default '' not null;
alter table person add column family_key varchar(100) default '' not null;
alter table address add column line_key varchar(200) default '' not null;
alter table address add column postcode_key varchar(12) default '' not null;
drop index person_match;
drop index address_match;
create index person_alike on person (family_key, given_key, date_of_birth);
create index address_alike on address (line_key, postcode_key);

-- The case that an address was told with; the other cases of the family keep their own. What is withheld stays so until it is lifted.
alter table address add column case_id varchar(24) references family_case;
alter table address add column lifted_at timestamp;
alter table address add column lifted_by varchar(64);
alter table address add column lift_reason varchar(2000);
update address set case_id = (select min(c.id) from family_case c where c.family_id = address.family_id and c.received_at = address.recorded_at);
create index address_case on address (case_id);

-- A key is reserved before the case is opened, so that of several senders at once one opens it and the others read its number.
alter table intake_receipt alter column case_id drop not null;
alter table intake_receipt add column received_by varchar(64);
