package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.casefile.CaseId;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the engine's API stumbles over before it has read anything, as the fuzz test has found it. */
class UnreadableBodiesTest extends Story {

  @LocalServerPort private int port;

  private CaseId id;
  private String task;

  @BeforeEach
  void aCaseWaits() {
    id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO"));
    task = task(tasksOf(id), "Check consent").getId();
  }

  @Test
  void a_body_of_nothing_is_no_fault_of_the_server_s() {
    for (var path : new String[] {"/task/" + task + "/submit-form", "/process-definition/key/raiseConcern/tenant-id/warwickshire/submit-form"}) {
      var answer = Rest.as("business-support.war", port).raw("POST", "/engine-rest" + path, "null", "Content-Type", "application/json");
      assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("java.", "Dto");
    }
    assertThat(open(id)).containsExactly("Check consent");
  }
}
