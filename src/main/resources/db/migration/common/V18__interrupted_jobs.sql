-- Jobs that a server was carrying out when it died, once for each server's life: one that takes the server down each time is set aside.
create table interrupted_job (
  job_id varchar(64) not null,
  lock_owner varchar(255) not null,
  seen_at timestamp not null,
  primary key (job_id, lock_owner)
);
