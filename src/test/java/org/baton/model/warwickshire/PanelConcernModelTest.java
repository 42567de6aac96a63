package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PanelConcernModelTest extends ModelTest {

  PanelConcernModelTest() {
    super("warwickshire", "panelConcern", List.of(), List.of());
  }

  @Test
  void of_a_concern_found_at_the_panel_the_vice_chair_speaks_to_the_referrer_and_refers_to_the_mash() {
    start();
    assertThat(open()).as("in any order").containsExactly("Refer to the MASH", "Speak to the referrer");
    assertThat(offered("Speak to the referrer")).containsExactly("vice-chair");
    assertThat(offered("Refer to the MASH")).containsExactly("vice-chair");
    done("Refer to the MASH");
    assertThat(calls()).as("open until both are done").isEmpty();
    when("cases.recall", with("recordProfile", true));
    done("Speak to the referrer");

    ended();
    assertThat(path()).startsWith("MASH referral decided").endsWith("Paste the decision as a case note", "Close as referred to the MASH", "Referred to the MASH");
    assertThat(calls()).containsExactly("notices.send contactMade", "cases.recall recordProfile", "records.enter panelDecision", "cases.close REFERRED_TO_MASH");
  }

  @Test
  void each_has_a_clock_of_its_own_and_what_is_late_stays_to_be_done() {
    start();
    timeComes("Contact overdue", "referrerContact");
    timeComes("Referral overdue", "mashReferral");

    assertThat(open()).containsExactly("Refer to the MASH", "Speak to the referrer");
    assertThat(path()).contains("Contact late", "Referral late");
  }

  @Test
  void without_a_profile_on_mosaic_there_is_no_case_note() {
    when("cases.recall", with("recordProfile", false));
    start();
    done("Refer to the MASH");
    done("Speak to the referrer");

    ended();
    assertThat(calls()).containsExactly("notices.send contactMade", "cases.recall recordProfile", "cases.close REFERRED_TO_MASH");
  }
}
