package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what, tried from outside as an attacker or a curious colleague would. */
class AccessTest extends Story {

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;

  private CaseId id;
  private String task;

  @BeforeEach
  void aCaseWaitsForItsConsentCheck() {
    id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO", "consents", notAskedYet("Jo")));
    task = task(tasksOf(id), "Check consent").getId();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/user", "/engine-rest/task", "/engine-rest/engine", "/engine-rest/version", "/engine-rest/deployment",
      "/engine-rest/history/variable-instance", "/engine-rest/identity/password-policy", "/api/cases", "/api/deadlines", "/api/referrals",
      "/v3/api-docs", "/swagger-ui/index.html", "/records", "/api/meetings", "/engine-rest/history/task"})
  void nothing_answers_the_anonymous(String path) {
    assertThat(Rest.anonymous(port).get(path).status()).isEqualTo(401);
    assertThat(Rest.as("nobody", "wrong", port).get(path).status()).isEqualTo(401);
  }

  @Test
  void a_task_is_seen_by_those_it_is_offered_to_and_by_nobody_else() {
    assertThat(Rest.as("business-support.war", port).get("/engine-rest/task/" + task).status()).isEqualTo(200);
    assertThat(Rest.as("allocated-service.war", port).get("/engine-rest/task/" + task).status()).isIn(403, 404);
    assertThat(Rest.as("receiving-manager.lrk", port).get("/engine-rest/task/" + task).status()).isIn(403, 404);
    assertThat(Rest.as("receiving-manager.lrk", port).get("/engine-rest/task?maxResults=50").json()).isEmpty();
  }

  @Test
  void a_case_of_another_authority_does_not_exist() {
    assertThat(Rest.as("chair.war", port).get("/api/cases/" + id).status()).isEqualTo(200);
    var refused = Rest.as("receiving-manager.lrk", port).get("/api/cases/" + id);
    var unknown = Rest.as("receiving-manager.lrk", port).get("/api/cases/WAR-2026-999999");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text().replace(id.value(), "X")).isEqualTo(unknown.text().replace("WAR-2026-999999", "X"));
  }

  /** Method, path and body of the side doors of the engine's API; {task} stands for a task that the user is a candidate of. */
  static Stream<List<Object>> sideDoors() {
    var variable = Map.of("value", "x", "type", "String");
    return Stream.of(
        List.of("PUT", "/engine-rest/task/{task}/variables/route", variable),
        List.of("POST", "/engine-rest/task/{task}/variables", Map.of("modifications", Map.of("route", variable))),
        List.of("PUT", "/engine-rest/task/{task}/localVariables/note", variable),
        List.of("PUT", "/engine-rest/task/{task}", Map.of("name", "x", "due", "2030-01-01T00:00:00.000+0000", "description", "free text")),
        List.of("POST", "/engine-rest/task/{task}/comment/create", Map.of("message", "free text")),
        List.of("POST", "/engine-rest/task/{task}/bpmnError", Map.of("errorCode", "x")),
        List.of("POST", "/engine-rest/task/{task}/bpmnEscalation", Map.of("escalationCode", "x")),
        List.of("POST", "/engine-rest/task/{task}/resolve", Map.of()),
        List.of("POST", "/engine-rest/task/{task}/delegate", Map.of("userId", "chair.war")),
        List.of("POST", "/engine-rest/task/create", Map.of("name", "free text")),
        List.of("POST", "/engine-rest/message", Map.of("messageName", "baton.panelDecided")),
        List.of("POST", "/engine-rest/signal", Map.of("name", "x")),
        List.of("POST", "/engine-rest/process-definition/key/panelMeeting/tenant-id/warwickshire/start", Map.of()),
        List.of("POST", "/engine-rest/process-definition/key/referral/tenant-id/warwickshire/start", Map.of()),
        List.of("POST", "/engine-rest/process-definition/key/panelMeeting/tenant-id/warwickshire/submit-form", Map.of("variables", Map.of())),
        List.of("POST", "/engine-rest/filter/create", Map.of("resourceType", "Task", "name", "x", "query", Map.of("assigneeExpression", "${1+1}"))),
        List.of("POST", "/engine-rest/authorization/create", Map.of("type", 1, "permissions", List.of("ALL"), "userId", "chair.war", "resourceType", 8, "resourceId", "*")),
        List.of("POST", "/engine-rest/user/create", Map.of("profile", Map.of("id", "intruder"), "credentials", Map.of("password", "Intruder-2026!"))));
  }

  @ParameterizedTest
  @MethodSource("sideDoors")
  void the_side_doors_are_shut_for_those_who_work_on_cases(List<Object> door) {
    var path = door.get(1).toString().replace("{task}", task);
    var business = Rest.as("business-support.war", port);
    var answer = door.get(0).equals("PUT") ? business.put(path, door.get(2)) : business.post(path, door.get(2));
    assertThat(answer.status()).as("%s: %s", door, answer.text()).isIn(400, 403);
    assertThat(taskService.getTaskComments(task)).isEmpty();
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getDueDate()).isNull();
    assertThat(taskService.getVariables(task)).doesNotContainEntry("route", "x").doesNotContainKey("note");
    assertThat(open(id)).containsExactly("Check consent");
  }

  @Test
  void a_task_cannot_be_completed_around_its_form() {
    var answer = Rest.as("business-support.war", port).post("/engine-rest/task/" + task + "/complete", Rest.variables(Map.of("recordProfile", true)));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(open(id)).containsExactly("Check consent");
  }

  @Test
  void the_server_checks_a_form_again_and_names_field_value_and_expectation() {
    var before = consents.of(id);
    var answer = Rest.as("business-support.war", port).post("/engine-rest/task/" + task + "/submit-form", Rest.variables(Map.of(
        "consents", List.of(Map.of("giver", "Jo Penn", "capacity", "PARENT", "support", "PERHAPS", "sharing", "GIVEN")), "holder", "somebody")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("consents[0].support: got 'PERHAPS', expected one of [GIVEN, MISSING, REFUSED, WITHDRAWN, NOT_NEEDED]")
        .contains("holder: got 8 characters, expected no such field")
        .contains("consents[0].discussion: got nothing, expected an answer to 'Discussion at the panel'");
    assertThat(consents.of(id)).isEqualTo(before);
  }

  @Test
  void a_business_key_is_no_door_for_free_text() {
    var answer = Rest.as("business-support.war", port).post("/engine-rest/process-definition/key/raiseConcern/tenant-id/warwickshire/submit-form",
        Map.of("businessKey", "Jane Doe, born 2015", "variables",
            Map.of("caseReference", Map.of("value", id.value()), "concern", Map.of("value", "A bruise was seen"))));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("businessKey: got one, expected none");
    assertThat(open(id)).containsExactly("Check consent");
  }

  @Test
  void expressions_in_queries_are_refused_inside_or_queries_too() {
    var chair = Rest.as("chair.war", port);
    var expression = Map.of("orQueries", List.of(Map.of("dueAfterExpression", "${now()}")));
    var filter = chair.get("/engine-rest/filter?maxResults=10").json().get(0).get("id").asText();

    for (var path : List.of("/engine-rest/task?maxResults=5", "/engine-rest/task/count", "/engine-rest/filter/" + filter + "/list?maxResults=5",
        "/engine-rest/filter/" + filter + "/count")) {
      var refused = chair.post(path, expression);
      assertThat(refused.status()).as(path).isEqualTo(400);
      assertThat(refused.text()).as(path).contains("Expressions are forbidden");
    }
    assertThat(chair.post("/engine-rest/task?maxResults=5", Map.of("dueAfterExpression", "${now()}")).text()).contains("Expressions are forbidden");
    assertThat(chair.post("/engine-rest/task?maxResults=5", Map.of("orQueries", List.of(Map.of("name", "Check consent")))).status()).isEqualTo(200);
  }

  @Test
  void nobody_creates_a_first_administrator_from_outside() {
    assertThat(identityService.createUserQuery().memberOfGroup(Rights.ADMINISTRATORS).count()).isPositive();
    var answer = Rest.anonymous(port).post("/camunda/api/admin/setup/default/user/create",
        Map.of("profile", Map.of("id", "intruder"), "credentials", Map.of("password", "Intruder-2026!")));
    assertThat(answer.status()).as("before the check of cross-site requests, which would hide a hole behind it").isEqualTo(404);
    assertThat(Rest.anonymous(port).get("/camunda/api/admin/setup/default/user/create").status()).isEqualTo(404);
    assertThat(identityService.createUserQuery().userId("intruder").count()).isZero();
  }

  @Test
  void only_managers_deploy_and_only_into_their_own_authority() {
    var table = packs.current("warwickshire").files().content().get("quorum.dmn");
    var changed = new String(table, StandardCharsets.UTF_8).replace("services count, not heads", "services are counted, not heads").getBytes(StandardCharsets.UTF_8);
    var files = Map.of("quorum.dmn", changed);
    var before = packs.versions("warwickshire").size();

    assertThat(Rest.as("chair.war", port).deploy("warwickshire", files).status()).isEqualTo(403);
    assertThat(Rest.as("supervisor.war", port).deploy("warwickshire", files).status()).isEqualTo(403);
    assertThat(Rest.as("manager.war", port).deploy(null, files).text()).contains("tenant-id is 'null'; expected the authority whose pack this changes");
    assertThat(Rest.as("manager.war", port).deploy("larkshire", files).status()).isEqualTo(400);
    assertThat(packs.versions("warwickshire")).hasSize(before);
    assertThat(packs.versions("larkshire")).hasSize(1);
  }

  @Test
  void a_worker_reads_no_history_and_another_authority_sees_nothing_of_this_one() {
    for (var path : List.of("process-instance", "task", "variable-instance", "detail")) {
      assertThat(Rest.as("business-support.war", port).get("/engine-rest/history/" + path + "?maxResults=5").json()).as(path).isEmpty();
    }
    var other = Rest.as("receiving-manager.lrk", port);
    for (var path : List.of("", "/holders", "/chronology", "/deadlines", "/file")) {
      assertThat(other.get("/api/cases/" + id + path).status()).as(path).isEqualTo(404);
    }
    assertThat(other.post("/api/cases/" + id + "/split", Map.of("children", List.of(), "reason", "x")).status()).isEqualTo(404);
    for (var path : List.of("/api/cases", "/api/deadlines", "/api/meetings")) {
      assertThat(other.get(path).json()).as(path).isEmpty();
    }
    assertThat(other.get("/records").text()).doesNotContain("WAR-");
    assertThat(other.post("/api/referrals", Map.of("authority", "warwickshire", "answers", Map.of())).status()).isEqualTo(400);
    assertThat(other.get("/engine-rest/process-definition?maxResults=100").json()).allMatch(definition -> definition.path("tenantId").asText().equals("larkshire"));
    assertThat(other.post("/engine-rest/task/" + task + "/submit-form", Rest.variables(Map.of("recordProfile", true))).status()).isGreaterThanOrEqualTo(400);
    assertThat(open(id)).containsExactly("Check consent");
    assertThat(other.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "receiving-manager.lrk")).status()).isGreaterThanOrEqualTo(400);
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
  }

  @Test
  void whoever_a_task_is_taken_from_no_longer_reads_it_and_supervisors_see_no_names() {
    var support = Rest.as("business-support.war", port);
    var supervisor = Rest.as("supervisor.war", port);
    var colleague = colleague();
    assertThat(supervisor.post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "colleague.war")).status()).isEqualTo(204);
    assertThat(colleague.get("/engine-rest/task/" + task + "/form-variables").text()).contains("caseSummary");

    assertThat(supervisor.post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "business-support.war")).status()).isEqualTo(204);
    identityService.deleteMembership("colleague.war", "warwickshire.rugby.business-support");
    assertThat(colleague.get("/engine-rest/task/" + task + "/form-variables").status()).as("no longer offered to her, and no longer hers").isIn(403, 404);
    identityService.deleteUser("colleague.war");
    assertThat(support.get("/engine-rest/task/" + task + "/form-variables").text()).contains("caseSummary");
    for (var reader : List.of("supervisor.war", "manager.war")) {
      assertThat(Rest.as(reader, port).get("/engine-rest/variable-instance?variableName=caseSummary&maxResults=5").json()).as(reader).isEmpty();
      assertThat(Rest.as(reader, port).get("/engine-rest/task/" + task + "/variables").status()).as(reader).isEqualTo(403);
    }
  }

  /** Somebody of the same district's business support. */
  private Rest colleague() {
    somebody("colleague.war", "warwickshire", Rights.WORKERS, "warwickshire.rugby.business-support");
    return Rest.as("colleague.war", port);
  }

  @Test
  void objects_and_files_are_no_answers_and_no_client_makes_the_server_build_an_object() {
    var support = Rest.as("business-support.war", port);
    var object = Map.of("variables", Map.of("consents", Map.of("type", "Object", "value", "\"a longer text\"",
        "valueInfo", Map.of("objectTypeName", "java.io.File", "serializationDataFormat", "application/json"))));
    var refused = support.post("/engine-rest/task/" + task + "/submit-form", object);
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.text()).contains("consents: got object, expected a text");

    var admin = Rest.as("admin", port);
    var path = "/engine-rest/task/" + task + "/variables/y";
    admin.put(path, Map.of("type", "Object", "value", "\"a longer text\"",
        "valueInfo", Map.of("objectTypeName", "java.io.File", "serializationDataFormat", "application/json")));
    assertThat(admin.get(path + "?deserializeValue=true").status()).isEqualTo(400);
    assertThat(admin.put(path, Map.of("type", "Object", "value", "rO0ABXQAAXg=",
        "valueInfo", Map.of("objectTypeName", "java.lang.String", "serializationDataFormat", "application/x-java-serialized-object"))).text())
        .contains("serialization format is prohibited");
  }

  @Test
  void a_cancel_that_asks_to_skip_listeners_still_ends_the_run_and_its_deadlines_and_cockpit_does_not_ask() {
    done(id, "Check consent", with("consents", List.of(with("giver", "Jo", "capacity", "PARENT", "informed", "YES", "support", "MISSING", "sharing", "GIVEN", "discussion", "GIVEN"))));
    assertThat(deadlineLists.ofCase(id)).anyMatch(deadline -> deadline.state().name().equals("OPEN"));
    var admin = Rest.as("admin", port);
    assertThat(admin.delete("/engine-rest/process-instance/" + runs.main(id).orElseThrow() + "?skipCustomListeners=true&skipIoMappings=true").status()).isEqualTo(204);

    assertThat(runs.main(id)).isEmpty();
    assertThat(deadlineLists.ofCase(id)).allMatch(deadline -> deadline.state().name().equals("LAPSED"));
    assertThat(Rest.anonymous(port).get("/camunda/app/cockpit/scripts/config.js").text()).contains("skipCustomListeners: {default: false, hidden: true}");
  }

  @Test
  void outside_the_demo_baton_refuses_h2() {
    new ApplicationContextRunner().withUserConfiguration(NoDemoDatabase.class).withPropertyValues("spring.datasource.url=jdbc:h2:file:./data/baton")
        .run(context -> assertThat(context).getFailure().hasMessageContaining("expected PostgreSQL outside the demo profile"));
  }

  @Test
  void no_business_user_is_an_engine_administrator_and_an_unbounded_query_is_refused() {
    assertThat(identityService.createUserQuery().memberOfGroup(Rights.ADMINISTRATORS).list()).extracting("id").containsExactly("admin");
    assertThat(Rest.as("supervisor.war", port).get("/engine-rest/history/activity-instance?maxResults=3000").status()).isEqualTo(400);
    assertThat(Rest.as("supervisor.war", port).get("/engine-rest/history/activity-instance").status()).isEqualTo(400);
  }
}
