-- A draft names every contribution of every case; a full agenda outgrew the column.
alter table meeting alter column minutes set data type varchar(200000);
