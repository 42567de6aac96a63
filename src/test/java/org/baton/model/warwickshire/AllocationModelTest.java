package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class AllocationModelTest extends ModelTest {

  AllocationModelTest() {
    super("warwickshire", "allocation", List.of(), List.of("transfer", "settling", "safeguarding"));
  }

  @Test
  void the_service_that_was_named_at_the_panel_takes_the_case() {
    when("cases.readSharing", with("sharingAllowed", true));
    start("serviceNamed", true);
    assertThat(open()).containsExactly("transfer");
    done("transfer", "acceptance", "ACCEPTED");

    endedBy("Decision known", "Transfer to the allocated service", "Look up the consent to share", "Tell supporting services", "Begin early help support", "Support begun");
    assertThat(calls()).as("the decision has told the referrer already")
        .containsExactly("cases.readSharing", "notices.sendForNotes supporting support", "cases.begin earlyHelpSupport");
  }

  @Test
  void services_that_support_the_family_hear_nothing_where_sharing_is_not_held() {
    when("cases.readSharing", with("sharingAllowed", false));
    start("serviceNamed", true);
    done("transfer", "acceptance", "ACCEPTED");

    endedBy("Decision known", "Transfer to the allocated service", "Look up the consent to share", "Begin early help support", "Support begun");
    assertThat(calls()).containsExactly("cases.readSharing", "cases.begin earlyHelpSupport");
  }

  @Test
  void where_what_is_settled_is_the_statutory_threshold_it_is_referred_to_the_mash_and_no_service_asked() {
    start("serviceNamed", false);
    done("settling", "thresholdFound", "STATUTORY");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Decision known", "Settling which service takes the case", "Safeguarding referral", "Referred to the MASH");
    assertThat(calls()).isEmpty();
  }

  @Test
  void where_none_was_named_it_is_settled_which_and_the_referrer_told_before_it_is_asked() {
    when("cases.readSharing", with("sharingAllowed", true));
    start("serviceNamed", false);
    assertThat(open()).containsExactly("settling");
    done("settling", "thresholdFound", "LEVEL_3");
    assertThat(offered("State the terms of the allocation")).containsExactly("chair", "vice-chair");
    assertThat(calls()).as("the referrer is told with the terms").isEmpty();
    when("cases.recall", with("recordProfile", false));
    done("State the terms of the allocation");
    assertThat(calls()).containsExactly("panel.beginForCaseActions action", "notices.send caseSettled", "cases.recall recordProfile");
    done("transfer", "acceptance", "ACCEPTED");

    endedBy("Decision known", "Settling which service takes the case", "State the terms of the allocation", "Let actions be followed up",
        "Tell the referrer who takes the case", "Recall if there is a profile", "Transfer to the allocated service", "Look up the consent to share", "Tell supporting services", "Begin early help support", "Support begun");
  }

  @Test
  void a_service_that_declines_brings_the_question_back_until_one_accepts() {
    when("cases.readSharing", with("sharingAllowed", true));
    start("serviceNamed", true);
    done("transfer", "acceptance", "DECLINED");
    assertThat(open()).containsExactly("settling");
    done("settling", "thresholdFound", "LEVEL_3");
    when("cases.recall", with("recordProfile", false));
    done("State the terms of the allocation");
    done("transfer", "acceptance", "ACCEPTED");

    endedBy("Decision known", "Transfer to the allocated service", "Settling which service takes the case", "State the terms of the allocation", "Let actions be followed up",
        "Tell the referrer who takes the case", "Recall if there is a profile", "Transfer to the allocated service", "Look up the consent to share", "Tell supporting services", "Begin early help support", "Support begun");
  }

  @Test
  void where_the_child_is_on_mosaic_the_service_that_was_settled_stands_there_too() {
    start("serviceNamed", false);
    done("settling", "thresholdFound", "LEVEL_3");
    when("cases.recall", with("recordProfile", true));
    done("State the terms of the allocation");

    assertThat(calls()).endsWith("notices.send caseSettled", "cases.recall recordProfile", "records.enter caseSettled");
    assertThat(open()).containsExactly("transfer");
  }

  @Test
  void what_a_service_accepted_at_the_panel_is_known_to_the_transfer() {
    start("serviceNamed", true, "acceptance", "ACCEPTED");

    assertThat(known("transfer", "acceptance")).isEqualTo("ACCEPTED");
  }

  @Test
  void terms_that_nobody_states_in_time_are_noted_and_still_to_be_stated() {
    start("serviceNamed", false);
    done("settling", "thresholdFound", "LEVEL_3");
    timeComes("Terms late", "termsStated");

    assertThat(open()).containsExactly("State the terms of the allocation");
    assertThat(path()).contains("Terms late", "Still to be stated");
  }
}
