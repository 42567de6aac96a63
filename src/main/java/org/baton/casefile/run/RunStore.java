package org.baton.casefile.run;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the processes that cases run through; of main runs a case has one at most. */
@Repository
class RunStore {

  private final JdbcClient jdbc;

  RunStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String processInstanceId, CaseId id, String key, boolean main, Instant now) {
    jdbc.sql("insert into case_run (process_instance_id, case_id, process_key, main_of, began_at) values (?, ?, ?, ?, ?)")
        .param(processInstanceId).param(id.value()).param(key).param(main ? id.value() : null).param(Timestamp.from(now)).update();
  }

  void end(String processInstanceId, Instant now) {
    jdbc.sql("update case_run set main_of = null, ended_at = ? where process_instance_id = ? and ended_at is null")
        .params(Timestamp.from(now), processInstanceId).update();
  }

  Optional<String> main(CaseId id) {
    return jdbc.sql("select process_instance_id from case_run where main_of = ?").param(id.value()).query(String.class).optional();
  }
}
