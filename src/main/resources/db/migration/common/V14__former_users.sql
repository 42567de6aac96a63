-- The ids of people who are gone, so that none is given again.
create table former_user (
  id varchar(64) primary key,
  gone_at timestamp with time zone not null
);
