-- Everybody present with a vote has a row; who abstains chooses nothing.
alter table vote alter column choice drop not null;
