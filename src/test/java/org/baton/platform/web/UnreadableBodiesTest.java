package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

  /** Each of these doors is an application of its own: the REST API, the web applications' own of it, and Cockpit's queries. */
  @Test
  void a_body_of_another_shape_is_refused_in_baton_s_words_at_every_door() {
    var doors = Map.of("/engine-rest/task/" + task + "/submit-form", Rest.as("business-support.war", port),
        "/camunda/api/engine/engine/default/task/" + task + "/submit-form", Rest.inBrowser("business-support.war", port),
        "/camunda/api/cockpit/plugin/base/default/process-instance", Rest.inBrowser("supervisor.war", port));
    doors.forEach((door, user) -> {
      for (var body : List.of("{\"variables\": true}", "{\"variables\": {\"Jo Penn\": [\"Mill Lane\"]}}", "[\"Mill Lane\"]", "{\"variables\": Mill Lane", "\"Mill Lane\"", "[".repeat(5000))) {
        var answer = user.raw("POST", door, body, "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(door + " " + body + answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).as(door + " " + body).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.body()).as(door).contains("expected").doesNotContain("Mill Lane", "Jo Penn", "java", "Dto", "com.fasterxml").hasSizeLessThan(500);
      }
    });
    assertThat(open(id)).containsExactly("Check consent");
  }

  @Test
  void a_value_that_is_not_of_its_type_is_refused_and_not_repeated() {
    var answer = Rest.as("business-support.war", port).raw("POST", "/engine-rest/task/" + task + "/submit-form",
        "{\"variables\": {\"giver\": {\"value\": \"Jo Penn of Mill Lane\", \"type\": \"Date\"}}}", "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("of another kind than its type says").doesNotContain("Mill Lane");
  }

  @Test
  void what_is_no_id_is_not_repeated() {
    var answer = Rest.as("supervisor.war", port).raw("POST", "/api/deadlines/Jo%20Penn%20of%20Mill%20Lane/follow", "{\"reason\": \"A closure\"}", "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    assertThat(answer.body()).contains("of 20 characters");
  }

  @Test
  void what_says_one_thing_twice_is_refused() {
    var answer = Rest.as("supervisor.war", port).raw("POST", "/api/deadlines/unknown/follow", "{\"reason\": null, \"reason\": \"A closure\"}", "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("expected JSON").doesNotContain("A closure");
  }

  @Test
  void what_a_step_refuses_in_words_is_the_request_s_fault() {
    var answers = sample.fill(packs.current("warwickshire").form("takeOver"), Map.of(), Map.of("caseStands", "CHECKS", "route", "ROUTE_2", "heldBy", "police"));
    var answer = Rest.as("business-support.war", port).post("/engine-rest/process-definition/key/takeOver/tenant-id/warwickshire/submit-form", Rest.variables(answers));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).contains("heldBy is 'police', but by the table 'holder'").doesNotContain("${");
  }
}
