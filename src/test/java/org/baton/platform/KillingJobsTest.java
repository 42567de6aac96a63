package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job that takes the server down is not run again after each restart for ever. */
class KillingJobsTest extends Story {

  @Autowired private KillingJobs killing;
  @Autowired private ManagementService managementService;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  private Job job;

  @BeforeEach
  void aTimerRuns() {
    referral("warwickshire", with("route", "ROUTE_2", "district", "RUGBY", "immediateConcern", "NO", "stepDownAttempt", null));
    job = managementService.createJobQuery().timers().listPage(0, 1).get(0);
  }

  @Test
  void a_job_that_was_in_hand_when_three_servers_died_is_an_incident_and_runs_no_more() {
    diesWith("first");
    diesWith("second");
    assertThat(retries()).isPositive();

    diesWith("third");

    assertThat(retries()).isZero();
    assertThat(runtimeService.createIncidentQuery().configuration(job.getId()).count()).isEqualTo(1);
  }

  @Test
  void a_server_that_is_started_again_and_again_while_another_one_works_on_the_job_counts_once() {
    diesWith("the other one");
    diesWith("the other one");
    diesWith("the other one");

    assertThat(retries()).isPositive();
  }

  @Test
  void a_job_that_was_given_new_tries_has_three_lives_again() {
    diesWith("first");
    diesWith("second");
    diesWith("third");
    managementService.setJobRetries(job.getId(), 3);

    diesWith("fourth");

    assertThat(retries()).isEqualTo(3);
  }

  @Test
  void a_job_that_nobody_had_in_hand_goes_on() {
    killing.setAside();
    assertThat(retries()).isPositive();
    assertThat(Rest.as("supervisor.war", port).get("/engine-rest/incident/count").json().get("count").asInt()).isZero();
  }

  private void diesWith(String server) {
    jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = ? where ID_ = ?").params(server, job.getId()).update();
    killing.setAside();
  }

  private int retries() {
    return managementService.createJobQuery().jobId(job.getId()).singleResult().getRetries();
  }
}
