package org.baton.panel.action;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the action log. */
@Repository
class ActionStore {

  private static final String ACTION = "select a.id, i.case_id, a.what, a.responsible, a.service, a.due_on, a.done_at, a.given_up_at, a.report, a.followed_up from panel_action a"
      + " join agenda_item i on i.id = a.agenda_item_id join meeting m on m.id = i.meeting_id";

  private final JdbcClient jdbc;

  ActionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String itemId, String what, String responsible, String service, LocalDate due) {
    jdbc.sql("insert into panel_action (id, agenda_item_id, what, responsible, service, due_on) values (?, ?, ?, ?, ?, ?)")
        .param(UUID.randomUUID().toString()).param(itemId).param(what).param(responsible).param(service).param(Date.valueOf(due)).update();
  }

  /** Actions of a forum's sittings that are left to be done, the oldest due first. */
  List<Action> open(String authority, String forum) {
    return jdbc.sql(ACTION + " where m.authority = ? and m.forum = ? and a.done_at is null and a.given_up_at is null order by a.due_on, a.id").params(authority, forum)
        .query(ActionStore::action).list();
  }

  Optional<Action> find(String id, String authority) {
    return jdbc.sql(ACTION + " where a.id = ? and m.authority = ?").params(id, authority).query(ActionStore::action).optional();
  }

  List<Action> ofCase(CaseId id) {
    return jdbc.sql(ACTION + " where i.case_id = ? order by a.due_on, a.id").param(id.value()).query(ActionStore::action).list();
  }

  List<Action> ofMeeting(String meetingId) {
    return jdbc.sql(ACTION + " where m.id = ? order by a.due_on, a.what").param(meetingId).query(ActionStore::action).list();
  }

  void report(String id, Instant doneAt, String report) {
    jdbc.sql("update panel_action set done_at = ?, report = ? where id = ?").param(timestamp(doneAt)).param(report).param(id).update();
  }

  void followUp(String id, Instant doneAt, Instant givenUpAt, String word) {
    jdbc.sql("update panel_action set done_at = ?, given_up_at = ?, followed_up = ? where id = ?")
        .param(timestamp(doneAt)).param(timestamp(givenUpAt)).param(word).param(id).update();
  }

  /** @return false if it was begun before */
  boolean begin(String id, Instant at) {
    return jdbc.sql("update panel_action set begun_at = ? where id = ? and begun_at is null").params(Timestamp.from(at), id).update() == 1;
  }

  private static Timestamp timestamp(Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  /** It is looked at again on another day. */
  void putOff(String id, LocalDate due) {
    jdbc.sql("update panel_action set due_on = ? where id = ?").params(Date.valueOf(due), id).update();
  }

  private static Action action(ResultSet row, int number) throws SQLException {
    return new Action(row.getString(1), new CaseId(row.getString(2)), row.getString(3), row.getString(4), Optional.ofNullable(row.getString(5)), row.getDate(6).toLocalDate(),
        Optional.ofNullable(row.getTimestamp(7)).map(Timestamp::toInstant), Optional.ofNullable(row.getTimestamp(8)).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString(9)), Optional.ofNullable(row.getString(10)));
  }
}
