package org.baton.panel.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of meetings. */
@Repository
class MeetingStore {

  private static final String MEETING = "select id, authority, forum, pack_deployment_id, starts_at, scheduled_end, cut_off_at, pre_meet_at,"
      + " ended_at, state, minutes, process_instance_id from meeting";
  /** A sitting that has decided on a case, at its pre-meet for instance, does not hear it again. */
  private static final String UNDECIDED = " and not exists (select 1 from panel_decision d where d.meeting_id = meeting.id and d.case_id = :undecided)";

  private final JdbcClient jdbc;

  MeetingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Meeting meeting) {
    jdbc.sql("insert into meeting (id, authority, forum, pack_deployment_id, starts_at, scheduled_end, cut_off_at, pre_meet_at, state)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(meeting.id(), meeting.authority(), meeting.forum(), meeting.deploymentId(), Timestamp.from(meeting.startsAt()),
            Timestamp.from(meeting.scheduledEnd()), Timestamp.from(meeting.cutOffAt()), Timestamp.from(meeting.preMeetAt()),
            meeting.state().name()).update();
  }

  void updateProcess(String meetingId, String processInstanceId) {
    jdbc.sql("update meeting set process_instance_id = ? where id = ?").params(processInstanceId, meetingId).update();
  }

  /** @param known the meeting as the caller read it @return whether it had not begun and still stood where the caller saw it */
  boolean updateTimes(Meeting known, Instant startsAt, Instant scheduledEnd, Instant cutOffAt, Instant preMeetAt) {
    return jdbc.sql("update meeting set starts_at = ?, scheduled_end = ?, cut_off_at = ?, pre_meet_at = ? where id = ? and state in ('PLANNED', 'AGENDA_AGREED')"
            + " and starts_at = ?")
        .params(Timestamp.from(startsAt), Timestamp.from(scheduledEnd), Timestamp.from(cutOffAt), Timestamp.from(preMeetAt), known.id(),
            Timestamp.from(known.startsAt())).update() == 1;
  }

  /** @return whether it was in a state that may become this one, and still stood where the caller saw it */
  boolean become(Meeting known, Meeting.State state) {
    return jdbc.sql("update meeting set state = :state where id = :id and state in (:before) and starts_at = :known")
        .param("state", state.name()).param("id", known.id()).param("before", names(state.before())).param("known", Timestamp.from(known.startsAt())).update() == 1;
  }

  /** @return whether it had neither ended nor been cancelled */
  boolean end(String meetingId, Instant at) {
    return jdbc.sql("update meeting set state = 'ENDED', ended_at = :at where id = :id and state in (:before)")
        .param("at", Timestamp.from(at)).param("id", meetingId).param("before", names(Meeting.State.ENDED.before())).update() == 1;
  }

  private static List<String> names(List<Meeting.State> states) {
    return states.stream().map(Meeting.State::name).toList();
  }

  /**
   * Until the end of the transaction nobody else plans sittings of these forums or changes what stands on their agendas. Taken before
   * anything is read that is decided on, and before any lock of a meeting.
   */
  void lock(String authority, List<String> forums) {
    var numbers = forums.stream().map(forum -> Math.floorMod((authority + "/" + forum).hashCode(), 64)).distinct().toList();
    jdbc.sql("select number from planning_lock where number in (:numbers) order by number for update").param("numbers", numbers).query(Integer.class).list();
  }

  /** The meeting as it stands now and until the end of the transaction: whoever wants to change it meanwhile waits. */
  Meeting lock(String meetingId) {
    return jdbc.sql(MEETING + " where id = ? for update").param(meetingId).query(MeetingStore::meeting).single();
  }

  void updateMinutes(String meetingId, String minutes) {
    jdbc.sql("update meeting set minutes = ? where id = ?").params(minutes, meetingId).update();
  }

  Optional<Meeting> meeting(String id) {
    return jdbc.sql(MEETING + " where id = ?").param(id).query(MeetingStore::meeting).optional();
  }

  /** Those of the forum that have not begun, in their order. */
  List<Meeting> open(String authority, String forum) {
    return jdbc.sql(MEETING + " where authority = ? and forum = ? and state in ('PLANNED', 'AGENDA_AGREED') order by starts_at").params(authority, forum)
        .query(MeetingStore::meeting).list();
  }

  /** The instants from that one on at which the forum has a sitting, whatever became of it. */
  Set<Instant> startsFrom(String authority, String forum, Instant from) {
    return Set.copyOf(jdbc.sql("select distinct starts_at from meeting where authority = ? and forum = ? and starts_at >= ?").params(authority, forum, Timestamp.from(from))
        .query((row, number) -> row.getTimestamp(1).toInstant()).list());
  }

  Optional<Meeting> meetingAt(String authority, String forum, Instant startsAt) {
    return jdbc.sql(MEETING + " where authority = ? and forum = ? and starts_at = ?").params(authority, forum, Timestamp.from(startsAt))
        .query(MeetingStore::meeting).optional();
  }

  List<Meeting> meetings(String authority) {
    return jdbc.sql(MEETING + " where authority = ? order by starts_at, forum").param(authority).query(MeetingStore::meeting).list();
  }

  /** @param forum empty for all @param after with the id after which to go on, in the order of start and id */
  List<Meeting> meetings(String authority, Set<String> open, String forum, Instant after, String afterId, int limit) {
    return jdbc.sql(MEETING + " where authority = :authority and forum in (:open) and (:forum = '' or forum = :forum) and (starts_at > :after or starts_at = :after and id > :afterId)"
            + " order by starts_at, id limit :limit")
        .param("authority", authority).param("open", open).param("forum", forum).param("after", Timestamp.from(after)).param("afterId", afterId).param("limit", limit)
        .query(MeetingStore::meeting).list();
  }

  /** The next sitting of the forum whose agenda is still open, whose cut-off is not before the instant and that has not decided on the case. */
  Optional<Meeting> next(String authority, String forum, Instant receivedAt, Instant startsAfter, String undecided) {
    return jdbc.sql(MEETING + " where authority = :authority and forum = :forum and state = 'PLANNED' and cut_off_at >= :received and starts_at > :after"
            + UNDECIDED + " order by starts_at limit 1")
        .param("authority", authority).param("forum", forum).param("received", Timestamp.from(receivedAt)).param("after", Timestamp.from(startsAfter))
        .param("undecided", undecided).query(MeetingStore::meeting).optional();
  }

  /** The very next sitting of the forum, its agenda settled or not. @param undecided a case that it has not decided on; empty text for any sitting */
  Optional<Meeting> veryNext(String authority, String forum, Instant startsAfter, String undecided) {
    return jdbc.sql(MEETING + " where authority = :authority and forum = :forum and state in ('PLANNED', 'AGENDA_AGREED') and starts_at > :after"
            + UNDECIDED + " order by starts_at limit 1")
        .param("authority", authority).param("forum", forum).param("after", Timestamp.from(startsAfter)).param("undecided", undecided)
        .query(MeetingStore::meeting).optional();
  }

  private static Meeting meeting(ResultSet row, int number) throws SQLException {
    return new Meeting(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getTimestamp(5).toInstant(),
        row.getTimestamp(6).toInstant(), row.getTimestamp(7).toInstant(), row.getTimestamp(8).toInstant(),
        Optional.ofNullable(row.getTimestamp(9)).map(Timestamp::toInstant), Meeting.State.valueOf(row.getString(10)),
        Optional.ofNullable(row.getString(11)), Optional.ofNullable(row.getString(12)));
  }
}
