-- The decision box of the referral form as it was signed off, by whom and when.
alter table panel_decision add column decision_box varchar(4000);
alter table panel_decision add column signed_at timestamp;
alter table panel_decision add column signed_by varchar(64);

-- Changes to the membership of a forum; the core services of the profile are its first members. In force once effective_at is set.
create table panel_member (
  id varchar(36) primary key,
  authority varchar(64) not null,
  forum varchar(64) not null,
  service varchar(64) not null,
  name varchar(200),
  joins boolean not null,
  reason varchar(4000) not null,
  proposed_at timestamp not null,
  proposed_by varchar(64) not null,
  effective_at timestamp
);
create index panel_member_forum on panel_member (authority, forum, effective_at);

-- What each member said to a proposed change.
create table panel_member_answer (
  member_id varchar(36) not null references panel_member,
  service varchar(64) not null,
  agrees boolean not null,
  entry varchar(2000),
  primary key (member_id, service)
);

-- What business support adds to a referral's row of the district register.
create table register_entry (
  case_id varchar(24) primary key references family_case,
  remark varchar(2000),
  follow_up_on date,
  changed_at timestamp not null,
  changed_by varchar(64) not null
);
create index family_case_register on family_case (authority, received_at, id);
