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
      + " tells, explanation, state, ended_at, end_reason";
  private static final String FROM = " from deadline";

  private final JdbcClient jdbc;

  DeadlineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An open deadline with what it was counted by.
   *
   * @param activity as {@link Deadlines#activity} names it
   * @param pack deployment whose table has its row; null for one of before this was kept, which no closure moves
   * @param meetingId the meeting that it counts from; null if it counts from none
   * @param calendar deployment whose calendar it follows
   */
  record Counted(Deadline deadline, String activity, String pack, String meetingId, String calendar) {}

  void insert(Deadline deadline, String process, String execution, String openFor, String pack, String countedMeeting) {
    jdbc.sql("insert into deadline (process_instance_id, execution_id, pack_deployment_id, counted_meeting_id,"
            + " id, authority, case_id, meeting_id, name, what, clauses, open_for, opened_at, counted_from, due_at, hard,"
            + " tells, explanation, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(process).param(execution).param(pack).param(countedMeeting)
        .param(deadline.id()).param(deadline.authority()).param(deadline.caseId().orElse(null)).param(deadline.meetingId().orElse(null))
        .param(deadline.name()).param(deadline.what()).param(deadline.clauses()).param(openFor)
        .param(Timestamp.from(deadline.openedAt())).param(Timestamp.from(deadline.countedFrom())).param(Timestamp.from(deadline.dueAt()))
        .param(deadline.hard()).param(deadline.tells()).param(deadline.explanation()).param(deadline.state().name()).update();
  }

  Optional<Deadline> openFor(String openFor) {
    return jdbc.sql(SELECT + FROM + " where open_for = ?").param(openFor).query(DeadlineStore::deadline).optional();
  }

  List<Deadline> openForActivity(String process, String execution) {
    return jdbc.sql(SELECT + FROM + " where execution_id = ? and process_instance_id = ? and state = 'OPEN'").params(execution, process)
        .query(DeadlineStore::deadline).list();
  }

  /** Those that count from that meeting, whoever they are about, and of before this was kept those that are about it. */
  List<Counted> openCountedFrom(String meetingId) {
    return counted("counted_meeting_id = ?", meetingId);
  }

  /** Those of the authority that are still to come. */
  List<Counted> toCome(String authority, Instant now) {
    return counted("authority = ? and due_at > ? and pack_deployment_id is not null", authority, Timestamp.from(now));
  }

  /** The open deadline, locked until the end of the transaction. */
  Optional<Counted> lockOpen(List<String> authorities, String id) {
    jdbc.sql("select id from deadline where id = ? for update").param(id).query(String.class).optional();
    return counted("id = ?", id).stream().filter(one -> authorities.contains(one.deadline().authority())).findFirst();
  }

  private List<Counted> counted(String which, Object... parameters) {
    return jdbc.sql(SELECT + ", process_instance_id, execution_id, pack_deployment_id, counted_meeting_id, coalesce(calendar_deployment_id, pack_deployment_id)"
            + FROM + " where state = 'OPEN' and " + which + " order by due_at, id").params(parameters)
        .query((row, number) -> new Counted(deadline(row, number), Deadlines.activity(row.getString(17), row.getString(18)), row.getString(19),
            row.getString(20), row.getString(21))).list();
  }

  void move(String id, Instant countedFrom, Instant dueAt, String explanation) {
    jdbc.sql("update deadline set counted_from = ?, due_at = ?, explanation = ? where id = ? and state = 'OPEN'")
        .params(Timestamp.from(countedFrom), Timestamp.from(dueAt), explanation, id).update();
  }

  void follow(String id, Instant dueAt, String explanation, String calendar) {
    jdbc.sql("update deadline set due_at = ?, explanation = ?, calendar_deployment_id = ? where id = ?")
        .params(Timestamp.from(dueAt), explanation, calendar, id).update();
  }

  void end(String id, Deadline.State state, Instant at, String reason) {
    jdbc.sql("update deadline set state = ?, ended_at = ?, end_reason = ?, open_for = null where id = ?")
        .param(state.name()).param(Timestamp.from(at)).param(reason).param(id).update();
  }

  /** @return whether nobody was told before */
  boolean markTold(String id, Instant at) {
    return jdbc.sql("update deadline set told_at = ? where id = ? and told_at is null").params(Timestamp.from(at), id).update() == 1;
  }

  Optional<Deadline> find(String id) {
    return jdbc.sql(SELECT + FROM + " where id = ?").param(id).query(DeadlineStore::deadline).optional();
  }

  /** Those of these ids, in the order of their instants. */
  List<Deadline> all(List<String> ids) {
    return jdbc.sql(SELECT + FROM + " where id in (:ids) order by due_at, id").param("ids", ids).query(DeadlineStore::deadline).list();
  }

  List<Deadline> ofCase(String caseId) {
    return jdbc.sql(SELECT + FROM + " where case_id = ? order by opened_at, id").param(caseId).query(DeadlineStore::deadline).list();
  }

  List<Deadline> ofMeeting(String meetingId) {
    return jdbc.sql(SELECT + FROM + " where meeting_id = ? and case_id is null order by opened_at, id").param(meetingId)
        .query(DeadlineStore::deadline).list();
  }

  List<Deadline> open(List<String> authorities, Instant dueBefore, Instant afterDue, String afterId, int limit) {
    return jdbc.sql(SELECT + FROM + " where authority in (:authorities) and state = 'OPEN' and due_at < :before"
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
