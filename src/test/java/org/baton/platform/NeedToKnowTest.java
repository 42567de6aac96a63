package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.ReadLog;
import org.baton.protocol.Markdown;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each role of one authority sees and does, by the rows of the tables {@code access} and {@code starter}. */
class NeedToKnowTest extends Story {

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;
  @Autowired private ReadLog log;

  private CaseId id;

  @BeforeEach
  void aCaseWaitsForItsConsentCheck() {
    id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO", "consents", notAskedYet("Jo Penn")));
  }

  @AfterEach
  void nobodyElseStays() {
    for (var user : List.of("chair.of.stratford", "worker.of.health", "without.role", "member.of.iyss")) {
      identityService.deleteUser(user);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/file", "/chronology", "/notices", "/holders", "/deadlines"})
  void a_practitioner_does_not_learn_that_a_case_of_others_exists(String what) {
    var refused = as("allocated-service.war").get("/api/cases/" + id + what);
    var unknown = as("allocated-service.war").get("/api/cases/WAR-2026-999999" + what);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text().replace(id.value(), "X")).isEqualTo(unknown.text().replace("WAR-2026-999999", "X"));
    assertThat(as("manager.war").get("/api/cases/" + id + what).status()).as("models need no case").isEqualTo(404);
  }

  @Test
  void a_service_sees_the_cases_that_it_holds_or_was_given_and_no_others() {
    somebody("worker.of.health", "warwickshire", Rights.WORKERS, "warwickshire.health.allocated-service");
    assertThat(as("worker.of.health").get("/api/cases").json()).isEmpty();
    holders.allocate(id, "health");
    assertThat(numbers(as("worker.of.health").get("/api/cases").json())).containsExactly(id.value());
    assertThat(as("worker.of.health").get("/api/cases/" + id + "/file").status()).isEqualTo(200);
    holders.allocate(id, "police");
    assertThat(as("worker.of.health").get("/api/cases/" + id + "/file").status()).isEqualTo(404);
  }

  @Test
  void a_chair_sees_the_cases_of_the_own_panel() {
    somebody("chair.of.stratford", "warwickshire", Rights.WORKERS, "warwickshire.stratford.chair");
    holders.assignForum(id, "rugby");
    assertThat(as("chair.war").get("/api/cases/" + id + "/file").status()).isEqualTo(200);
    assertThat(as("chair.of.stratford").get("/api/cases/" + id).status()).isEqualTo(404);
    assertThat(as("chair.of.stratford").get("/api/cases").json()).isEmpty();
    assertThat(as("chair.of.stratford").get("/api/register").json()).isEmpty();
    holders.assignForum(id, "stratford");
    assertThat(numbers(as("chair.of.stratford").get("/api/cases").json())).containsExactly(id.value());
  }

  @Test
  void a_case_of_a_panel_that_the_pack_does_not_have_is_seen_by_every_panel_like_one_of_none() {
    somebody("chair.of.stratford", "warwickshire", Rights.WORKERS, "warwickshire.stratford.chair");
    jdbc.sql("update family_case set forum = 'stratfrod' where id = ?").param(id.value()).update();
    assertThat(as("chair.of.stratford").get("/api/cases/" + id + "/file").status()).isEqualTo(200);
    assertThat(numbers(as("chair.of.stratford").get("/api/cases").json())).containsExactly(id.value());
    assertThat(as("chair.of.stratford").get("/api/register").json().findValuesAsText("caseId")).containsExactly(id.value());
  }

  @Test
  void a_member_of_the_panel_sees_a_case_from_the_time_its_papers_go_out_until_the_sitting_is_over() {
    somebody("member.of.iyss", "warwickshire", Rights.WORKERS, "camden.iyss.member");
    identityService.createTenantUserMembership("camden", "member.of.iyss");
    var listed = referral("camden", with("immediateConcern", "NO", "route", "EARLY_HELP_SERVICE", "referrerService", "contact-team",
        "consents", List.of(with("giver", "Jo Penn", "capacity", "PARENT", "referral", "GIVEN", "discussion", "GIVEN"))));
    var sitting = sittingOf(listed);
    assertThat(as("member.of.iyss").get("/api/cases/" + listed + "/file").status()).isEqualTo(404);
    agenda.agree(sitting.id());
    assertThat(as("member.of.iyss").get("/api/cases/" + listed + "/file").status()).isEqualTo(200);
    attendance.signIn(sitting.id(), List.of());
    sittings.end(sitting.id());
    assertThat(as("member.of.iyss").get("/api/cases/" + listed + "/file").status()).isEqualTo(404);
  }

  @Test
  void supervisors_see_duties_and_holders_of_their_authority_but_no_names() {
    var supervisor = as("supervisor.war");
    assertThat(supervisor.get("/api/cases/" + id).status()).isEqualTo(200);
    assertThat(supervisor.get("/api/cases/" + id + "/holders").json()).isNotEmpty();
    for (var named : List.of("/file", "/chronology", "/notices")) {
      assertThat(supervisor.get("/api/cases/" + id + named).status()).as(named).isEqualTo(403);
    }
    assertThat(supervisor.get("/register").status()).isEqualTo(403);
    assertThat(supervisor.get("/records").status()).isEqualTo(403);
  }

  @Test
  void whoever_has_the_authority_and_no_role_sees_nothing() {
    somebody("without.role", "warwickshire", Rights.WORKERS);
    for (var path : List.of("/api/cases", "/api/deadlines", "/api/meetings")) {
      assertThat(as("without.role").get(path).json()).as(path).isEmpty();
    }
    for (var path : List.of("/api/register", "/register", "/records", "/api/register/spreadsheet")) {
      assertThat(as("without.role").get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(as("without.role").get("/api/cases/" + id + "/file").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"allocated-service.war", "supervisor.war", "manager.war", "service-manager.war"})
  void nobody_without_the_right_changes_a_case_by_rest(String who) {
    var child = people.family(id).children().get(0).id();
    var entry = chronology.of(id).get(0).id();
    assertThat(as(who).post("/api/cases/" + id + "/split", Map.of("children", List.of(child), "reason", "none")).status()).isIn(403, 404);
    assertThat(as(who).post("/api/cases/" + id + "/chronology/" + entry + "/correction", Map.of("entry", "rewritten", "reason", "none")).status()).isIn(403, 404);
    assertThat(as(who).put("/api/register", List.of(with("caseId", id.value(), "remark", "theirs", "followUpOn", null, "was", with("remark", null, "followUpOn", null)))).status()).isIn(403, 404);
    assertThat(chronology.of(id)).noneMatch(line -> line.kind().equals("CORRECTION"));
    assertThat(jdbc.sql("select count(*) from register_entry").query(Integer.class).single()).isZero();
  }

  @Test
  void every_look_at_a_family_file_is_logged_with_who_when_and_why() {
    as("business-support.war").get("/api/cases/" + id + "/file");
    as("chair.war").get("/api/cases/" + id + "/chronology");
    as("chair.war").get("/register");
    as("supervisor.war").get("/api/cases/" + id + "/file");
    as("business-support.war").get("/engine-rest/task/" + task(tasksOf(id), "Check consent").getId() + "/form-variables");

    assertThat(log.of(id)).extracting(entry -> entry.user() + " " + entry.what()).containsExactly(
        "business-support.war file", "chair.war chronology", "chair.war register", "business-support.war task");
    assertThat(log.of(id).get(0).allowedBy()).contains("business-support of").contains("by PANEL");
    assertThat(log.of(id).get(3).allowedBy()).contains("userTask_checkConsent");
    assertThat(log.of(id).get(0).at()).isEqualTo(london("2026-02-02T09:00"));
  }

  @Test
  void a_start_form_is_sent_by_the_roles_that_the_table_names_about_the_cases_open_to_them() {
    var before = consents.of(id);
    var withdrawal = Rest.variables(Map.of("caseReference", id.value(), "giver", "Jo Penn", "sharing", "WITHDRAWN", "how", "By telephone"));
    var door = "/engine-rest/process-definition/key/withdrawConsent/tenant-id/warwickshire/submit-form";
    var notOurs = as("allocated-service.war").post(door, withdrawal);
    assertThat(notOurs.status()).as(notOurs.text()).isEqualTo(400);
    assertThat(notOurs.text()).contains("There is no case");
    assertThat(as("supervisor.war").post(door, withdrawal).status()).isEqualTo(403);
    assertThat(as("manager.war").post(door, withdrawal).status()).isEqualTo(403);
    assertThat(consents.of(id)).isEqualTo(before);

    for (var process : List.of("takeOver", "yearProgramme", "membershipChange", "changeSitting", "extraSitting")) {
      var refused = as("allocated-service.war").post("/engine-rest/process-definition/key/" + process + "/tenant-id/warwickshire/submit-form", Rest.variables(Map.of()));
      assertThat(refused.status()).as(process).isEqualTo(403);
    }
    assertThat(as("manager.war").post("/api/referrals", Map.of("answers", Map.of())).status()).isEqualTo(403);
  }

  @Test
  void a_concern_about_a_child_is_raised_by_anybody_whoever_has_the_case() {
    var raised = as("allocated-service.war").post("/engine-rest/process-definition/key/raiseConcern/tenant-id/warwickshire/submit-form",
        Rest.variables(Map.of("caseReference", id.value(), "concern", "A bruise was seen")));
    assertThat(raised.status()).as(raised.text()).isEqualTo(200);
  }

  @Test
  void a_sitting_is_moved_by_those_who_run_or_chair_that_panel() {
    somebody("chair.of.stratford", "warwickshire", Rights.WORKERS, "warwickshire.stratford.chair");
    var answer = as("chair.of.stratford").post("/engine-rest/process-definition/key/changeSitting/tenant-id/warwickshire/submit-form",
        Rest.variables(Map.of("forum", "rugby", "sittingOn", "2026-02-26", "sittingChange", "CANCEL", "changeReason", "x")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.text()).contains("for the own panel");
  }

  @Test
  void tasklist_offers_each_person_the_processes_they_may_start() {
    var path = "/engine-rest/process-definition?latestVersion=true&active=true&startableInTasklist=true&startablePermissionCheck=true&maxResults=100";
    assertThat(keys(as("allocated-service.war").get(path).json())).contains("referral", "raiseConcern").doesNotContain("changeSitting", "takeOver", "yearProgramme");
    assertThat(keys(as("business-support.war").get(path).json())).contains("changeSitting", "takeOver", "yearProgramme");
    assertThat(keys(as("manager.war").get(path).json())).isEmpty();
  }

  @Test
  void a_task_is_held_only_by_somebody_it_is_offered_to() {
    var task = task(tasksOf(id), "Check consent").getId();
    for (var other : List.of("chair.cam", "ghost-user", "chair.war", "allocated-service.war", "receiving-manager.lrk")) {
      assertThat(as("business-support.war").post("/engine-rest/task/" + task + "/claim", Map.of("userId", other)).status()).as("claimed for %s", other).isEqualTo(403);
      assertThat(as("supervisor.war").post("/engine-rest/task/" + task + "/assignee", Map.of("userId", other)).status()).as("given to %s", other).isEqualTo(403);
    }
    assertThat(as("supervisor.war").post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "supervisor.war")).status()).as("to herself").isEqualTo(403);
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
    assertThat(as("supervisor.war").post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "business-support.war")).status()).isEqualTo(204);
    assertThat(as("supervisor.war").post("/engine-rest/task/" + task + "/unclaim", null).status()).isEqualTo(204);
    assertThat(as("business-support.war").post("/engine-rest/task/" + task + "/claim", Map.of("userId", "business-support.war")).status()).isEqualTo(204);
  }

