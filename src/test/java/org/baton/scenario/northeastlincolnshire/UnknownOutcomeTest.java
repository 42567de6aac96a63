package org.baton.scenario.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.casefile.CaseId;
import org.baton.support.PackChange;
import org.baton.support.Rest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The panel can be given an outcome tomorrow that the pathway of today does not know. */
class UnknownOutcomeTest extends NorthEastLincolnshireStory {

  private static final String BY_HAND = "Carry the decision out by hand";

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;

  private PackChange change;

  @BeforeEach
  void a_manager_adds_an_outcome() {
    BpmnAwareTests.init(engine);
    change = new PackChange(packs, AUTHORITY, Rest.as("manager.nel", port))
        .replace("discuss-case.form", "\"value\" : \"ADVICE_GIVEN\"", "\"value\" : \"ADVICE_GIVEN\"}, {\"label\": \"A family conference\", \"value\": \"FAMILY_CONFERENCE\"")
        .replace("recording.dmn", "\"ADVICE_GIVEN\"", "\"ADVICE_GIVEN\",\"FAMILY_CONFERENCE\"").deploy();
  }

  @AfterEach
  void the_shipped_files_come_back() {
    change.undo();
  }

  @Test
  void an_outcome_that_the_pathway_does_not_know_reaches_a_person_and_closes_nothing() {
    var id = readyForAdvice();
    var holder = cases.get(id).holder();
    decided(sitting(id), "FAMILY_CONFERENCE");

    assertThat(open(id)).contains(BY_HAND);
    assertThat(groups(task(tasksOf(id), BY_HAND))).containsExactly("north-east-lincolnshire.locality-3-4.business-support");
    assertThat(driver.shown(task(tasksOf(id), BY_HAND)).get("chronologyDecision").toString()).contains("A family conference");
    var waiting = otherOutcomeOf(id);
    BpmnAwareTests.assertThat(waiting).isWaitingAt("userTask_carryDecisionByHand").hasNotPassed("serviceTask_closeAdvised", "serviceTask_closeStays", "serviceTask_passToLead");
    assertThat(cases.get(id).open()).isTrue();
    assertThat(cases.get(id).holder()).isEqualTo(holder);
    assertThat(cases.get(id).outcome()).isEmpty();

    refused("doneByHand: got nothing", () -> done(id, BY_HAND, with("doneByHand", null, "panelOutcome", "ADVICE_GIVEN")));
    refused("panelOutcome: got 'FAMILY_CONFERENCE'", () -> done(id, BY_HAND, with("panelOutcome", "FAMILY_CONFERENCE")));
    done(id, BY_HAND, with("doneByHand", "The conference met on 20 February", "panelOutcome", "ADVICE_GIVEN"));

    BpmnAwareTests.assertThat(waiting).isEnded().hasPassed("serviceTask_closeAdvised").hasNotPassed("serviceTask_closeStays", "serviceTask_passToLead");
    assertThat(cases.get(id).outcome()).contains("ADVICE_GIVEN");
    assertThat(answers.latest(id)).containsEntry("doneByHand", "The conference met on 20 February");
    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> assertThat(decision.outcome()).as("what the panel decided stands").isEqualTo("FAMILY_CONFERENCE"));
  }

  @Test
  void whoever_carries_it_out_can_send_the_case_to_the_mash() {
    var id = readyForAdvice();
    decided(sitting(id), "FAMILY_CONFERENCE");
    done(id, BY_HAND, with("panelOutcome", "MASH_REFERRAL"));

    assertThat(cases.get(id).open()).isTrue();
    BpmnAwareTests.assertThat(otherOutcomeOf(id)).isWaitingAt("callActivity_safeguarding");
    assertThat(open(id)).contains("Refer to the safeguarding hub");
    done(id, "Refer to the safeguarding hub", with());
    assertThat(cases.get(id).outcome()).contains("REFERRED_TO_MASH");
  }

  private CaseId readyForAdvice() {
    var id = brought("ADVICE");
    done(id, "Record the consent", consent("GIVEN"));
    return id;
  }

  private ProcessInstance otherOutcomeOf(CaseId id) {
    return runtimeService.createProcessInstanceQuery().processDefinitionKey("otherOutcome").variableValueEquals("caseId", id.value()).singleResult();
  }
}
