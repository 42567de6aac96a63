package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ReferralModelTest extends ModelTest {

  ReferralModelTest() {
    super("warwickshire", "referral", List.of(), List.of("safeguarding", "intake", "putForward", "allocation", "panelConcern", "withdrawal"));
  }

  @Test
  void a_referral_is_checked_decided_by_the_panel_and_allocated_to_a_service() {
    onAgenda();
    assertThat(open()).as("it waits for the panel").isEmpty();
    message("baton.panelDecided", "panelOutcome", "ALLOCATED");
    done("allocation");

    endedBy("Referral received", "Checks at intake", "Put forward in time", "Panel decided", "Allocation and begin of support",
        "Allocated, or at the MASH");
    assertThat(fact("forum")).isEqualTo("rugby");
    assertThat(fact("consentSharing")).isEqualTo("GIVEN");
  }

  @Test
  void with_an_immediate_concern_it_goes_to_the_mash_and_not_to_a_panel() {
    start("immediateConcern", "YES");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Referral received", "Safeguarding referral", "Diverted to the MASH");
    assertThat(calls()).isEmpty();
  }

  @Test
  void where_consent_has_lapsed_when_it_is_called_it_goes_back_to_the_checks() {
    onAgenda();
    message("baton.consentLapsed");

    endedBy("Referral received", "Checks at intake", "Put forward in time", "Panel decided", "Consent lapsed", "Consent lapsed", "Go back to the checks", "At the checks again");
    assertThat(calls()).containsExactly("cases.beginAt referral callActivity_intakeChecks");
  }

  @Test
  void without_consent_it_is_not_heard() {
    start("immediateConcern", "NO");
    done("intake", "consentStanding", "REFUSED");

    endedBy("Referral received", "Checks at intake", "Not heard");
    assertThat(calls()).isEmpty();
  }

  @Test
  void a_case_that_the_panel_defers_comes_to_the_next_sitting() {
    onAgenda();
    message("baton.panelDecided", "panelOutcome", "DEFERRED");
    message("baton.panelDecided", "panelOutcome", "SIGNPOSTED");

    endedBy("Referral received", "Checks at intake", "Put forward in time", "Panel decided", "Put on the next agenda", "Panel decided", "Close as signposted",
        "Referrer signposted");
    assertThat(calls()).containsExactly("panel.proposeAgain", "cases.close SIGNPOSTED");
  }

  @Test
  void a_case_that_the_chair_does_not_consider_at_the_panel_is_closed() {
    onAgenda();
    message("baton.panelDecided", "panelOutcome", "NOT_CONSIDERED");

    endedBy("Referral received", "Checks at intake", "Put forward in time", "Panel decided", "Close as not considered", "Not considered");
    assertThat(calls()).containsExactly("cases.close NOT_CONSIDERED");
  }

  @Test
  void about_which_there_is_no_agreement_one_service_is_found_all_the_same() {
    onAgenda();
    message("baton.panelDecided", "panelOutcome", "NO_AGREEMENT", "serviceNamed", false);
    assertThat(open()).containsExactly("allocation");
    assertThat(known("allocation", "serviceNamed")).isEqualTo(false);
  }

  @Test
  void of_which_the_panel_decides_what_no_model_knows_it_is_not_lost() {
    onAgenda();
    message("baton.panelDecided", "panelOutcome", "SOMETHING_NEW");

    assertThat(open()).containsExactly("allocation");
  }

  @Test
  void in_which_the_panel_finds_a_concern_it_is_referred_to_the_mash() {
    onAgenda();
    message("baton.panelDecided", "panelOutcome", "MASH_REFERRAL");
    assertThat(open()).containsExactly("panelConcern");
    done("panelConcern");

    endedBy("Referral received", "Checks at intake", "Put forward in time", "Panel decided", "Concern found at the panel", "Referred to the MASH");
  }

  @Test
  void a_safeguarding_concern_ends_all_else_at_any_time() {
    start("immediateConcern", "NO");
    message("baton.safeguardingConcernRaised");
    assertThat(open()).as("the checks are left").containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Referral received", "Checks at intake", "Safeguarding concern", "Concern raised", "Safeguarding referral", "Concern referred");
  }

  @Test
  void a_family_that_withdraws_its_consent_is_heard_no_more() {
    onAgenda();
    message("baton.consentWithdrawn");
    assertThat(open()).containsExactly("withdrawal");
    done("withdrawal");

    endedBy("Referral received", "Checks at intake", "Put forward in time", "Panel decided", "Consent withdrawn", "Consent withdrawn", "Withdrawal of the referral",
        "Withdrawn");
  }

  private void onAgenda() {
    start("immediateConcern", "NO");
    done("intake", "consentStanding", "GIVEN", "forum", "rugby", "consentSharing", "GIVEN");
    done("putForward");
  }
}
