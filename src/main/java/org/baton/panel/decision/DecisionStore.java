package org.baton.panel.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of decisions: made once, signed once, gone on with once. */
@Repository
class DecisionStore {

  private static final String DECISION = "select id, agenda_item_id, case_id, meeting_id, outcome, service, reached_by, reasons, decided_at, accepted, signed_at, decision_box"
      + " from panel_decision";

  private final JdbcClient jdbc;

  DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(PanelDecision decision) {
    jdbc.sql("insert into panel_decision (id, agenda_item_id, case_id, meeting_id, outcome, service, reached_by, reasons, decided_at, accepted)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(decision.id()).param(decision.agendaItemId()).param(decision.caseId().value()).param(decision.meetingId())
        .param(decision.outcome()).param(decision.service().orElse(null)).param(decision.reachedBy()).param(decision.reasons())
        .param(Timestamp.from(decision.decidedAt())).param(decision.accepted()).update();
  }

  Optional<PanelDecision> ofItem(String itemId) {
    return jdbc.sql(DECISION + " where agenda_item_id = ?").param(itemId).query(DecisionStore::decision).optional();
  }

  /**
   * Of a case that parted from another, with what was decided on both before. The decision that parts them is made right after the
   * parting, often in the same millisecond, so that one of the very moment of the parting belongs to the other case alone.
   */
  Optional<PanelDecision> latest(CaseId id) {
    return jdbc.sql("with recursive past (of_case, up_to) as (select cast(? as varchar(24)), cast(null as timestamp) union all"
            + " select c.split_from, s.happened_at from family_case c join past p on p.of_case = c.id join chronology s on s.id = c.split_entry)"
            + " " + DECISION + " join past on of_case = case_id and (up_to is null or decided_at < up_to) order by decided_at desc limit 1")
        .param(id.value()).query(DecisionStore::decision).optional();
  }

  List<PanelDecision> of(String meetingId) {
    return jdbc.sql(DECISION + " where meeting_id = ? order by decided_at").param(meetingId).query(DecisionStore::decision).list();
  }

  List<PanelDecision> notPickedUp(String meetingId) {
    return jdbc.sql(DECISION + " where meeting_id = ? and picked_up_at is null order by decided_at").param(meetingId)
        .query(DecisionStore::decision).list();
  }

  /** What is signed stays as it is. */
  void fill(String decisionId, String box) {
    jdbc.sql("update panel_decision set decision_box = ? where id = ? and signed_at is null").params(box, decisionId).update();
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

  /** The open cases of a forum that were decided on. */
  List<CaseId> decidedAndOpen(String authority, String forum) {
    return jdbc.sql("select distinct c.id from family_case c join panel_decision d on d.case_id = c.id where c.authority = ? and c.forum = ?"
        + " and c.closed_at is null order by c.id").params(authority, forum).query(String.class).list().stream().map(CaseId::new).toList();
  }

  private static PanelDecision decision(ResultSet row, int number) throws SQLException {
    return new PanelDecision(row.getString(1), row.getString(2), new CaseId(row.getString(3)), row.getString(4), row.getString(5),
        Optional.ofNullable(row.getString(6)), row.getString(7), row.getString(8), row.getTimestamp(9).toInstant(), row.getBoolean(10),
        Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant), Optional.ofNullable(row.getString(12)));
  }
}
