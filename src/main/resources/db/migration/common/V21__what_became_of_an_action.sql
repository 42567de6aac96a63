-- That it is no longer needed, which is not the same as done, and the chair's word on it beside the service's report.
alter table panel_action add column given_up_at timestamp;
alter table panel_action add column followed_up varchar(20000);
-- When its follow-up began, so that what is given later begins once; those of sittings that have ended are being followed up.
alter table panel_action add column begun_at timestamp;
update panel_action set begun_at = (select m.ended_at from agenda_item i join meeting m on m.id = i.meeting_id where i.id = panel_action.agenda_item_id);
