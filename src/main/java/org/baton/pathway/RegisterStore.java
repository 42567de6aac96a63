package org.baton.pathway;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.Reach;
import org.baton.casefile.family.NormalForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the register: a reading of the case file and the panels in one query, and what people add to it. */
@Repository
class RegisterStore {

  private static final String ROWS = """
      select c.id, (select string_agg(trim(p.given_name || ' ' || p.family_name), ', ' order by p.date_of_birth, p.id) from case_child k
          join person p on p.id = k.person_id where k.case_id = c.id) as children, c.pack_deployment_id, c.forum, c.received_at, c.referrer_name, c.referring_service, c.route, c.stage, c.outcome,
        (select a.answer_value from form_answer a where a.case_id = c.id and a.answer_key = 'level' order by a.id desc limit 1) as level_of_need,
        coalesce(waiting.starts_at, decided_at.starts_at) as sitting,
        d.outcome as decision, d.service, d.reasons, d.decided_at, d.reached_by, d.signed_by, r.remark, r.follow_up_on
      from family_case c
      left join agenda_item i on i.open_for = c.id
      left join meeting waiting on waiting.id = i.meeting_id
      left join panel_decision d on d.id = (select l.id from panel_decision l where l.case_id = c.id order by l.decided_at desc, l.id limit 1)
      left join meeting decided_at on decided_at.id = d.meeting_id
      left join register_entry r on r.case_id = c.id
      where {reach} and (:forum = '' or c.forum = :forum) and (:open = false or c.closed_at is null)
        and (:words = '' or lower(c.id) like :words or lower(r.remark) like :words or exists (select 1 from case_child k
          join person p on p.id = k.person_id where k.case_id = c.id and p.given_key || p.family_key like :names))
      order by\s""".replace("{reach}", Reach.condition("c."));

  private static final Map<Register.Sort, String> COLUMNS = Map.of(
      Register.Sort.CASE, "c.id", Register.Sort.PANEL, "c.forum", Register.Sort.RECEIVED, "c.received_at", Register.Sort.STATE, "coalesce(c.outcome, c.stage)",
      Register.Sort.SITTING, "sitting", Register.Sort.DECISION, "d.outcome", Register.Sort.DECIDED, "d.decided_at", Register.Sort.FOLLOW_UP, "r.follow_up_on");

  private final JdbcClient jdbc;

  RegisterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Stored(
      String caseId, String deploymentId, String forum, Instant receivedAt, String children, String referrer, String referringService, String route, String stage, String outcome,
      String level, Instant sitting, String decision, String service, String reason, Instant decidedAt, String reachedBy, String signedBy, String remark,
      LocalDate followUpOn) {}

  /** @param page empty for all rows */
  List<Stored> find(Reach reach, Register.Query query, Optional<Integer> page) {
    var sql = ROWS + COLUMNS.get(query.sort()) + (query.descending() ? " desc" : "") + " nulls last, c.id" + (query.descending() ? " desc" : "")
        + page.map(number -> " limit " + Register.PAGE + " offset " + (long) number * Register.PAGE).orElse("");
    var words = query.words().isBlank() ? "" : "%" + query.words().strip().toLowerCase().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    var name = NormalForm.name(query.words());
    var names = name.isEmpty() ? "" : "%" + name.replaceAll("([%_\\\\])", "\\\\$1") + "%";
    return jdbc.sql(sql).params(reach.parameters()).param("forum", query.forum()).param("open", query.open()).param("words", words).param("names", names)
        .query(RegisterStore::stored).list();
  }

  /** What people have added; waits for whoever changes it. */
  Register.Entry entry(CaseId id) {
    return jdbc.sql("select remark, follow_up_on from register_entry where case_id = ? for update").param(id.value())
        .query((row, number) -> new Register.Entry(row.getString(1), row.getDate(2) == null ? null : row.getDate(2).toLocalDate())).optional().orElse(Register.Entry.NOTHING);
  }

  void keep(CaseId id, String remark, LocalDate followUpOn, Instant at, String user) {
    var day = followUpOn == null ? null : Date.valueOf(followUpOn);
    var changed = jdbc.sql("update register_entry set remark = ?, follow_up_on = ?, changed_at = ?, changed_by = ? where case_id = ?")
        .param(remark).param(day).param(Timestamp.from(at)).param(user).param(id.value()).update();
    if (changed == 0) {
      jdbc.sql("insert into register_entry (case_id, remark, follow_up_on, changed_at, changed_by) values (?, ?, ?, ?, ?)")
          .param(id.value()).param(remark).param(day).param(Timestamp.from(at)).param(user).update();
    }
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    return new Stored(row.getString("id"), row.getString("pack_deployment_id"), row.getString("forum"), row.getTimestamp("received_at").toInstant(), row.getString("children"),
        row.getString("referrer_name"), row.getString("referring_service"), row.getString("route"), row.getString("stage"), row.getString("outcome"),
        row.getString("level_of_need"), instant(row, "sitting"), row.getString("decision"), row.getString("service"), row.getString("reasons"),
        instant(row, "decided_at"), row.getString("reached_by"), row.getString("signed_by"), row.getString("remark"),
        Optional.ofNullable(row.getDate("follow_up_on")).map(Date::toLocalDate).orElse(null));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant).orElse(null);
  }
}
