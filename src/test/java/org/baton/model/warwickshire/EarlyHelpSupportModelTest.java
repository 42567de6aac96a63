package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class EarlyHelpSupportModelTest extends ModelTest {

  EarlyHelpSupportModelTest() {
    super("warwickshire", "earlyHelpSupport", List.of(), List.of("safeguarding", "allocation"));
  }

  @Test
  void support_begins_with_the_resources_and_is_reported_on_until_the_needs_are_met() {
    start();
    assertThat(offered("Confirm resources and start")).containsExactly("allocated-service", "business-support");
    done("Confirm resources and start");
    assertThat(offered("Report progress")).containsExactly("allocated-service", "business-support");
    done("Report progress", "supportResult", "GO_ON");
    done("Report progress", "supportResult", "NEEDS_MET");

    endedBy("Support begins", "Confirm resources and start", "Report progress", "Report progress", "Close as needs met", "Needs met");
    assertThat(calls()).containsExactly("cases.close NEEDS_MET");
  }

  @Test
  void a_report_that_is_late_is_noted_and_stays_to_be_given() {
    supported();
    timeComes("Report overdue", "progressReport");

    assertThat(open()).containsExactly("Report progress");
    assertThat(path()).contains("Report overdue", "Report late");
  }

  @Test
  void support_that_is_not_enough_is_stepped_up_by_a_safeguarding_referral() {
    supported();
    done("Report progress", "supportResult", "STEP_UP");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Support begins", "Confirm resources and start", "Report progress", "Safeguarding referral", "Stepped up");
  }

  @Test
  void a_safeguarding_concern_ends_the_support_at_any_time() {
    start();
    message("baton.safeguardingConcernRaised");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Support begins", "Confirm resources and start", "Safeguarding concern", "Concern raised", "Safeguarding referral", "Concern referred");
  }

  @Test
  void of_a_consent_that_is_withdrawn_the_lead_agency_is_told_and_decides() {
    supported();
    message("baton.consentWithdrawn");

    assertThat(calls()).containsExactly("notices.send leadAgencyWithdrawn", "notices.send withdrawalNoted");
    assertThat(open()).as("nothing is closed").containsExactly("Report progress");
    assertThat(path()).containsSubsequence("Consent withdrawn", "Tell the Lead Agency", "Tell the chair", "Lead Agency told");
  }

  @Test
  void another_service_that_was_settled_takes_over_and_its_support_begins_anew() {
    supported();
    message("baton.serviceChanged");
    assertThat(open()).containsExactly("allocation");
    assertThat(calls()).isEmpty();
    done("allocation");

    endedBy("Support begins", "Confirm resources and start", "Report progress", "Another service takes over", "Another service settled", "Allocation and begin of support",
        "Taken over");
  }

  private void supported() {
    start();
    done("Confirm resources and start");
  }

  @Test
  void of_what_waits_too_long_whoever_watches_hears() {
    start();
    timeComes("Not confirmed yet", "resourcesConfirmed");

    assertThat(open()).contains("Confirm resources and start");
    assertThat(path()).contains("Not confirmed yet", "Confirmed late");
  }
}
