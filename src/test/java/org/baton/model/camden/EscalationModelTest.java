package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class EscalationModelTest extends ModelTest {

  EscalationModelTest() {
    super("camden", "escalation", List.of("escalation-policy.dmn", "next-stage.dmn"), List.of());
  }

  @Test
  void the_chair_activates_the_escalation_policy_and_the_present_holder_keeps_the_case_until_it_is_settled() {
    start();
    assertThat(offered("Activate the escalation policy")).containsExactly("chair");
    done("Activate the escalation policy", "escalationStage", "STAGE_3", "meanwhile", "PRESENT");
    assertThat(offered("Settle at this stage")).containsExactly("chair", "service-manager");
    assertThat(calls()).isEmpty();
    done("Settle at this stage", "stageResolved", "RESOLVED");

    endedBy("No agreement", "Activate the escalation policy", "Look up the stage", "Settle at this stage", "Service settled");
  }

  @Test
  void or_an_interim_holder_gets_it_meanwhile() {
    start();
    done("Activate the escalation policy", "escalationStage", "STAGE_3", "meanwhile", "INTERIM");
    assertThat(calls()).containsExactly("cases.stage INTERIM", "notices.send interimHolder");
    done("Settle at this stage", "stageResolved", "RESOLVED");

    endedBy("No agreement", "Activate the escalation policy", "Pass it to the interim holder", "Tell the interim holder", "Look up the stage", "Settle at this stage", "Service settled");
  }

  @Test
  void what_one_stage_does_not_settle_moves_on_to_the_next() {
    start();
    done("Activate the escalation policy", "escalationStage", "STAGE_3", "meanwhile", "PRESENT");
    assertThat(known("Settle at this stage", "policy")).asString().contains("Stage 3");
    done("Settle at this stage", "stageResolved", "NEXT");
    assertThat(known("Settle at this stage", "policy")).asString().contains("next stage");
    done("Settle at this stage", "stageResolved", "RESOLVED");

    endedBy("No agreement", "Activate the escalation policy", "Look up the stage", "Settle at this stage", "Move on to the next stage", "Look up the stage",
        "Settle at this stage", "Service settled");
  }
}
