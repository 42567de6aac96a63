package org.baton.casefile.plan;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of plans, by versions. */
@Repository
class PlanStore {

  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(CaseId id, Plan plan, Instant now, String user) {
    var version = jdbc.sql("select coalesce(max(version), 0) + 1 from plan where case_id = ?").param(id.value()).query(Integer.class).single();
    jdbc.sql("insert into plan (case_id, version, aim, review_on, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?)")
        .param(id.value()).param(version).param(plan.aim()).param(date(plan.reviewOn())).param(Timestamp.from(now)).param(user).update();
    var position = 0;
    for (var step : plan.steps()) {
      jdbc.sql("insert into plan_step (case_id, version, position, what, responsible, due_on) values (?, ?, ?, ?, ?, ?)")
          .param(id.value()).param(version).param(++position).param(step.what()).param(step.responsible()).param(date(step.dueOn())).update();
    }
  }

  /** The version that holds. */
  Optional<Plan> of(CaseId id) {
    var steps = jdbc.sql("select what, responsible, due_on from plan_step where case_id = ? and version = (select max(version) from plan"
            + " where case_id = ?) order by position").params(id.value(), id.value())
        .query((row, number) -> new Plan.Step(row.getString(1), row.getString(2), Optional.ofNullable(row.getDate(3)).map(Date::toLocalDate))).list();
    return jdbc.sql("select aim, review_on from plan where case_id = ? order by version desc limit 1").param(id.value())
        .query((row, number) -> new Plan(row.getString(1), Optional.ofNullable(row.getDate(2)).map(Date::toLocalDate), steps)).optional();
  }

  private static Date date(Optional<LocalDate> day) {
    return day.map(Date::valueOf).orElse(null);
  }
}
