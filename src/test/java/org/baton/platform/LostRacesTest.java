package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.baton.support.Story;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of two steps that meet, the one that was second is due again at once; one that failed waits and has a try less. */
class LostRacesTest extends Story {

  @Autowired private ManagementService managementService;
  @Autowired private ProcessEngineConfigurationImpl engine;
  @Autowired private JdbcClient jdbc;

  private Job job;

  @BeforeEach
  void aTimerRuns() {
    referral("warwickshire", with("route", "ROUTE_2", "district", "RUGBY", "immediateConcern", "NO", "stepDownAttempt", null));
    job = managementService.createJobQuery().timers().listPage(0, 1).get(0);
    jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = 'this server', LOCK_EXP_TIME_ = current_timestamp where ID_ = ?").param(job.getId()).update();
  }

  static Throwable[] lost() {
    return new Throwable[] {new OptimisticLockingException("somebody was first"),
        new ProcessEngineException("in a step of ours", new SQLException("deadlock detected", "40P01"))};
  }

  @ParameterizedTest
  @MethodSource("lost")
  void a_step_that_lost_a_race_is_due_as_before_and_keeps_its_tries(Throwable race) {
    failedBy(race);
    var after = again();
    assertThat(after.getDuedate()).isEqualTo(job.getDuedate());
    assertThat(after.getRetries()).isEqualTo(job.getRetries());
    assertThat(after.getExceptionMessage()).isNull();
    assertThat(locks()).as("free for whoever takes the next job").isZero();
  }

  @Test
  void a_step_that_failed_has_a_try_less() {
    failedBy(new ProcessEngineException("the record system is away"));
    assertThat(again().getExceptionMessage()).isEqualTo("the record system is away");
    assertThat(again().getDuedate()).isNotEqualTo(job.getDuedate());
    assertThat(locks()).isZero();
  }

  private void failedBy(Throwable fault) {
    engine.getCommandExecutorTxRequired().execute(engine.getFailedJobCommandFactory().getCommand(job.getId(), fault));
  }

  private Job again() {
    return managementService.createJobQuery().jobId(job.getId()).singleResult();
  }

  private int locks() {
    return jdbc.sql("select count(*) from ACT_RU_JOB where ID_ = ? and LOCK_OWNER_ is not null").param(job.getId()).query(Integer.class).single();
  }
}
