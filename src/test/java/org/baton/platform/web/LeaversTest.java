package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.platform.Rights;
import org.baton.platform.demo.DemoUsers;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody goes, and leaves nothing in their hands. */
class LeaversTest extends Story {

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;
  @Autowired private AuthorizationService authorizationService;

  private String user;
  private String task;
  private List<String> groups;

  @BeforeEach
  void aLeaverHoldsATask() {
    user = "leaver." + System.nanoTime();
    groups = identityService.createGroupQuery().groupMember("business-support.war").list().stream().map(group -> group.getId()).toList();
    somebody(user, "warwickshire", groups.toArray(String[]::new));
    CaseId id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO"));
    task = task(tasksOf(id), "Check consent").getId();
    assertThat(me().post("/engine-rest/task/" + task + "/claim", Map.of("userId", user)).status()).isEqualTo(204);
    assertThat(me().get("/engine-rest/task/" + task + "/form-variables").status()).isEqualTo(200);
  }

  @AfterEach
  void gone() {
    identityService.deleteUser(user);
  }

  private Rest me() {
    return Rest.as(user, port);
  }

  private void givenBack() {
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
    assertThat(authorizationService.createAuthorizationQuery().userIdIn(user).resourceId(task).count()).isZero();
    assertThat(Rest.as("business-support.war", port).get("/engine-rest/task/" + task + "/form-variables").status()).isEqualTo(200);
  }

  private String offeredTo() {
    return taskService.getIdentityLinksForTask(task).stream().map(link -> link.getGroupId()).filter(groups::contains).findFirst().orElseThrow();
  }

  @Test
  void whoever_leaves_the_group_gives_its_tasks_back_and_reads_them_no_more() {
    assertThat(Rest.as("admin", port).delete("/engine-rest/group/" + offeredTo() + "/members/" + user).status()).isEqualTo(204);
    givenBack();
    assertThat(me().get("/engine-rest/task/" + task + "/form-variables").status()).isIn(403, 404);
  }

  @Test
  void whoever_leaves_another_group_keeps_the_task() {
    identityService.createMembership(user, groupOf("chair.war"));
    identityService.deleteMembership(user, groupOf("chair.war"));
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo(user);
  }

  private String groupOf(String other) {
    return identityService.createGroupQuery().groupMember(other).list().stream().map(group -> group.getId())
        .filter(group -> !groups.contains(group)).findFirst().orElseThrow();
  }

  @Test
  void whoever_may_work_no_more_gives_everything_back() {
    identityService.deleteMembership(user, Rights.WORKERS);
    givenBack();
  }

  @Test
  void whoever_leaves_the_authority_gives_its_tasks_back() {
    assertThat(Rest.as("admin", port).delete("/engine-rest/tenant/warwickshire/user-members/" + user).status()).isEqualTo(204);
    givenBack();
  }

  @Test
  void a_group_that_is_dissolved_holds_nothing() {
    identityService.saveGroup(identityService.newGroup("warwickshire.short-lived"));
    identityService.createMembership(user, "warwickshire.short-lived");
    taskService.addCandidateGroup(task, "warwickshire.short-lived");
    identityService.deleteMembership(user, offeredTo());
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo(user);
    identityService.deleteGroup("warwickshire.short-lived");
    givenBack();
  }

  @Test
  void a_person_who_is_gone_leaves_no_rights_and_their_id_is_nobody_s_again() {
    assertThat(Rest.as("admin", port).delete("/engine-rest/user/" + user).status()).isEqualTo(204);
    givenBack();
    assertThat(authorizationService.createAuthorizationQuery().userIdIn(user).count()).isZero();
    var again = Rest.as("admin", port).post("/engine-rest/user/create",
        Map.of("profile", Map.of("id", user), "credentials", Map.of("password", DemoUsers.PASSWORD)));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text()).contains("belonged to somebody who is gone");
    assertThat(identityService.createUserQuery().userId(user).count()).isZero();
  }
}
