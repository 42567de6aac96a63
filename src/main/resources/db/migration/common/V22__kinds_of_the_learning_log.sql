-- Room for the kinds of the learning log, which begin with a word of their own.
alter table meeting_note alter column kind set data type varchar(60);
