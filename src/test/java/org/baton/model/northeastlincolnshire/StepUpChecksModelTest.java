package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class StepUpChecksModelTest extends ModelTest {

  StepUpChecksModelTest() {
    super("north-east-lincolnshire", "stepUpChecks", List.of(), List.of("consentHeld"));
  }

  @Test
  void a_step_up_is_ready_with_assessment_the_family_told_consent_and_the_signed_checklist() {
    start();
    assertThat(offered("Confirm the Early Help Assessment")).containsExactly("early-help-worker");
    done("Confirm the Early Help Assessment");
    assertThat(offered("Tell the family")).containsExactly("early-help-worker");
    done("Tell the family");
    done("consentHeld", "consentBasis", "CONSENT");
    assertThat(offered("Fill in the checklist")).containsExactly("early-help-worker");
    done("Fill in the checklist");
    assertThat(offered("Sign off the step-up checklist")).containsExactly("locality-manager");
    done("Sign off the step-up checklist", "checklistSigned", "SIGNED");

    endedBy("Step-up asked", "Confirm the Early Help Assessment", "Tell the family", "Consent", "Fill in the checklist", "Sign off the step-up checklist",
        "Ready for the panel");
    assertThat(calls()).isEmpty();
  }

  @Test
  void with_consent_set_aside_it_goes_on_as_well() {
    start();
    done("Confirm the Early Help Assessment");
    done("Tell the family");
    done("consentHeld", "consentBasis", "ASK_OVERRIDE");

    assertThat(open()).containsExactly("Fill in the checklist");
  }

  @Test
  void a_checklist_that_is_returned_is_filled_in_again() {
    start();
    done("Confirm the Early Help Assessment");
    done("Tell the family");
    done("consentHeld", "consentBasis", "CONSENT");
    done("Fill in the checklist");
    done("Sign off the step-up checklist", "checklistSigned", "RETURNED");

    assertThat(open()).containsExactly("Fill in the checklist");
  }

  @Test
  void without_a_basis_there_is_no_checklist() {
    start();
    done("Confirm the Early Help Assessment");
    done("Tell the family");
    done("consentHeld", "consentBasis", "ENDED");

    endedBy("Step-up asked", "Confirm the Early Help Assessment", "Tell the family", "Consent", "Not put to the panel");
  }

  @Test
  void or_the_assessment_is_worked_on_again() {
    start();
    done("Confirm the Early Help Assessment");
    done("Tell the family");
    done("consentHeld", "consentBasis", "CONSENT");
    done("Fill in the checklist");
    done("Sign off the step-up checklist", "checklistSigned", "RETURNED_ASSESSMENT");

    assertThat(open()).containsExactly("Confirm the Early Help Assessment");
  }
}
