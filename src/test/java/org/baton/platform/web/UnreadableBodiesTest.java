package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.casefile.CaseId;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies that the engine's API cannot read, as the fuzz test has found them. */
class UnreadableBodiesTest extends Story {

  @LocalServerPort private int port;

  private CaseId id;
  private String task;

  @BeforeEach
  void aCaseWaits() {
    id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO"));
    task = task(tasksOf(id), "Check consent").getId();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{\"variables\": \"Told in private\"}", "{\"variables\": {\"consents\": \"Told in private\"}}", "[\"Told in private\"]", "{\"variables\": {\"consents\": {\"value\": \"Told in private",
      "{\"told in private\": 1, \"variables\": {\"x\": {\"value\": \"\u0001\"}}}"})
  void a_body_that_cannot_be_read_is_refused_without_its_words_or_a_class(String body) {
    for (var path : new String[] {"/task/" + task + "/submit-form", "/process-definition/key/raiseConcern/tenant-id/warwickshire/submit-form"}) {
      var answer = Rest.as("business-support.war", port).raw("POST", "/engine-rest" + path, body, "Content-Type", "application/json");
      assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
      assertThat(answer.body()).doesNotContainIgnoringCase("told in private").doesNotContain("java.", "camunda", "Dto", "Exception:");
    }
    assertThat(open(id)).containsExactly("Check consent");
  }
}
