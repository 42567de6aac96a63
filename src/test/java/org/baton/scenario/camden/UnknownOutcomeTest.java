package org.baton.scenario.camden;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.casefile.holder.HolderPeriod;
import org.baton.support.PackChange;
import org.baton.support.Rest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The panel can be given an outcome tomorrow that the pathway of today does not know. */
class UnknownOutcomeTest extends CamdenStory {

  private static final String BY_HAND = "Carry the decision out by hand";

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;

  private PackChange change;

  @BeforeEach
  void a_manager_adds_an_outcome() {
    BpmnAwareTests.init(engine);
    change = new PackChange(packs, AUTHORITY, Rest.as("manager.cam", port))
        .replace("discuss-case.form", "\"value\" : \"NO_NEED\"", "\"value\" : \"NO_NEED\"}, {\"label\": \"A family conference\", \"value\": \"FAMILY_CONFERENCE\"")
        .replace("mosaic-team.dmn", "\"NO_NEED\"", "\"NO_NEED\",\"FAMILY_CONFERENCE\"").deploy();
  }

  @AfterEach
  void the_shipped_files_come_back() {
    change.undo();
  }

  @Test
  void an_outcome_that_the_guidance_does_not_know_reaches_a_person_and_closes_nothing() {
    var id = brought("NO_LEAD_PROFESSIONAL", "referrerService", "cssw");
    guided(sitting(id), "FAMILY_CONFERENCE", "guidanceReasons", "The family plans first");

    assertThat(open(id)).containsExactly(BY_HAND);
    var task = task(tasksOf(id), BY_HAND);
    assertThat(groups(task)).containsExactly("camden.early-help-panel.business-support");
    assertThat(driver.shown(task).get("chronologyDecision").toString()).contains("A family conference", "The family plans first");
    var guidance = runtimeService.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
    BpmnAwareTests.assertThat(guidance).isWaitingAt("userTask_carryDecisionByHand")
        .hasNotPassed("serviceTask_closeReflective", "serviceTask_closeThreshold", "serviceTask_closeNoNeed", "serviceTask_closeLonger", "serviceTask_closeCommunity");
    assertThat(cases.get(id).open()).isTrue();
    assertThat(cases.get(id).holder()).isEqualTo("cssw");
    assertThat(cases.get(id).outcome()).isEmpty();

    refused("doneByHand: got nothing", () -> done(id, BY_HAND, with("doneByHand", null, "panelOutcome", "NO_NEED")));
    refused("panelOutcome: got 'FAMILY_CONFERENCE'", () -> done(id, BY_HAND, with("panelOutcome", "FAMILY_CONFERENCE")));
    done(id, BY_HAND, with("doneByHand", "The conference met on 9 February", "panelOutcome", "NO_NEED"));

    BpmnAwareTests.assertThat(guidance).isEnded().hasPassed("serviceTask_closeNoNeed").hasNotPassed("serviceTask_closeThreshold");
    assertThat(cases.get(id).outcome()).contains("NO_NEED");
    assertThat(answers.latest(id)).containsEntry("doneByHand", "The conference met on 9 February");
    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> assertThat(decision.outcome()).as("what the panel decided stands").isEqualTo("FAMILY_CONFERENCE"));
    assertThat(told(id, "guidance")).isOne();
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).containsExactly("cssw");
  }
}
