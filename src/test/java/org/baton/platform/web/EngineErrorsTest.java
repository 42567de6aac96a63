package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baton.casefile.CaseClosedException;
import org.baton.casefile.CaseId;
import org.baton.panel.PanelRefusedException;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the engine's API says when something cannot be done. */
@ExtendWith(OutputCaptureExtension.class)
class EngineErrorsTest extends Story {

  @Autowired private IdentityService identityService;
  @LocalServerPort private int port;

  private CaseId id;
  private String task;

  @BeforeEach
  void aCaseWaits() {
    id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO", "consents", notAskedYet("Jo")));
    task = task(tasksOf(id), "Check consent").getId();
  }

  private static Map<String, Object> consent() {
    return Rest.variables(with("consents", List.of(with("giver", "Jo", "capacity", "PARENT", "informed", "YES", "support", "MISSING", "sharing", "GIVEN", "discussion", "GIVEN")), "youngPersonAsked", "NO", "youngPersonWhy", "She is six"));
  }

  @Test
  void what_is_another_authority_s_and_what_is_unknown_are_one(CapturedOutput log) {
    var other = Rest.as("receiving-manager.lrk", port);
    var supervisor = Rest.as("receiving-manager.lrk", port);
    var definition = repositoryService.createProcessDefinitionQuery().tenantIdIn("warwickshire").processDefinitionKey("referral").latestVersion().singleResult();
    for (var path : List.of("/process-definition/%s", "/process-definition/%s/xml", "/process-definition/%s/startForm", "/process-definition/%s/deployed-start-form",
        "/process-definition/%s/deployed-start-form")) {
      var foreign = other.get("/engine-rest" + path.formatted(definition.getId()));
      var unknown = supervisor.get("/engine-rest" + path.formatted("none"));
      assertThat(foreign.status()).as(path + foreign.text()).isEqualTo(404);
      assertThat(foreign.text()).as(path).isEqualTo(unknown.text());
    }
    assertThat(other.post("/engine-rest/task/" + task + "/submit-form", consent()).status()).isEqualTo(404);
    assertThat(log).doesNotContain("belongs to no authenticated tenant").doesNotContain("\tat org.camunda");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/task/none", "/task/none/form", "/task/none/form-variables", "/process-instance/none", "/deployment/none", "/filter/none", "/job/none/stacktrace",
      "/history/process-instance/none", "/decision-definition/none/xml", "/user/none/profile", "/group/none", "/tenant/none", "/incident/none", "/execution/none"})
  void an_unknown_id_is_no_fault_of_the_server_s(String path) {
    var answer = Rest.as("admin", port).get("/engine-rest" + path);
    assertThat(answer.status()).as(answer.text()).isIn(400, 404);
    assertThat(answer.json().has("type")).isTrue();
    assertThat(answer.json().has("message")).isTrue();
  }

  @Test
  void of_two_who_complete_a_task_at_once_one_succeeds_and_the_other_reads_who_was_first() {
    var answers = IntStream.range(0, 6).mapToObj(i -> CompletableFuture.supplyAsync(
        () -> Rest.as("business-support.war", port).post("/engine-rest/task/" + task + "/submit-form", consent()))).toList()
        .stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 204).allSatisfy(answer -> {
      assertThat(answer.status()).as(answer.text()).isEqualTo(409);
      assertThat(answer.text()).contains("was done by you");
    });
    assertThat(consents.of(id)).extracting("giver").containsOnly(java.util.Optional.of("Jo"));
    var late = Rest.as("business-support.war", port).post("/engine-rest/task/" + task + "/submit-form", consent());
    assertThat(late.status()).isEqualTo(409);
    assertThat(Rest.as("allocated-service.war", port).post("/engine-rest/task/" + task + "/submit-form", consent()).text()).doesNotContain("was done by");
  }

  /** Whoever was second has found the task and not yet its process: how far the first one is by then is a matter of milliseconds. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Cannot restore state of process instance 7: list of executions is empty | true", "cannot signal execution 7: it has no current activity | true",
      "cannot signal execution 7: the script failed | false"})
  void what_the_engine_says_of_a_process_that_went_on_meanwhile_is_a_lost_race(String words, boolean lost) {
    assertThat(EngineErrors.lostRace(new IllegalStateException("Cannot submit task form 8", new ProcessEngineException(words)))).isEqualTo(lost);
  }

  /** As {@link #what_the_engine_says_of_a_process_that_went_on_meanwhile_is_a_lost_race}: whatever was not to be found any more. */
  @Test
  void what_the_server_stumbles_over_when_a_task_was_done_meanwhile_is_a_lost_race_and_no_fault_of_it() {
    assertThat(stumbled().getStatus()).as("while the task is open").isEqualTo(500);
    assertThat(Rest.as("business-support.war", port).post("/engine-rest/task/" + task + "/submit-form", consent()).status()).isEqualTo(204);

    var late = stumbled();

    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(((ExceptionDto) late.getEntity()).getMessage()).contains("'Check consent' was done by you");
  }

  /** What business support reads when the server stumbles while it completes the task. */
  private Response stumbled() {
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest("POST", "/engine-rest/task/" + task + "/submit-form")));
    identityService.setAuthentication("business-support.war", List.of("warwickshire.rugby.business-support"), List.of("warwickshire"));
    try {
      return EngineErrors.answer(new NullPointerException(), 500, ExceptionDto.fromException(new NullPointerException("execution")));
    } finally {
      identityService.clearAuthentication();
      RequestContextHolder.resetRequestAttributes();
    }
  }

  /** A step that goes on after the form refuses in the same words as the form would. */
  @Test
  void what_a_panel_or_a_closed_case_refuses_is_said_and_is_no_fault_of_the_server() {
    for (var refused : List.of(new PanelRefusedException("The sitting is not quorate"), new CaseClosedException(id))) {
      var answer = EngineErrors.answer(new ProcessEngineException("step", refused), 500, ExceptionDto.fromException(new ProcessEngineException("step")));
      assertThat(answer.getStatus()).isEqualTo(400);
      assertThat(((ExceptionDto) answer.getEntity()).getMessage()).isEqualTo(refused.getMessage());
    }
  }

  @Test
  void a_task_that_somebody_holds_is_not_claimed_again_and_the_answer_names_the_holder() {
    taskService.setAssignee(task, "chair.war");
    var answer = Rest.as("business-support.war", port).post("/engine-rest/task/" + task + "/claim", Map.of("userId", "business-support.war"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(answer.text()).contains("'Check consent' is with chair.war already");
  }

  @Test
  void a_task_that_a_concern_took_back_was_done_by_nobody() {
    taskService.setAssignee(task, "business-support.war");
    raiseConcern(id);
    var late = Rest.as("business-support.war", port).post("/engine-rest/task/" + task + "/submit-form", consent());
    assertThat(late.status()).as(late.text()).isEqualTo(409);
    assertThat(late.text()).contains("'Check consent' was taken back on").doesNotContain("was done by");
  }

  @Test
  void what_others_work_on_is_counted_for_those_alone_who_watch_over_it() {
    var definition = repositoryService.createProcessDefinitionQuery().tenantIdIn("warwickshire").processDefinitionKey("referral").latestVersion().singleResult();
    for (var path : List.of("/engine-rest/process-definition/statistics", "/engine-rest/process-definition/" + definition.getId() + "/statistics",
        "/engine-rest/history/process-definition/" + definition.getId() + "/statistics", "/engine-rest/deployment/statistics", "/engine-rest/batch/statistics")) {
      for (var role : List.of("business-support", "chair", "allocated-service")) {
        assertThat(Rest.as(role + ".war", port).get(path).status()).as(role + " " + path).isIn(403, 404);
      }
    }
    assertThat(Rest.as("supervisor.war", port).get("/engine-rest/process-definition/statistics").json()).isNotEmpty();
    assertThat(Rest.as("supervisor.cam", port).get("/engine-rest/history/process-definition/" + definition.getId() + "/statistics").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/task", "/process-instance", "/job", "/history/task", "/history/process-instance", "/history/activity-instance", "/deployment", "/incident", "/user",
      "/group", "/filter", "/process-definition", "/decision-definition", "/external-task", "/execution", "/variable-instance", "/process-definition/statistics"})
  void a_page_that_no_list_has_is_refused_by_name_at_every_door(String path) {
    for (var bad : List.of("maxResults=-5", "firstResult=-3", "maxResults=99999999999", "firstResult=1.5", "maxResults=", "maxResults=all", "firstResult=2147483648")) {
      var engine = Rest.as("admin", port).get("/engine-rest" + path + "?" + bad);
      assertThat(engine.status()).as(path + bad + engine.text()).isEqualTo(400);
      assertThat(engine.text()).contains(bad.substring(0, bad.indexOf('=')) + " is of ").contains("expected a whole number");
    }
    assertThat(Rest.as("admin", port).get("/engine-rest" + path + "?firstResult=0&maxResults=5").status()).isEqualTo(200);
    assertThat(Rest.anonymous(port).get("/engine-rest" + path + "?maxResults=-5").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/api/engine/engine/default/task", "/camunda/api/cockpit/plugin/base/default/process-instance", "/camunda/api/cockpit/plugin/base/default/incident"})
  void the_web_applications_refuse_such_a_page_too(String path) {
    var browser = Rest.inBrowser("supervisor.war", port);
    for (var bad : List.of("maxResults=-5", "firstResult=-3", "maxResults=99999999999")) {
      assertThat(browser.get(path + "?" + bad).status()).as(path + bad).isEqualTo(400);
    }
  }

  static Stream<Map<String, Object>> crooked() {
    return Stream.of(
        Map.of("value", "{bad", "type", "Json"), Map.of("value", "[".repeat(5000), "type", "Json"), Map.of("value", "<a/>", "type", "Xml"),
        Map.of("value", "x", "type", "NoSuchType"), Map.of("value", "x", "type", "Integer"), Map.of("value", "2026", "type", "Date"));
  }

  @ParameterizedTest
  @MethodSource("crooked")
  void an_answer_that_cannot_be_read_is_refused_and_repeated_nowhere(Map<String, Object> value, CapturedOutput log) {
    var answer = Rest.as("business-support.war", port).post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", Map.of("consents", value)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain("org.baton").doesNotContain("\tat ");
    assertThat(log).doesNotContain("{bad").doesNotContain("<a/>");
  }

  @Test
  void a_null_variable_and_a_claim_for_what_is_no_id_are_refused() {
    var business = Rest.as("business-support.war", port);
    var nothing = business.raw("POST", "/engine-rest/task/" + task + "/submit-form", "{\"variables\":{\"consents\":null}}", "Content-Type", "application/json");
    assertThat(nothing.statusCode()).as(nothing.body()).isBetween(400, 409);
    for (var user : List.of("*", "x".repeat(300))) {
      var claim = business.post("/engine-rest/task/" + task + "/claim", Map.of("userId", user));
      assertThat(claim.status()).as(claim.text()).isBetween(400, 409);
    }
  }

  @Test
  void no_answer_and_no_log_repeats_a_statement_a_class_or_what_was_typed(CapturedOutput log) {
    var fault = new DataIntegrityViolationException("PreparedStatementCallback; SQL [insert into consent (case_id) values (?)]; Jane Doe",
        new SQLException("value too long: Jane Doe", "22001"));
    assertThat(answered(new ProcessEngineException("Cannot submit: org.baton.casefile.CaseStore@1f3 Jane Doe", fault), 400))
        .contains("too long").doesNotContain("Jane Doe").doesNotContain("insert").doesNotContain("consent");
    assertThat(answered(new ProcessEngineException("### Error querying database Jane Doe", new SQLException("Jane Doe", "08006")), 500)).doesNotContain("Jane Doe");
    assertThat(answered(new ProcessEngineException("x", new SQLException("Jane Doe", "23505")), 409)).contains("at the same time");
    assertThat(answered(new ProcessEngineException("Unknown property in org.baton.panel.Panels.Thing: x"), 500)).doesNotContain("org.baton");
    assertThat(log).contains("java.sql.SQLException 08006/0").doesNotContain("Jane Doe").doesNotContain("### Error");
  }

  private static String answered(Throwable thrown, int status) {
    var answer = ExceptionHandlerHelper.getInstance().getResponse(thrown);
    assertThat(answer.getStatus()).isEqualTo(status);
    return ((ExceptionDto) answer.getEntity()).getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/register?sort=x", "/api/deadlines?dueBefore=yesterday", "/register?page=999999999999999"})
  void a_parameter_of_another_kind_is_named_without_a_class(String path) {
    var answer = Rest.as("chair.war", port).get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).contains("expected ").doesNotContain("org.baton").doesNotContain("java.");
  }

  @Test
  void nobody_learns_who_else_there_is() {
    var chair = Rest.as("chair.cam", port);
    assertThat(chair.get("/engine-rest/identity/groups?userId=chair.cam").status()).isEqualTo(200);
    for (var other : List.of("chair.war", "no.such.user")) {
      assertThat(chair.get("/engine-rest/identity/groups?userId=" + other).status()).isEqualTo(403);
      assertThat(chair.get("/engine-rest/group?maxResults=5&member=" + other).status()).isEqualTo(403);
      assertThat(chair.get("/engine-rest/tenant?maxResults=5&userMember=" + other).status()).isEqualTo(403);
    }
  }
}
