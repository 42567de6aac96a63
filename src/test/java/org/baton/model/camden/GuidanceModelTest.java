package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class GuidanceModelTest extends ModelTest {

  GuidanceModelTest() {
    super("camden", "guidance", List.of(), List.of("safeguarding"));
  }

  @Test
  void guidance_on_the_next_steps_is_sent_and_the_case_closed() {
    start("panelOutcome", "REFLECTIVE_GUIDANCE");

    endedBy("Guidance decided", "Send the guidance", "Close: next steps", "Guidance given");
    assertThat(calls()).containsExactly("notices.send guidance", "cases.close REFLECTIVE_GUIDANCE");
  }

  @Test
  void a_case_that_does_not_meet_the_threshold_stays_with_social_work() {
    start("panelOutcome", "THRESHOLD_NOT_MET", "route", "STEP_DOWN");

    endedBy("Guidance decided", "Send the guidance", "Close: stays with social work", "Guidance given");
    assertThat(calls()).containsExactly("notices.send guidance", "cases.close THRESHOLD_NOT_MET");
  }

  @Test
  void so_does_one_for_which_no_lead_professional_was_found() {
    start("panelOutcome", "THRESHOLD_NOT_MET", "route", "NO_LEAD_PROFESSIONAL");

    ended();
    assertThat(path()).endsWith("Close: stays with social work", "Guidance given");
  }

  @Test
  void one_above_the_level_that_social_work_does_not_hold_goes_to_the_mash() {
    start("panelOutcome", "THRESHOLD_NOT_MET", "route", "CONTACT_TEAM");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Guidance decided", "Safeguarding referral", "With the MASH");
    assertThat(calls()).as("noted on MOSAIC with the decision already").isEmpty();
  }

  @Test
  void one_that_needs_no_work_is_closed() {
    start("panelOutcome", "NO_NEED");

    endedBy("Guidance decided", "Send the guidance", "Close: no need for work", "Guidance given");
    assertThat(calls()).containsExactly("notices.send guidance", "cases.close NO_NEED");
  }

  @Test
  void longer_term_work_that_is_confirmed_goes_on() {
    start("panelOutcome", "LONGER_TERM_CONFIRMED");

    endedBy("Guidance decided", "Send the guidance", "Close: longer term goes on", "Guidance given");
    assertThat(calls()).containsExactly("notices.send guidance", "cases.close LONGER_TERM_CONFIRMED");
  }

  @Test
  void a_case_above_level_two_goes_to_the_mash() {
    start("panelOutcome", "MASH_REFERRAL");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Guidance decided", "Safeguarding referral", "Note the outcome on MOSAIC", "With the MASH");
    assertThat(calls()).containsExactly("records.enter outcomeNoted");
  }

  @Test
  void one_for_a_service_of_the_community_is_closed_with_it() {
    start("panelOutcome", "COMMUNITY");

    endedBy("Guidance decided", "Close: community", "Service named");
    assertThat(calls()).containsExactly("cases.close COMMUNITY_SERVICE");
  }

  @Test
  void a_decision_that_no_model_knows_is_carried_out_by_hand_and_then_known() {
    start("panelOutcome", "SOMETHING_NEW");
    assertThat(offered("Carry the decision out by hand")).containsExactly("business-support");
    done("Carry the decision out by hand", "panelOutcome", "NO_NEED");

    ended();
    assertThat(path()).endsWith("Carry the decision out by hand", "Close: no need for work", "Guidance given");
    assertThat(calls()).endsWith("cases.close NO_NEED");
  }
}
