package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreMeetModelTest extends ModelTest {

  PreMeetModelTest() {
    super("warwickshire", "preMeet", List.of(), List.of("decisionFollowUp"));
  }

  @Test
  void the_pre_meet_screens_the_referrals_and_settles_the_agenda() {
    when("panel.signedOff", List.of("screenedOut"));
    start();
    assertThat(offered("Screen the referrals at the pre-meet")).containsExactly("chair", "vice-chair");
    done("Screen the referrals at the pre-meet");
    assertThat(offered("Agree the agenda as chair")).containsExactly("chair");
    assertThat(offered("Agree the agenda as vice-chair")).containsExactly("vice-chair");
    assertThat(offered("Agree the agenda as business support")).containsExactly("business-support");
    assertThat(calls()).isEmpty();
    agreed();
    assertThat(known("decisionFollowUp", "caseId")).isEqualTo("screenedOut");
    done("decisionFollowUp");

    ended();
    assertThat(path()).containsExactlyInAnyOrder("Agenda open", "Screen the referrals at the pre-meet", "Agree the agenda as chair", "Agree the agenda as vice-chair", "Agree the agenda as business support", "Settle the agenda", "Tell each referrer if the case is heard", "Invite who comes for one case",
        "Ask referrers to clear up", "Follow up what is to be cleared up", "Cases not heard told and recorded", "Send the agenda and papers to the members", "Agenda sent");
    assertThat(path().subList(5, 7)).as("only then").contains("Settle the agenda");
    assertThat(calls()).containsExactly("panel.agreeAgenda", "notices.sendForEachItem listingDecision", "notices.sendForNotes caseInvitation invitation",
        "notices.sendForNotes clarification clarification", "panel.beginForNotes clarification clarification", "notices.send agenda");
  }

  @Test
  void where_every_case_is_heard_the_agenda_goes_out_at_once() {
    when("panel.signedOff", List.of());
    start();
    done("Screen the referrals at the pre-meet");
    agreed();

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

  @ParameterizedTest
  @CsvSource({"Chair not yet agreed, Agree the agenda as chair", "Vice-chair not yet agreed, Agree the agenda as vice-chair", "Business support not yet agreed, Agree the agenda as business support"})
  void whoever_has_not_agreed_in_time_is_noted_and_is_still_to_agree(String late, String task) {
    start();
    done("Screen the referrals at the pre-meet");
    timeComes(late, "agendaAgreed");

    assertThat(open()).contains(task);
    assertThat(path()).contains(late, "Still to agree");
  }

  private void agreed() {
    List.of("Agree the agenda as chair", "Agree the agenda as vice-chair", "Agree the agenda as business support").forEach(this::done);
  }
}
