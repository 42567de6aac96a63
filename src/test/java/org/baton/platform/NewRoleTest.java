package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.support.PackChange;
import org.baton.support.Rest;
import org.baton.support.Story;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager adds a role to the table of roles and offers a task to it. */
class NewRoleTest extends Story {

  private static final String GROUP = "warwickshire.family-worker";

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;

  private PackChange change;

  @AfterEach
  void gone() {
    change.undo();
    identityService.deleteGroup(GROUP);
  }

  @Test
  void a_new_role_has_its_group_at_once_and_its_tasks_are_offered_to_it() {
    change = new PackChange(packs, "warwickshire", Rest.as("manager.war", port))
        .replace("role.dmn", "\"supervisor\",", "\"supervisor\",\"family-worker\",")
        .replace("role.dmn", "      <rule id=\"rule_chair\">", row("role", "title", "\"Family worker\"", "scope", "\"AUTHORITY\"", "rights", "\"WORKER\"") + "      <rule id=\"rule_chair\">")
        .replace("access.dmn", "\"supervisor\",", "\"supervisor\",\"family-worker\",")
        .replace("access.dmn", "      <rule id=\"rule_chair\">", row("role", "cases", "\"TASKS\"", "caseFile", "true", "register", "\"NONE\"", "records", "false",
            "passwords", "false", "corrects", "false", "splits", "false", "directory", "false") + "      <rule id=\"rule_chair\">")
        .replace("intake.bpmn", "'business-support')}\" camunda:formRef=\"checkConsent\"", "'family-worker')}\" camunda:formRef=\"checkConsent\"").deploy();
    assertThat(identityService.createGroupQuery().groupId(GROUP).count()).isOne();

    var id = referral("warwickshire", with("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "NO"));
    assertThat(taskService.getIdentityLinksForTask(task(tasksOf(id), "Check consent").getId())).extracting("groupId").containsExactly(GROUP);
  }

  private static String row(String input, String... outputs) {
    var row = new StringBuilder("      <rule id=\"rule_familyWorker\"><description>none: tried</description><inputEntry id=\"familyWorker_" + input + "\"><text>\"family-worker\"</text></inputEntry>");
    for (var i = 0; i < outputs.length; i += 2) {
      row.append("<outputEntry id=\"familyWorker_").append(outputs[i]).append("\"><text>").append(outputs[i + 1]).append("</text></outputEntry>");
    }
    return row.append("</rule>\n").toString();
  }
}
