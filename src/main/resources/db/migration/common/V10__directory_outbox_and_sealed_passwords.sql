-- Who is told, and where: kept by business support.
create table directory_entry (
  id varchar(36) primary key,
  authority varchar(64) not null,
  kind varchar(10) not null,
  who varchar(64),
  forum varchar(64),
  person varchar(200),
  address varchar(254) not null,
  since date not null,
  until date,
  kept_by varchar(64) not null,
  kept_at timestamp not null
);
create index directory_entry_who on directory_entry (authority, who);

-- A notice is written with its step and sent afterwards.
alter table notice add column send_key varchar(200);
update notice set send_key = regexp_replace(message_id, '[.][0-9]+@.*$', '');
create index notice_send_key on notice (send_key);
create index notice_meeting on notice (meeting_id);
alter table notice add column state varchar(12) default 'SENT' not null;
alter table notice add column addressee varchar(4000);
alter table notice add column clauses varchar(400);
alter table notice add column letter text;
alter table notice add column enclosed text;
alter table notice add column sealed varchar(300);
alter table notice add column written_at timestamp;
update notice set written_at = sent_at;
alter table notice alter column written_at set not null;
alter table notice alter column sent_at drop not null;
alter table notice alter column recipient set data type varchar(8000);
alter table notice add column attempts int default 0 not null;
alter table notice add column next_try_at timestamp;
alter table notice add column failure varchar(300);
alter table notice add column told_how varchar(40);
alter table notice add column told_whom varchar(200);
alter table notice add column told_what varchar(2000);
alter table notice add column told_on date;
alter table notice add column told_by varchar(64);
create index notice_state on notice (state, next_try_at);

-- Duties that a notice which has not arrived yet keeps open.
create table notice_hold (
  message_id varchar(200) not null references notice,
  activity varchar(140) not null,
  done boolean not null,
  primary key (message_id, activity)
);
create index notice_hold_activity on notice_hold (activity);

-- The password of a protected letter is shown once.
create table notice_password_view (
  message_id varchar(200) primary key references notice,
  seen_by varchar(64) not null,
  seen_at timestamp not null
);
