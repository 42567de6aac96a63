package org.baton.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the jobs that were in hand when a server died. */
@Repository
class InterruptedJobs {

  private final JdbcClient jdbc;

  InterruptedJobs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes note of every locked job, once for each server that locked it, and forgets those that are done. */
  void note(Instant at) {
    jdbc.sql("delete from interrupted_job where job_id not in (select ID_ from ACT_RU_JOB)").update();
    jdbc.sql("insert into interrupted_job (job_id, lock_owner, seen_at) select j.ID_, j.LOCK_OWNER_, ? from ACT_RU_JOB j where j.LOCK_OWNER_ is not null"
        + " and j.RETRIES_ > 0 and not exists (select 1 from interrupted_job i where i.job_id = j.ID_ and i.lock_owner = j.LOCK_OWNER_)")
        .param(Timestamp.from(at)).update();
  }

  List<String> inTheHandsOf(int servers) {
    return jdbc.sql("select job_id from interrupted_job group by job_id having count(*) >= ? order by job_id").param(servers).query(String.class).list();
  }

  void forget(String job) {
    jdbc.sql("delete from interrupted_job where job_id = ?").param(job).update();
  }
}