  @Test
  void what_may_not_be_read_cannot_be_asked_for_letter_by_letter() {
    var hidden = List.of(Map.of("name", "caseSummary", "operator", "like", "value", "%a%"));
    for (var who : List.of("supervisor.war", "manager.war", "member.nel")) {
      assertThat(as(who).post("/engine-rest/task/count", Map.of("taskVariables", hidden)).status()).as(who).isEqualTo(400);
      assertThat(as(who).post("/engine-rest/task/count", Map.of("orQueries", List.of(Map.of("processVariables", hidden)))).status()).as(who).isEqualTo(400);
      assertThat(as(who).post("/engine-rest/process-instance/count", Map.of("variables", hidden)).status()).as(who).isEqualTo(400);
      assertThat(as(who).post("/engine-rest/task?maxResults=5", Map.of("sorting", List.of(Map.of("sortBy", "taskVariable", "sortOrder", "asc",
          "parameters", Map.of("variable", "caseSummary", "type", "String"))))).status()).as(who).isEqualTo(400);
    }
    assertThat(as("supervisor.war").post("/engine-rest/task/count", Map.of("processVariables",
        List.of(Map.of("name", "caseId", "operator", "eq", "value", id.value())))).json().get("count").asInt()).isOne();
  }

  @Test
  void a_name_is_shown_as_it_was_typed_and_makes_no_link_or_heading() {
    assertThat(Markdown.escape("<h1>x</h1>")).isEqualTo("&lt;h1&gt;x&lt;/h1&gt;");
    assertThat(Markdown.escape("[Open](http://evil.example) **x** _y_ # z & www.evil.example"))
        .isEqualTo("\\[Open\\](http\\://evil.example) \\*\\*x\\*\\* \\_y\\_ \\# z &amp; www\\.evil.example");
    var named = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO",
        "children", List.of(with("childGivenName", "<a href=\"http://evil.example\">Approve</a>", "childFamilyName", "[Open](http://evil.example)", "childDateOfBirth", "2015-05-05"))));
    var shown = as("business-support.war").get("/engine-rest/task/" + task(tasksOf(named), "Check consent").getId() + "/form-variables").json()
        .get("caseSummary").get("value").asText();
    assertThat(shown).startsWith("**" + named + "**").doesNotContain("<a").doesNotContain("[Open](");
  }

  private Rest as(String user) {
    return Rest.as(user, port);
  }

  private static Set<String> numbers(JsonNode list) {
    return texts(list, "caseId");
  }

  private static Set<String> keys(JsonNode list) {
    return texts(list, "key");
  }

  private static Set<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false).map(one -> one.get(field).asText()).collect(Collectors.toSet());
  }
}
