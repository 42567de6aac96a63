package org.baton.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the deadlines. */
@Repository
class DeadlineStore {

  private static final String SELECT = "select id, authority, case_id, meeting_id, name, what, clauses, opened_at, counted_from, due_at, hard,"
      + " tells, explanation, state, ended_at, end_reason from deadline";

  private final JdbcClient jdbc;

  DeadlineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Deadline deadline, String openFor) {
    jdbc.sql("insert into deadline (id, authority, case_id, meeting_id, name, what, clauses, open_for, opened_at, counted_from, due_at, hard,"
            + " tells, explanation, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(deadline.id()).param(deadline.authority()).param(deadline.caseId().orElse(null)).param(deadline.meetingId().orElse(null))
        .param(deadline.name()).param(deadline.what()).param(deadline.clauses()).param(openFor)
        .param(Timestamp.from(deadline.openedAt())).param(Timestamp.from(deadline.countedFrom())).param(Timestamp.from(deadline.dueAt()))
        .param(deadline.hard()).param(deadline.tells()).param(deadline.explanation()).param(deadline.state().name()).update();
  }

  Optional<Deadline> find(String id) {
    return jdbc.sql(SELECT + " where id = ?").param(id).query(DeadlineStore::deadline).optional();
  }

  Optional<Deadline> openFor(String openFor) {
    return jdbc.sql(SELECT + " where open_for = ?").param(openFor).query(DeadlineStore::deadline).optional();
  }

  List<Deadline> openForActivity(String activity) {
    return jdbc.sql(SELECT + " where open_for like ?").param(activity + ":%").query(DeadlineStore::deadline).list();
  }

  List<Deadline> openInProcess(String process, String name) {
    return jdbc.sql(SELECT + " where open_for like ? and name = ?").params(process + "/%", name).query(DeadlineStore::deadline).list();
  }

  List<Deadline> openOfMeeting(String meetingId) {
    return jdbc.sql(SELECT + " where meeting_id = ? and case_id is null and state = 'OPEN'").param(meetingId).query(DeadlineStore::deadline).list();
  }

  List<Deadline> openOfCase(String caseId) {
    return jdbc.sql(SELECT + " where case_id = ? and state = 'OPEN'").param(caseId).query(DeadlineStore::deadline).list();
  }

  void move(String id, Instant countedFrom, Instant dueAt, String explanation) {
    jdbc.sql("update deadline set counted_from = ?, due_at = ?, explanation = ? where id = ?")
        .params(Timestamp.from(countedFrom), Timestamp.from(dueAt), explanation, id).update();
  }

  String activityOf(String id) {
    var openFor = jdbc.sql("select open_for from deadline where id = ?").param(id).query(String.class).single();
    return openFor.substring(0, openFor.indexOf(':'));
  }

  void end(String id, Deadline.State state, Instant at, String reason) {
    jdbc.sql("update deadline set state = ?, ended_at = ?, end_reason = ?, open_for = null where id = ?")
        .param(state.name()).param(Timestamp.from(at)).param(reason).param(id).update();
  }

  /** @return whether nobody was told before */
  boolean markTold(String id, Instant at) {
    return jdbc.sql("update deadline set told_at = ? where id = ? and told_at is null").params(Timestamp.from(at), id).update() == 1;
  }

  List<Deadline> ofCase(String caseId) {
    return jdbc.sql(SELECT + " where case_id = ? order by opened_at, id").param(caseId).query(DeadlineStore::deadline).list();
  }

  List<Deadline> ofMeeting(String meetingId) {
    return jdbc.sql(SELECT + " where meeting_id = ? and case_id is null order by opened_at, id").param(meetingId)
        .query(DeadlineStore::deadline).list();
  }

  List<Deadline> open(List<String> authorities, Instant dueBefore, Instant afterDue, String afterId, int limit) {
    return jdbc.sql(SELECT + " where authority in (:authorities) and state = 'OPEN' and due_at < :before"
            + " and (due_at > :after or (due_at = :after and id > :id)) order by due_at, id limit " + limit)
        .param("authorities", authorities).param("before", Timestamp.from(dueBefore)).param("after", Timestamp.from(afterDue)).param("id", afterId)
        .query(DeadlineStore::deadline).list();
  }

  private static Deadline deadline(ResultSet row, int number) throws SQLException {
    return new Deadline(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)), Optional.ofNullable(row.getString(4)),
        row.getString(5), row.getString(6), row.getString(7), row.getTimestamp(8).toInstant(), row.getTimestamp(9).toInstant(),
        row.getTimestamp(10).toInstant(), row.getBoolean(11), row.getString(12), row.getString(13), Deadline.State.valueOf(row.getString(14)),
        Optional.ofNullable(row.getTimestamp(15)).map(Timestamp::toInstant), Optional.ofNullable(row.getString(16)));
  }
}
