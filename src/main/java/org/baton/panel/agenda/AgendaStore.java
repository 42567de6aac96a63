package org.baton.panel.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of agendas. An item is open for its case while the case waits there; a case has one open item at most. */
@Repository
class AgendaStore {

  private static final String ITEM = "select id, meeting_id, case_id, position, state, screening_reason from agenda_item";

  private final JdbcClient jdbc;

  AgendaStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  /** The chair lists a case that waits there. @param reason null leaves what was said before @return whether it still waited */
  boolean list(String id, String reason) {
    return jdbc.sql("update agenda_item set state = 'LISTED', screening_reason = coalesce(cast(? as varchar(20000)), screening_reason)"
            + " where id = ? and state in ('PROPOSED', 'LISTED')").param(reason).param(id).update() == 1;
  }

  /** The case waits there no longer. @param reason null leaves what was said before @return whether it did */
  boolean takeOff(String id, AgendaItem.State state, String reason) {
    return jdbc.sql("update agenda_item set state = ?, open_for = null, screening_reason = coalesce(cast(? as varchar(20000)), screening_reason)"
            + " where id = ? and open_for is not null").param(state.name()).param(reason).param(id).update() == 1;
  }

  /** It was decided there on the case, which may have left the agenda while it was before the panel. */
  void heard(String id) {
    jdbc.sql("update agenda_item set state = 'HEARD', open_for = null where id = ?").param(id).update();
  }

  /** All that the chair has not screened out are listed. */
  void listProposed(String meetingId) {
    jdbc.sql("update agenda_item set state = 'LISTED' where meeting_id = ? and state = 'PROPOSED'").param(meetingId).update();
  }

  void lock(String id) {
    jdbc.sql("select id from agenda_item where id = ? for update").param(id).query(String.class).optional();
  }

  Optional<AgendaItem> find(String id) {
    return jdbc.sql(ITEM + " where id = ?").param(id).query(AgendaStore::item).optional();
  }

  /** The item under which the case stands or stood on that agenda. */
  Optional<AgendaItem> item(String meetingId, CaseId caseId) {
    return jdbc.sql(ITEM + " where meeting_id = ? and case_id = ? order by turn limit 1").params(meetingId, caseId.value())
        .query(AgendaStore::item).optional();
  }

  Optional<AgendaItem> openItem(CaseId caseId) {
    return jdbc.sql(ITEM + " where open_for = ?").param(caseId.value()).query(AgendaStore::item).optional();
  }

  /** The items of cases that wait for a later sitting of the forum and stood on an agenda before that did not reach or decide them. */
  List<AgendaItem> carriedOverBeyond(String meetingId) {
    return jdbc.sql("select i.id, i.meeting_id, i.case_id, i.position, i.state, i.screening_reason from agenda_item i join meeting m on m.id = i.meeting_id"
            + " join meeting here on here.authority = m.authority and here.forum = m.forum and m.starts_at > here.starts_at"
            + " where here.id = :here and i.state in ('PROPOSED', 'LISTED')"
            + " and exists (select 1 from agenda_item before where before.case_id = i.case_id and before.state = 'CARRIED_OVER')"
            + " and not exists (select 1 from panel_decision d where d.meeting_id = :here and d.case_id = i.case_id) order by m.starts_at, i.position")
        .param("here", meetingId).query(AgendaStore::item).list();
  }

  List<String> meetingsOf(CaseId caseId) {
    return jdbc.sql("select i.meeting_id from agenda_item i join meeting m on m.id = i.meeting_id where i.case_id = ? group by i.meeting_id, m.starts_at"
        + " order by m.starts_at").param(caseId.value()).query(String.class).list();
  }

  List<AgendaItem> items(String meetingId) {
    return jdbc.sql(ITEM + " where meeting_id = ? order by position").param(meetingId).query(AgendaStore::item).list();
  }

  /** The cases on the agendas of these forums whose papers have gone out, as far as the sittings are not over. */
  List<CaseId> circulated(String authority, Set<String> forums) {
    return jdbc.sql("select distinct i.case_id from agenda_item i join meeting m on m.id = i.meeting_id where m.authority = :authority and m.forum in (:forums)"
            + " and m.state in ('AGENDA_AGREED', 'SITTING') and i.state in ('LISTED', 'HEARD')")
        .param("authority", authority).param("forums", forums).query(String.class).list().stream().map(CaseId::new).toList();
  }

  private static AgendaItem item(ResultSet row, int number) throws SQLException {
    return new AgendaItem(row.getString(1), row.getString(2), new CaseId(row.getString(3)), row.getInt(4),
        AgendaItem.State.valueOf(row.getString(5)), Optional.ofNullable(row.getString(6)));
  }
}
