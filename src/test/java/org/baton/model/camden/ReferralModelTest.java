package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ReferralModelTest extends ModelTest {

  ReferralModelTest() {
    super("camden", "referral", List.of(), List.of("safeguarding", "intake", "listing", "placed", "directAllocation", "consent", "escalation", "guidance", "deferral", "withdrawal"));
  }

  @Test
  void a_case_is_listed_allocated_by_the_panel_and_supported() {
    onAgenda();
    assertThat(open()).as("it waits for the panel").isEmpty();
    message("baton.panelDecided", "panelOutcome", "ALLOCATED");
    assertThat(open()).containsExactly("placed");
    done("placed");

    endedBy("Case received", "Way of the case", "Consent and agenda", "Panel decided", "Worker and first contact", "Begin the support", "With its service");
    assertThat(fact("forum")).isEqualTo("early-help-panel");
    assertThat(calls()).containsExactly("cases.begin support");
  }

  @Test
  void with_an_immediate_concern_it_goes_to_the_mash_and_not_to_a_panel() {
    start("immediateConcern", "YES");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Case received", "Safeguarding referral", "With the MASH");
    assertThat(calls()).isEmpty();
  }

  @Test
  void a_case_whose_way_is_plain_is_allocated_directly() {
    start("immediateConcern", "NO");
    done("intake", "intakeRoute", "DIRECT");
    assertThat(open()).containsExactly("consent");
    done("consent", "consentGate", "ALLOWED");
    assertThat(open()).containsExactly("directAllocation");
    done("directAllocation");

    endedBy("Case received", "Way of the case", "Consent", "Allocated directly, tracked", "Begin the support", "With its service");
    assertThat(calls()).containsExactly("cases.begin support");
  }

  @Test
  void but_not_without_consent() {
    start("immediateConcern", "NO");
    done("intake", "intakeRoute", "DIRECT");
    done("consent", "consentGate", "NOT_YET");

    endedBy("Case received", "Way of the case", "Consent", "Not passed on");
    assertThat(calls()).isEmpty();
  }

  @Test
  void a_case_that_is_not_listed_is_not_heard() {
    start("immediateConcern", "NO");
    done("intake", "intakeRoute", "PANEL");
    done("listing", "consentGate", "NOT_YET");

    endedBy("Case received", "Way of the case", "Consent and agenda", "Not heard");
  }

  @Test
  void nor_is_one_that_the_chair_did_not_accept() {
    start("immediateConcern", "NO");
    done("intake", "intakeRoute", "CHAIR");
    done("listing");

    endedBy("Case received", "Way of the case", "Consent and agenda", "Not heard");
  }

  @Test
  void without_agreement_the_escalation_policy_finds_the_service() {
    onAgenda();
    message("baton.panelDecided", "panelOutcome", "NO_AGREEMENT");
    assertThat(open()).containsExactly("escalation");
    done("escalation");
    done("placed");

    endedBy("Case received", "Way of the case", "Consent and agenda", "Panel decided", "Escalation policy", "Worker and first contact", "Begin the support", "With its service");
  }

  @Test
  void a_case_that_is_deferred_waits_for_the_panel_again() {
    onAgenda();
    message("baton.panelDecided", "panelOutcome", "DEFERRED");
    assertThat(open()).containsExactly("deferral");
    done("deferral");

    assertThat(path()).endsWith("Panel decided", "Deferred to the next week", "Panel decided");
  }

  @Test
  void any_other_decision_is_guidance() {
    onAgenda();
    message("baton.panelDecided", "panelOutcome", "NO_NEED");
    assertThat(open()).containsExactly("guidance");
    done("guidance");

    endedBy("Case received", "Way of the case", "Consent and agenda", "Panel decided", "Guidance of the panel", "Guidance given");
  }

  @Test
  void a_safeguarding_concern_ends_all_else_at_any_time() {
    start("immediateConcern", "NO");
    message("baton.safeguardingConcernRaised");
    assertThat(open()).as("the way of the case is left").containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Case received", "Way of the case", "Safeguarding concern", "Concern raised", "Safeguarding referral", "Concern referred");
  }

  @Test
  void a_family_that_withdraws_its_consent_is_discussed_no_more() {
    onAgenda();
    message("baton.consentWithdrawn");
    assertThat(open()).containsExactly("withdrawal");
    done("withdrawal");

    endedBy("Case received", "Way of the case", "Consent and agenda", "Panel decided", "Consent withdrawn", "Consent withdrawn", "Withdrawal of the case", "Withdrawn");
  }

  private void onAgenda() {
    start("immediateConcern", "NO");
    done("intake", "intakeRoute", "PANEL", "forum", "early-help-panel");
    done("listing", "consentGate", "ALLOWED");
  }
}
