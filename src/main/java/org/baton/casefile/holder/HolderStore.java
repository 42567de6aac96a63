package org.baton.casefile.holder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who holds a case and of how far it has come. An open case has one open holder period. */
@Repository
class HolderStore {

  private final JdbcClient jdbc;

  HolderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(CaseId id, int position, String holder, Instant from, String reason, String clauses, String user) {
    jdbc.sql("insert into holder_history (case_id, position, holder_id, held_from, open_for, reason, clauses, passed_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(id.value(), position, holder, Timestamp.from(from), id.value(), reason, clauses, user).update();
  }

  void end(CaseId id, Instant until) {
    jdbc.sql("update holder_history set held_until = ?, open_for = null where open_for = ?")
        .params(Timestamp.from(until), id.value()).update();
  }

  int lastPosition(CaseId id) {
    return jdbc.sql("select max(position) from holder_history where case_id = ?").param(id.value()).query(Integer.class).single();
  }

  List<HolderPeriod> of(CaseId id) {
    return jdbc.sql("select holder_id, held_from, held_until, reason, clauses from holder_history where case_id = ? order by position")
        .param(id.value())
        .query((row, number) -> new HolderPeriod(row.getString(1), row.getTimestamp(2).toInstant(),
            Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant), row.getString(4), row.getString(5))).list();
  }

  void updateHolder(CaseId id, String holder) {
    jdbc.sql("update family_case set holder_id = ? where id = ? and closed_at is null").params(holder, id.value()).update();
  }

  void updateStage(CaseId id, String stage) {
    jdbc.sql("update family_case set stage = ? where id = ? and closed_at is null").params(stage, id.value()).update();
  }

  void updateForum(CaseId id, String forum) {
    jdbc.sql("update family_case set forum = ? where id = ? and closed_at is null").params(forum, id.value()).update();
  }

  void updateAllocation(CaseId id, String service) {
    jdbc.sql("update family_case set allocated_service = ? where id = ? and closed_at is null").params(service, id.value()).update();
  }

  void updateLeadProfessional(CaseId id, String name) {
    jdbc.sql("update family_case set lead_professional = ? where id = ? and closed_at is null").params(name, id.value()).update();
  }

  void close(CaseId id, String outcome, Instant now) {
    var closed = jdbc.sql("update family_case set closed_at = ?, outcome = ?, stage = 'CLOSED' where id = ? and closed_at is null")
        .params(Timestamp.from(now), outcome, id.value()).update();
    if (closed == 1) {
      jdbc.sql("update case_child set outcome = ? where case_id = ? and outcome is null").params(outcome, id.value()).update();
    }
  }
}
