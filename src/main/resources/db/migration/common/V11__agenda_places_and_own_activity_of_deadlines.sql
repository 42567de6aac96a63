-- A case stands once on an agenda. Databases of before this rule may hold it twice, as it was carried away and back.
-- "turn" is 1 for every item; a second item that carries votes or a decision of its own is history and stays, as turn 2 and on.
alter table agenda_item add column turn integer default 1 not null;

create table agenda_twice as
select i.id, first_value(i.id) over (partition by i.meeting_id, i.case_id
    order by case when i.open_for is not null then 0 when d.id is not null then 1 else 2 end, i.position desc, i.id) as kept_id
from agenda_item i left join panel_decision d on d.agenda_item_id = i.id;
delete from agenda_twice where id = kept_id;

update panel_action set agenda_item_id = (select t.kept_id from agenda_twice t where t.id = panel_action.agenda_item_id)
where agenda_item_id in (select id from agenda_twice where id not in (select agenda_item_id from panel_decision) and id not in (select agenda_item_id from vote));
update agenda_item set screening_reason = (select max(o.screening_reason) from agenda_item o join agenda_twice t on t.id = o.id where t.kept_id = agenda_item.id)
where screening_reason is null and id in (select kept_id from agenda_twice);
delete from agenda_item where id in (select id from agenda_twice)
and id not in (select agenda_item_id from panel_decision) and id not in (select agenda_item_id from vote);
delete from agenda_twice where id not in (select id from agenda_item);
update agenda_item set turn = 1 + (select count(*) from agenda_twice t join agenda_twice own on own.kept_id = t.kept_id
    where own.id = agenda_item.id and t.id <= own.id)
where id in (select id from agenda_twice);
drop table agenda_twice;
alter table agenda_item add constraint agenda_item_once unique (meeting_id, case_id, turn);

-- Two cases at one place of an agenda: that agenda is numbered anew, in the order it had.
create table agenda_place as
select id, row_number() over (partition by meeting_id order by position, id) as place from agenda_item
where meeting_id in (select meeting_id from agenda_item group by meeting_id, position having count(*) > 1);
update agenda_item set position = (select cast(p.place as integer) from agenda_place p where p.id = agenda_item.id) where id in (select id from agenda_place);
drop table agenda_place;
alter table agenda_item add constraint agenda_item_place unique (meeting_id, position);

-- Whoever plans sittings of a forum or changes what stands on its agendas locks the forum's row first, so that they do it one after
-- the other. A forum's row is found by its hash; forums that share one wait for each other and no harm is done.
create table planning_lock (number integer primary key);
insert into planning_lock (number) values
  (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31),
  (32), (33), (34), (35), (36), (37), (38), (39), (40), (41), (42), (43), (44), (45), (46), (47), (48), (49), (50), (51), (52), (53), (54), (55), (56), (57), (58), (59), (60), (61), (62), (63);

-- The running activity that a deadline belongs to, found by equality; the pack whose row set it; the meeting that it counts from,
-- which may be another than the one it is about; the calendar that it was last counted by, where that is not its pack's.
alter table deadline add column process_instance_id varchar(64);
alter table deadline add column execution_id varchar(64);
alter table deadline add column pack_deployment_id varchar(64);
alter table deadline add column counted_meeting_id varchar(36);
alter table deadline add column calendar_deployment_id varchar(64);
update deadline set process_instance_id = substring(open_for from 1 for position('/' in open_for) - 1),
  execution_id = substring(open_for from position('/' in open_for) + 1 for position(':' in open_for) - position('/' in open_for) - 1)
where open_for is not null;
update deadline set pack_deployment_id = coalesce((select c.pack_deployment_id from family_case c where c.id = deadline.case_id),
  (select m.pack_deployment_id from meeting m where m.id = deadline.meeting_id))
where state = 'OPEN';
update deadline set counted_meeting_id = coalesce(meeting_id, (select d.meeting_id from panel_decision d
  where d.case_id = deadline.case_id and d.decided_at <= deadline.opened_at order by d.decided_at desc limit 1))
where state = 'OPEN';
create index deadline_activity on deadline (execution_id, state);
create index deadline_meeting on deadline (meeting_id);
create index panel_decision_meeting on panel_decision (meeting_id);
create index panel_action_item on panel_action (agenda_item_id);
create index meeting_note_case on meeting_note (case_id);
