package org.baton.scenario.larkshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.casefile.holder.HolderPeriod;
import org.baton.support.Story;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An authority that Java has never heard of: no panel, a receiving manager decides, its own roles and questions. */
class FixtureAuthorityTest extends Story {

  @Autowired private ProcessEngine engine;

  @BeforeEach
  void letAssertionsKnowTheEngine() {
    BpmnAwareTests.init(engine);
  }

  @Test
  void an_authority_of_another_shape_runs_from_referral_to_closure_without_java() {
    var id = referral("larkshire", with("bedrooms", 3, "petAllergies", List.of("PARROT"), "hopes", "To see the sea"));
    assertThat(id.value()).startsWith("LRK-2026-");
    assertThat(cases.get(id).holder()).isEqualTo("front-door");
    assertThat(answers.latest(id)).containsEntry("bedrooms", "3").containsEntry("petAllergies", "[\"PARROT\"]").containsEntry("hopes", "To see the sea");
    assertThat(deadlineLists.ofCase(id)).singleElement().satisfies(deadline -> {
      assertThat(deadline.dueAt()).isEqualTo(london("2026-02-05T17:00"));
      assertThat(deadline.clauses()).isEqualTo("LRK-2");
    });

    var pathway = runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(id.value()).singleResult();
    BpmnAwareTests.assertThat(pathway).hasPassed("startEvent_referralReceived").isWaitingAt("userTask_decideReferral");

    done(id, "Decide on the referral", with("managerDecision", "TAKE", "why", "We have room"));
    assertThat(cases.get(id).holder()).isEqualTo("family-hub");
    BpmnAwareTests.assertThat(pathway).isWaitingAt("userTask_finishWork").hasNotPassed("serviceTask_closeDeclined");
    done(id, "Work with the family", with());
    BpmnAwareTests.assertThat(pathway).isEnded();

    assertThat(cases.get(id).outcome()).contains("DONE");
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).containsExactly("front-door", "family-hub");
  }

  @Test
  void a_declined_referral_is_closed_and_was_held_until_then() {
    var id = referral("larkshire", with("bedrooms", 0));
    done(id, "Decide on the referral", with("managerDecision", "DECLINE", "why", "Another council's child"));

    assertThat(cases.get(id).outcome()).contains("DECLINED");
    assertThat(holders.of(id)).singleElement().satisfies(period -> assertThat(period.until()).isPresent());
  }
}
