package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class HearingModelTest extends ModelTest {

  HearingModelTest() {
    super("warwickshire", "hearing", List.of("quorum.dmn", "consent-standing.dmn"), List.of("vote"));
  }

  @Test
  void a_quorate_panel_decides_by_agreement() {
    quorate();
    assertThat(offered("Discuss the case")).containsExactly("chair", "vice-chair");
    done("Discuss the case", "discussionResult", "AGREED", "panelOutcome", "ALLOCATED");

    endedBy("Case called", "Read what stands of consent", "Judge consent", "Count who is present", "Judge the quorum", "Discuss the case", "Decided by agreement");
    assertThat(calls()).containsExactly("cases.readConsents", "panel.countAttendance");
  }

  @Test
  void a_case_whose_consent_is_held_no_longer_is_not_discussed_and_goes_back_to_obtain_it() {
    when("cases.readConsents", with("consentSupport", "GIVEN", "consentSharing", "EXPIRED", "consentDiscussion", "GIVEN"));
    when("cases.tell", with("pathwayWoken", true));
    start();

    endedBy("Case called", "Read what stands of consent", "Judge consent", "Tell the pathway", "Take the case off the agenda", "Not discussed: consent is obtained first");
    assertThat(calls()).containsExactly("cases.readConsents", "cases.tell baton.consentLapsed", "panel.takeOffWithoutConsent");
  }

  @Test
  void one_whose_pathway_waits_for_something_else_stays_on_an_agenda() {
    when("cases.readConsents", with("consentSupport", "WITHDRAWN", "consentSharing", "GIVEN", "consentDiscussion", "GIVEN"));
    when("cases.tell", with("pathwayWoken", false));
    start();

    endedBy("Case called", "Read what stands of consent", "Judge consent", "Tell the pathway", "Carry the case over", "Not discussed: carried over");
    assertThat(calls()).containsExactly("cases.readConsents", "cases.tell baton.consentLapsed", "panel.carryOverWithoutConsent");
  }

  @Test
  void where_it_does_not_agree_the_agencies_are_heard_and_then_it_votes() {
    quorate();
    done("Discuss the case", "discussionResult", "DIFFERENCE");
    assertThat(offered("Hear the agencies involved")).containsExactly("chair", "vice-chair");
    done("Hear the agencies involved");
    assertThat(open()).containsExactly("vote");
    done("vote", "voteHeld", "HELD", "panelOutcome", "ALLOCATED");
    assertThat(offered("State the terms of the allocation")).containsExactly("chair", "vice-chair");
    done("State the terms of the allocation");

    endedBy("Case called", "Read what stands of consent", "Judge consent", "Count who is present", "Judge the quorum", "Discuss the case", "Hear the agencies involved", "Vote of the members", "State the terms of the allocation", "Voted");
    assertThat(fact("panelOutcome")).isEqualTo("ALLOCATED");
  }

  @Test
  void a_vote_without_a_majority_gives_the_case_to_nobody_and_has_no_terms() {
    quorate();
    done("Discuss the case", "discussionResult", "DIFFERENCE");
    done("Hear the agencies involved");
    done("vote", "voteHeld", "HELD", "panelOutcome", "NO_AGREEMENT");

    ended();
    assertThat(path()).endsWith("Vote of the members", "No majority");
  }

  @Test
  void a_panel_that_is_not_quorate_hears_no_case_and_carries_it_over() {
    consentHeld();
    when("panel.countAttendance", with("servicesPresent", 2, "chairPresent", true));
    start();

    endedBy("Case called", "Read what stands of consent", "Judge consent", "Count who is present", "Judge the quorum", "Carry the case over", "Carried over to the next sitting");
    assertThat(calls()).containsExactly("cases.readConsents", "panel.countAttendance", "panel.carryOver");
  }

  @Test
  void one_that_is_quorate_no_longer_during_the_discussion_carries_it_over() {
    quorate();
    done("Discuss the case", "discussionResult", "NOT_QUORATE");

    endedBy("Case called", "Read what stands of consent", "Judge consent", "Count who is present", "Judge the quorum", "Discuss the case", "Carry the case over", "Carried over to the next sitting");
  }

  @Test
  void a_case_on_which_no_vote_could_be_held_is_carried_over() {
    quorate();
    done("Discuss the case", "discussionResult", "DIFFERENCE");
    done("Hear the agencies involved");
    done("vote", "voteHeld", "NOT_QUORATE");

    ended();
    assertThat(path()).endsWith("Vote of the members", "Carry the case over", "Carried over to the next sitting");
    assertThat(calls()).endsWith("panel.carryOver");
  }

  private void quorate() {
    consentHeld();
    when("panel.countAttendance", with("servicesPresent", 3, "chairPresent", true));
    start();
  }

  private void consentHeld() {
    when("cases.readConsents", with("consentSupport", "GIVEN", "consentSharing", "GIVEN", "consentDiscussion", "GIVEN"));
  }
}
