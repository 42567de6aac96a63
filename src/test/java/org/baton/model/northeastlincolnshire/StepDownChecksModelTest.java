package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class StepDownChecksModelTest extends ModelTest {

  StepDownChecksModelTest() {
    super("north-east-lincolnshire", "stepDownChecks", List.of(), List.of("consentHeld"));
  }

  @Test
  void a_step_down_is_ready_with_assessment_consent_plan_and_the_signed_checklist() {
    start();
    assertThat(offered("Confirm assessment and intervention")).containsExactly("social-worker");
    done("Confirm assessment and intervention");
    done("consentHeld", "consentBasis", "CONSENT");
    assertThat(offered("Draw up the plan with the family")).containsExactly("social-worker");
    done("Draw up the plan with the family");
    assertThat(offered("Fill in the checklist")).containsExactly("social-worker");
    done("Fill in the checklist");
    assertThat(offered("Sign off the step-down checklist")).containsExactly("case-supervisor");
    done("Sign off the step-down checklist", "checklistSigned", "SIGNED");

    endedBy("Step-down asked", "Confirm assessment and intervention", "Consent", "Draw up the plan with the family", "Fill in the checklist", "Sign off the step-down checklist",
        "Ready for the panel");
    assertThat(calls()).isEmpty();
  }

  @Test
  void a_checklist_that_is_returned_is_filled_in_again() {
    start();
    done("Confirm assessment and intervention");
    done("consentHeld", "consentBasis", "CONSENT");
    done("Draw up the plan with the family");
    done("Fill in the checklist");
    done("Sign off the step-down checklist", "checklistSigned", "RETURNED");

    assertThat(open()).containsExactly("Fill in the checklist");
  }

  @Test
  void without_consent_no_plan_is_drawn_up() {
    start();
    done("Confirm assessment and intervention");
    done("consentHeld", "consentBasis", "ENDED");

    endedBy("Step-down asked", "Confirm assessment and intervention", "Consent", "Not put to the panel");
  }

  @Test
  void or_the_plan_is_worked_on_again() {
    start();
    done("Confirm assessment and intervention");
    done("consentHeld", "consentBasis", "CONSENT");
    done("Draw up the plan with the family");
    done("Fill in the checklist");
    done("Sign off the step-down checklist", "checklistSigned", "RETURNED_PLAN");

    assertThat(open()).containsExactly("Draw up the plan with the family");
  }
}
