package org.baton.panel;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the panels. */
@Repository
class PanelStore {

  private static final String MEETING = "select id, authority, forum, pack_deployment_id, starts_at, scheduled_end, cut_off_at, pre_meet_at,"
      + " ended_at, state, minutes, process_instance_id from meeting";
  private static final String ITEM = "select id, meeting_id, case_id, position, state, screening_reason from agenda_item";
  private static final String DECISION = "select id, agenda_item_id, case_id, meeting_id, outcome, service, reached_by, reasons, decided_at, accepted, signed_at"
      + " from panel_decision";
  private static final String TO_COME = " where authority = ? and forum = ? and state in ('PLANNED', 'AGENDA_AGREED') and starts_at > ?";
  /** A sitting that has decided on a case, at its pre-meet for instance, does not hear it again. */
  private static final String UNDECIDED = " and not exists (select 1 from panel_decision d where d.meeting_id = meeting.id and d.case_id = ?)";

  private static final String ACTION = "select a.id, i.case_id, a.what, a.responsible, a.due_on, a.done_at, a.report from panel_action a"
      + " join agenda_item i on i.id = a.agenda_item_id join meeting m on m.id = i.meeting_id";

  private final JdbcClient jdbc;

  PanelStore(JdbcClient jdbc) {
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

  /** @param from the states that it may change from @return whether it was in one of them and still stood where the caller saw it */
  boolean updateState(Meeting known, Meeting.State state, Meeting.State... from) {
    return jdbc.sql("update meeting set state = :state where id = :id and state in (:from) and starts_at = :known")
        .param("state", state.name()).param("id", known.id()).param("from", Stream.of(from).map(Meeting.State::name).toList())
        .param("known", Timestamp.from(known.startsAt())).update() == 1;
  }

  /** @return whether it had neither ended nor been cancelled */
  boolean end(String meetingId, Instant at) {
    return jdbc.sql("update meeting set state = 'ENDED', ended_at = ? where id = ? and state in ('PLANNED', 'AGENDA_AGREED', 'SITTING')")
        .params(Timestamp.from(at), meetingId).update() == 1;
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
    return jdbc.sql(MEETING + " where id = ? for update").param(meetingId).query(PanelStore::meeting).single();
  }

  void lockItem(String itemId) {
    jdbc.sql("select id from agenda_item where id = ? for update").param(itemId).query(String.class).optional();
  }

  void updateMinutes(String meetingId, String minutes) {
    jdbc.sql("update meeting set minutes = ? where id = ?").params(minutes, meetingId).update();
  }

  Optional<Meeting> meeting(String id) {
    return jdbc.sql(MEETING + " where id = ?").param(id).query(PanelStore::meeting).optional();
  }

  List<Meeting> meetings(String authority, String forum) {
    return jdbc.sql(MEETING + " where authority = ? and forum = ? order by starts_at").params(authority, forum).query(PanelStore::meeting).list();
  }

  Optional<Meeting> meetingAt(String authority, String forum, Instant startsAt) {
    return jdbc.sql(MEETING + " where authority = ? and forum = ? and starts_at = ?").params(authority, forum, Timestamp.from(startsAt))
        .query(PanelStore::meeting).optional();
  }

  List<Meeting> meetings(String authority) {
    return jdbc.sql(MEETING + " where authority = ? order by starts_at, forum").param(authority).query(PanelStore::meeting).list();
  }

  /** @param forum empty for all @param after with the id after which to go on, in the order of start and id */
  List<Meeting> meetings(String authority, Set<String> open, String forum, Instant after, String afterId, int limit) {
    return jdbc.sql(MEETING + " where authority = :authority and forum in (:open) and (:forum = '' or forum = :forum) and (starts_at > :after or starts_at = :after and id > :afterId)"
            + " order by starts_at, id limit :limit")
        .param("authority", authority).param("open", open).param("forum", forum).param("after", Timestamp.from(after)).param("afterId", afterId).param("limit", limit)
        .query(PanelStore::meeting).list();
  }

  /** The next sitting of the forum whose agenda is still open, whose cut-off is not before the instant and that has not decided on the case. */
  Optional<Meeting> next(String authority, String forum, Instant receivedAt, Instant startsAfter, CaseId undecided) {
    return jdbc.sql(MEETING + " where authority = ? and forum = ? and state = 'PLANNED' and cut_off_at >= ? and starts_at > ?"
            + UNDECIDED + " order by starts_at limit 1")
        .params(authority, forum, Timestamp.from(receivedAt), Timestamp.from(startsAfter), undecided.value()).query(PanelStore::meeting).optional();
  }

  /**
   * Gives the case a place on the agenda: the one that it had there, opened again, or one after all others. The caller holds the lock of
   * the meeting.
   *
   * @return the item's id
   */
  String place(String meetingId, CaseId caseId, AgendaItem.State state) {
    var before = item(meetingId, caseId);
    if (before.isPresent()) {
      jdbc.sql("update agenda_item set state = ?, open_for = ? where id = ?").params(state.name(), caseId.value(), before.get().id()).update();
      return before.get().id();
    }
    var id = UUID.randomUUID().toString();
    var position = jdbc.sql("select coalesce(max(position), 0) + 1 from agenda_item where meeting_id = ?").param(meetingId)
        .query(Integer.class).single();
    jdbc.sql("insert into agenda_item (id, meeting_id, case_id, position, state, open_for) values (?, ?, ?, ?, ?, ?)")
        .params(id, meetingId, caseId.value(), position, state.name(), caseId.value()).update();
    return id;
  }

  /** The item under which the case stands or stood on that agenda. */
  Optional<AgendaItem> item(String meetingId, CaseId caseId) {
    return jdbc.sql(ITEM + " where meeting_id = ? and case_id = ? order by turn limit 1").params(meetingId, caseId.value())
        .query(PanelStore::item).optional();
  }

  void updateItem(String id, AgendaItem.State state, String reason) {
    jdbc.sql("update agenda_item set state = ?, screening_reason = coalesce(cast(? as varchar(20000)), screening_reason) where id = ?")
        .param(state.name()).param(reason).param(id).update();
  }

  void endItem(String id, AgendaItem.State state) {
    jdbc.sql("update agenda_item set state = ?, open_for = null where id = ?").params(state.name(), id).update();
  }

  /** @return whether the case still stood there */
  boolean takeOff(String id, AgendaItem.State state) {
    return jdbc.sql("update agenda_item set state = ?, open_for = null where id = ? and open_for is not null").params(state.name(), id).update() == 1;
  }

  Optional<AgendaItem> item(String id) {
    return jdbc.sql(ITEM + " where id = ?").param(id).query(PanelStore::item).optional();
  }

  Optional<AgendaItem> openItem(CaseId caseId) {
    return jdbc.sql(ITEM + " where open_for = ?").param(caseId.value()).query(PanelStore::item).optional();
  }

  /** Whether the case stood on an agenda that did not reach or decide it. */
  boolean wasCarriedOver(CaseId caseId) {
    return jdbc.sql("select count(*) from agenda_item where case_id = ? and state = 'CARRIED_OVER'").param(caseId.value()).query(Long.class).single() > 0;
  }

  List<String> meetingsOf(CaseId caseId) {
    return jdbc.sql("select i.meeting_id from agenda_item i join meeting m on m.id = i.meeting_id where i.case_id = ? group by i.meeting_id, m.starts_at"
        + " order by m.starts_at").param(caseId.value()).query(String.class).list();
  }

  List<AgendaItem> items(String meetingId) {
    return jdbc.sql(ITEM + " where meeting_id = ? order by position").param(meetingId).query(PanelStore::item).list();
  }

  /** The cases on the agendas of these forums whose papers have gone out, as far as the sittings are not over. */
  List<CaseId> circulated(String authority, Set<String> forums) {
    return jdbc.sql("select distinct i.case_id from agenda_item i join meeting m on m.id = i.meeting_id where m.authority = :authority and m.forum in (:forums)"
            + " and m.state in ('AGENDA_AGREED', 'SITTING') and i.state in ('LISTED', 'HEARD')")
        .param("authority", authority).param("forums", forums).query(String.class).list().stream().map(CaseId::new).toList();
  }

  /** The very next sitting of the forum, its agenda settled or not. */
  Optional<Meeting> veryNext(String authority, String forum, Instant startsAfter) {
    return jdbc.sql(MEETING + TO_COME + " order by starts_at limit 1")
        .params(authority, forum, Timestamp.from(startsAfter)).query(PanelStore::meeting).optional();
  }

  /** As {@link #veryNext(String, String, Instant)}, the first that has not decided on the case. */
  Optional<Meeting> veryNext(String authority, String forum, Instant startsAfter, CaseId undecided) {
    return jdbc.sql(MEETING + TO_COME + UNDECIDED + " order by starts_at limit 1")
        .params(authority, forum, Timestamp.from(startsAfter), undecided.value()).query(PanelStore::meeting).optional();
  }

  void replaceAttendance(String meetingId, List<Attendee> attendees, Instant at) {
    jdbc.sql("update attendance set left_at = ? where meeting_id = ? and left_at is null").params(Timestamp.from(at), meetingId).update();
    attendees.forEach(attendee -> {
      var again = jdbc.sql("update attendance set left_at = null, role = ?, remote = ?, read_referrals = ? where meeting_id = ? and name = ? and service = ?")
          .params(attendee.role(), attendee.remote(), attendee.hasRead(), meetingId, attendee.name(), attendee.service()).update();
      if (again == 0) {
        jdbc.sql("insert into attendance (id, meeting_id, name, service, role, remote, read_referrals, signed_in_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
            .params(UUID.randomUUID().toString(), meetingId, attendee.name(), attendee.service(), attendee.role(), attendee.remote(), attendee.hasRead(),
                Timestamp.from(at)).update();
      }
    });
  }

  List<Attendee> present(String meetingId) {
    return jdbc.sql("select name, service, role, remote, read_referrals from attendance where meeting_id = ? and left_at is null order by name")
        .param(meetingId)
        .query((row, number) -> new Attendee(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5))).list();
  }

  void replaceVotes(String itemId, List<Vote> votes) {
    jdbc.sql("delete from vote where agenda_item_id = ?").param(itemId).update();
    votes.forEach(vote -> jdbc.sql("insert into vote (id, agenda_item_id, voter, service, choice) values (?, ?, ?, ?, ?)")
        .params(UUID.randomUUID().toString(), itemId, vote.voter(), vote.service(), vote.choice()).update());
  }

  List<Vote> votes(String itemId) {
    return jdbc.sql("select voter, service, choice from vote where agenda_item_id = ? order by voter").param(itemId)
        .query((row, number) -> new Vote(row.getString(1), row.getString(2), row.getString(3))).list();
  }

  void insert(PanelDecision decision) {
    jdbc.sql("insert into panel_decision (id, agenda_item_id, case_id, meeting_id, outcome, service, reached_by, reasons, decided_at, accepted)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(decision.id()).param(decision.agendaItemId()).param(decision.caseId().value()).param(decision.meetingId())
        .param(decision.outcome()).param(decision.service().orElse(null)).param(decision.reachedBy()).param(decision.reasons())
        .param(Timestamp.from(decision.decidedAt())).param(decision.accepted()).update();
  }

  Optional<PanelDecision> decision(String itemId) {
    return jdbc.sql(DECISION + " where agenda_item_id = ?").param(itemId).query(PanelStore::decision).optional();
  }

  Optional<PanelDecision> latestDecision(CaseId id) {
    return jdbc.sql(DECISION + " where case_id = ? order by decided_at desc limit 1").param(id.value()).query(PanelStore::decision).optional();
  }

  List<PanelDecision> decisions(String meetingId) {
    return jdbc.sql(DECISION + " where meeting_id = ? order by decided_at").param(meetingId).query(PanelStore::decision).list();
  }

  List<PanelDecision> notPickedUp(String meetingId) {
    return jdbc.sql(DECISION + " where meeting_id = ? and picked_up_at is null order by decided_at").param(meetingId)
        .query(PanelStore::decision).list();
  }

  /** @return whether nobody had signed it before */
  boolean sign(String decisionId, String box, Instant at, String user) {
    return jdbc.sql("update panel_decision set decision_box = ?, signed_at = ?, signed_by = ? where id = ? and signed_at is null")
        .params(box, Timestamp.from(at), user, decisionId).update() == 1;
  }

  /** @return whether the case had not gone on with it before */
  boolean pickedUp(String decisionId, Instant at) {
    return jdbc.sql("update panel_decision set picked_up_at = ? where id = ? and picked_up_at is null").params(Timestamp.from(at), decisionId).update() == 1;
  }

  void insertAction(String itemId, String what, String responsible, LocalDate due) {
    jdbc.sql("insert into panel_action (id, agenda_item_id, what, responsible, due_on) values (?, ?, ?, ?, ?)")
        .params(UUID.randomUUID().toString(), itemId, what, responsible, Date.valueOf(due)).update();
  }

  /** Actions of a forum's sittings that are not done yet, the oldest due first. */
  List<Action> openActions(String authority, String forum) {
    return jdbc.sql(ACTION + " where m.authority = ? and m.forum = ? and a.done_at is null order by a.due_on, a.id").params(authority, forum)
        .query(PanelStore::action).list();
  }

  List<CaseId> decidedAndOpen(String authority, String forum) {
    return jdbc.sql("select distinct c.id from family_case c join panel_decision d on d.case_id = c.id where c.authority = ? and c.forum = ?"
        + " and c.closed_at is null order by c.id").params(authority, forum).query(String.class).list().stream().map(CaseId::new).toList();
  }

  Optional<Action> action(String id, String authority) {
    return jdbc.sql(ACTION + " where a.id = ? and m.authority = ?").params(id, authority).query(PanelStore::action).optional();
  }

  List<Action> actionsOf(CaseId id) {
    return jdbc.sql(ACTION + " where i.case_id = ? order by a.due_on, a.id").param(id.value()).query(PanelStore::action).list();
  }

  void reportAction(String id, Instant doneAt, String report) {
    jdbc.sql("update panel_action set done_at = ?, report = ? where id = ?")
        .param(doneAt == null ? null : Timestamp.from(doneAt)).param(report).param(id).update();
  }

  void insertNote(String meetingId, String caseId, String kind, String who, String entry, Instant at, String user) {
    jdbc.sql("insert into meeting_note (meeting_id, case_id, kind, who, entry, noted_at, noted_by) values (?, ?, ?, ?, ?, ?, ?)")
        .param(meetingId).param(caseId).param(kind).param(who).param(entry).param(Timestamp.from(at)).param(user).update();
  }

  List<MeetingNote> notes(String meetingId) {
    return jdbc.sql("select kind, case_id, who, entry, noted_at from meeting_note where meeting_id = ? order by id").param(meetingId)
        .query((row, number) -> new MeetingNote(row.getString(1), Optional.ofNullable(row.getString(2)).map(CaseId::new),
            Optional.ofNullable(row.getString(3)), row.getString(4), row.getTimestamp(5).toInstant())).list();
  }

  private static Action action(ResultSet row, int number) throws SQLException {
    return new Action(row.getString(1), new CaseId(row.getString(2)), row.getString(3), row.getString(4), row.getDate(5).toLocalDate(),
        Optional.ofNullable(row.getTimestamp(6)).map(Timestamp::toInstant), Optional.ofNullable(row.getString(7)));
  }

  List<String> actions(String meetingId) {
    return jdbc.sql("select a.what || ' - ' || a.responsible || ', by ' || cast(a.due_on as varchar(10)) from panel_action a"
            + " join agenda_item i on i.id = a.agenda_item_id where i.meeting_id = ? order by a.due_on, a.what")
        .param(meetingId).query(String.class).list();
  }

  /** As {@link #actions(String)}, those about one case. */
  List<String> actions(String meetingId, CaseId id) {
    return jdbc.sql("select a.what || ' - ' || a.responsible || ', by ' || cast(a.due_on as varchar(10)) from panel_action a"
            + " join agenda_item i on i.id = a.agenda_item_id where i.meeting_id = ? and i.case_id = ? order by a.due_on, a.what")
        .params(meetingId, id.value()).query(String.class).list();
  }

  private static Meeting meeting(ResultSet row, int number) throws SQLException {
    return new Meeting(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getTimestamp(5).toInstant(),
        row.getTimestamp(6).toInstant(), row.getTimestamp(7).toInstant(), row.getTimestamp(8).toInstant(),
        Optional.ofNullable(row.getTimestamp(9)).map(Timestamp::toInstant), Meeting.State.valueOf(row.getString(10)),
        Optional.ofNullable(row.getString(11)), Optional.ofNullable(row.getString(12)));
  }

  private static AgendaItem item(ResultSet row, int number) throws SQLException {
    return new AgendaItem(row.getString(1), row.getString(2), new CaseId(row.getString(3)), row.getInt(4),
        AgendaItem.State.valueOf(row.getString(5)), Optional.ofNullable(row.getString(6)));
  }

  private static PanelDecision decision(ResultSet row, int number) throws SQLException {
    return new PanelDecision(row.getString(1), row.getString(2), new CaseId(row.getString(3)), row.getString(4), row.getString(5),
        Optional.ofNullable(row.getString(6)), row.getString(7), row.getString(8), row.getTimestamp(9).toInstant(), row.getBoolean(10),
        Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant));
  }
}
