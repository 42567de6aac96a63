package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class IntakeModelTest extends ModelTest {

  IntakeModelTest() {
    super("warwickshire", "intake", List.of("forum.dmn", "consent-standing.dmn"), List.of("awaitReferrer"));
  }

  @Test
  void a_complete_referral_with_consent_is_filed_checked_and_ready_for_the_panel_of_its_district() {
    received(true, "GIVEN");
    assertThat(calls()).containsExactly("cases.assignForum", "notices.send heldByYou", "records.file", "intake.checkCompleteness");
    assertThat(offered("Check consent")).containsExactly("business-support");
    assertThat(known("Check consent", "forum")).isEqualTo("rugby");
    done("Check consent");

    assertThat(fact("consentStanding")).isEqualTo("GIVEN");
    endedBy("Checks begun", "Choose the panel", "Note the panel on the case", "Tell who holds it", "File the referral", "Check completeness", "Check consent", "Judge consent", "Ready for the panel");
  }

  @Test
  void one_that_is_not_complete_waits_for_the_referrer_and_is_checked_again() {
    received(false, "GIVEN");
    assertThat(open()).containsExactly("awaitReferrer");
    when("intake.checkCompleteness", with("complete", true));
    done("awaitReferrer", "awaited", "ANSWERED");
    done("Check consent");

    ended();
    assertThat(path()).containsSubsequence("Check completeness", "Waiting for the referrer", "Check completeness", "Check consent", "Ready for the panel");
  }

  @Test
  void one_that_is_to_wait_on_is_waited_for_anew() {
    received(false, "GIVEN");
    done("awaitReferrer", "awaited", "GO_ON");
    assertThat(open()).containsExactly("awaitReferrer");
    when("intake.checkCompleteness", with("complete", true));
    done("awaitReferrer", "awaited", "ANSWERED");
    done("Check consent");

    ended();
    assertThat(path()).containsSubsequence("Waiting for the referrer", "Waiting for the referrer", "Check completeness", "Check consent", "Ready for the panel");
  }

  @Test
  void consent_that_is_to_be_waited_for_on_is_waited_for_anew() {
    received(true, "MISSING");
    done("Check consent");
    done("awaitReferrer", "awaited", "GO_ON");
    assertThat(open()).containsExactly("awaitReferrer");
    done("awaitReferrer", "awaited", "ANSWERED", "consentSupport", "GIVEN", "consentSharing", "GIVEN", "consentDiscussion", "GIVEN");

    ended();
    assertThat(path()).endsWith("Judge consent", "Waiting for the referrer", "Waiting for the referrer", "Judge consent", "Ready for the panel");
  }

  @Test
  void one_that_stays_incomplete_ends_unheard() {
    received(false, "GIVEN");
    done("awaitReferrer", "awaited", "WITHDRAWN");

    endedBy("Checks begun", "Choose the panel", "Note the panel on the case", "Tell who holds it", "File the referral", "Check completeness", "Waiting for the referrer", "Ended unheard");
  }

  @Test
  void a_case_whose_family_refused_is_not_heard_and_the_referrer_is_told() {
    received(true, "REFUSED");
    done("Check consent");

    ended();
    assertThat(path()).endsWith("Judge consent", "Tell the referrer", "Close as not heard", "Not heard: consent refused");
    assertThat(calls()).endsWith("notices.send notHeard", "cases.close NOT_HEARD_CONSENT_REFUSED");
  }

  @Test
  void consent_that_is_missing_is_waited_for_and_judged_again() {
    when("intake.checkCompleteness", with("complete", true));
    start("district", "RUGBY", "consentSupport", "MISSING", "consentSharing", "MISSING", "consentDiscussion", "MISSING");
    done("Check consent");
    assertThat(open()).containsExactly("awaitReferrer");
    done("awaitReferrer", "awaited", "ANSWERED", "consentSupport", "GIVEN", "consentSharing", "GIVEN", "consentDiscussion", "GIVEN");

    ended();
    assertThat(path()).endsWith("Check consent", "Judge consent", "Waiting for the referrer", "Judge consent", "Ready for the panel");
  }

  @Test
  void a_case_for_which_it_never_comes_ends_unheard() {
    received(true, "MISSING");
    done("Check consent");
    done("awaitReferrer", "awaited", "CLOSE");

    ended();
    assertThat(path()).endsWith("Judge consent", "Waiting for the referrer", "Ended unheard");
    assertThat(calls()).as("closed while it was awaited").doesNotContain("cases.close NOT_HEARD_CONSENT_REFUSED");
  }

  private void received(boolean complete, String discussion) {
    when("intake.checkCompleteness", with("complete", complete));
    start("district", "RUGBY", "consentSupport", "GIVEN", "consentSharing", "GIVEN", "consentDiscussion", discussion);
  }
}
