package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PreMeetModelTest extends ModelTest {

  PreMeetModelTest() {
    super("warwickshire", "preMeet", List.of(), List.of("decisionFollowUp"));
  }

  @Test
  void the_pre_meet_screens_the_referrals_and_settles_the_agenda() {
    when("panel.signedOff", List.of("screenedOut"));
    start();
    assertThat(offered("Screen the referrals at the pre-meet")).containsExactly("chair", "vice-chair");
    assertThat(calls()).isEmpty();
    done("Screen the referrals at the pre-meet");
    assertThat(known("decisionFollowUp", "caseId")).isEqualTo("screenedOut");
    done("decisionFollowUp");

    endedBy("Agenda open", "Screen the referrals at the pre-meet", "Settle the agenda", "Tell each referrer if the case is heard", "Invite who comes for one case",
        "Ask referrers to clear up", "Follow up what is to be cleared up", "Cases not heard told and recorded", "Send the agenda and papers to the members", "Agenda sent");
    assertThat(calls()).containsExactly("panel.agreeAgenda", "notices.sendForEachItem listingDecision", "notices.sendForNotes caseInvitation invitation",
        "notices.sendForNotes clarification clarification", "panel.beginForNotes clarification clarification", "notices.send agenda");
  }

  @Test
  void where_every_case_is_heard_the_agenda_goes_out_at_once() {
    when("panel.signedOff", List.of());
    start();
    done("Screen the referrals at the pre-meet");

    ended();
    assertThat(calls()).endsWith("notices.send agenda");
  }

  @Test
  void a_pre_meet_that_was_not_held_in_time_is_noted_and_stays_to_be_held() {
    start();
    timeComes("Pre-meet passed", "preMeetHeld");

    assertThat(open()).containsExactly("Screen the referrals at the pre-meet");
    assertThat(path()).contains("Pre-meet passed", "Pre-meet late");
  }
}
