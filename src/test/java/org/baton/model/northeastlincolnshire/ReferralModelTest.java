package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ReferralModelTest extends ModelTest {

  ReferralModelTest() {
    super("north-east-lincolnshire", "referral", List.of(), List.of("safeguarding", "listing", "stepUp", "stepDown", "otherOutcome", "withdrawal", "ruling"));
  }

  @Test
  void a_case_is_placed_made_ready_and_stepped_up_by_its_panel() {
    onAgenda("STEP_UP");
    assertThat(open()).as("it waits for the panel").isEmpty();
    decided("STEP_UP");
    assertThat(open()).containsExactly("stepUp");
    done("stepUp");

    endedBy("Case brought", "Placed and put forward", "Panel decided", "Step up", "Stepped up");
    assertThat(fact("locality")).isEqualTo("1");
    assertThat(fact("forum")).isEqualTo("locality-1-2");
    assertThat(fact("teams")).isEqualTo("1/2");
    assertThat(calls()).isEmpty();
  }

  @Test
  void stepped_down_to_early_help_its_plan_begins() {
    onAgenda("STEP_DOWN");
    decided("STEP_DOWN_EARLY_HELP");
    assertThat(open()).containsExactly("stepDown");
    done("stepDown");

    endedBy("Case brought", "Placed and put forward", "Panel decided", "Step down",
        "Begin the family's plan", "Stepped down");
    assertThat(calls()).containsExactly("cases.begin familyPlan");
  }

  @Test
  void and_to_universal_services_likewise() {
    onAgenda("STEP_DOWN");
    decided("STEP_DOWN_UNIVERSAL");
    done("stepDown");

    ended();
    assertThat(calls()).endsWith("cases.begin familyPlan");
  }

  @Test
  void any_other_decision_is_carried_out() {
    onAgenda("ADVICE");
    decided("ADVICE_GIVEN");
    assertThat(open()).containsExactly("otherOutcome");
    done("otherOutcome");

    endedBy("Case brought", "Placed and put forward", "Panel decided", "Any other decision", "Carried out");
  }

  @Test
  void where_chair_and_co_chair_find_no_final_view_the_service_managers_rule() {
    onAgenda("STEP_UP");
    decided("NO_FINAL_VIEW");
    assertThat(open()).containsExactly("ruling");
    done("ruling", "panelOutcome", "STEP_UP");
    done("stepUp");

    ended();
    assertThat(path()).endsWith("Panel decided", "Ruling of the service managers", "Step up", "Stepped up");
  }

  @Test
  void a_decision_that_is_changed_afterwards_is_gone_by() {
    onAgenda("STEP_UP");
    decided("NOT_STEPPED_UP");
    assertThat(open()).containsExactly("otherOutcome");
    message("baton.decisionChanged", "panelOutcome", "STEP_UP");

    ended();
    assertThat(path()).endsWith("Decision changed", "Decision changed", "Go by it", "Goes by it");
    assertThat(calls()).endsWith("cases.beginAt referral gateway_decided");
  }

  @Test
  void a_case_that_nothing_allows_to_hand_over_begins_no_plan() {
    onAgenda("ADVICE");
    decided("STEP_DOWN_EARLY_HELP");
    done("stepDown", "consentBasis", "ENDED");

    ended();
    assertThat(path()).endsWith("Step down", "Not put to the panel");
    assertThat(calls()).doesNotContain("cases.begin familyPlan");
  }

  @Test
  void a_case_for_the_next_panel_comes_on_its_agenda() {
    onAgenda("STEP_UP");
    decided("NEXT_PANEL");
    assertThat(calls()).containsExactly("panel.proposeAgain");
    decided("NOT_STEPPED_UP");

    assertThat(open()).containsExactly("otherOutcome");
  }

  @Test
  void where_a_decision_that_was_challenged_stands_the_case_that_waits_comes_on_the_next_agenda() {
    onAgenda("STEP_UP");
    decided("DECISION_STANDS");

    assertThat(path()).endsWith("Panel decided", "Put on the next agenda", "Panel decided");
    assertThat(calls()).endsWith("panel.proposeAgain");
  }

  @Test
  void with_an_immediate_concern_it_goes_to_the_mash_and_not_to_a_panel() {
    start("immediateConcern", "YES");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Case brought", "Safeguarding referral", "With the MASH");
    assertThat(calls()).isEmpty();
  }

  @Test
  void what_came_straight_to_the_mash_waits_for_no_panel() {
    start("immediateConcern", "NO", "route", "MASH");
    done("listing", "route", "MASH");

    endedBy("Case brought", "Placed and put forward", "Not heard by a panel");
  }

  @Test
  void nor_does_a_case_without_a_basis() {
    start("immediateConcern", "NO", "route", "STEP_DOWN");
    done("listing", "route", "STEP_DOWN", "consentBasis", "ENDED");

    endedBy("Case brought", "Placed and put forward", "Not heard by a panel");
  }

  @Test
  void a_safeguarding_concern_ends_all_else_at_any_time() {
    start("immediateConcern", "NO", "route", "STEP_DOWN");
    message("baton.safeguardingConcernRaised");
    assertThat(open()).as("the placing is left").containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Case brought", "Placed and put forward", "Safeguarding concern", "Concern raised", "Safeguarding referral", "Concern referred");
  }

  @Test
  void a_family_that_withdraws_its_consent_is_heard_no_more() {
    onAgenda("STEP_DOWN");
    message("baton.consentWithdrawn");
    assertThat(open()).containsExactly("withdrawal");
    done("withdrawal");

    ended();
    assertThat(path()).endsWith("Panel decided", "Consent withdrawn", "Consent withdrawn", "Withdrawal of the case", "Withdrawn");
  }

  private void onAgenda(String route) {
    start("immediateConcern", "NO", "route", route);
    done("listing", "locality", "1", "forum", "locality-1-2", "teams", "1/2", "consentBasis", "CONSENT", "route", route);
  }

  private void decided(String outcome) {
    message("baton.panelDecided", "panelOutcome", outcome);
  }
}
