-- What a person last fetched of each file of a pack: whoever sends a changed file back rests on it.
create table pack_fetch (
  authority varchar(64) not null,
  user_id varchar(255) not null,
  file_name varchar(200) not null,
  content_hash varchar(16) not null,
  fetched_at timestamp not null,
  primary key (authority, user_id, file_name)
);
