package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class HearingModelTest extends ModelTest {

  HearingModelTest() {
    super("camden", "hearing", List.of("checklist.dmn"), List.of("vote"));
  }

  @Test
  void a_case_at_level_two_is_discussed_and_the_services_vote_who_takes_it() {
    start();
    assertThat(offered("Go through the checklist")).containsExactly("chair");
    done("Go through the checklist", "timeLeft", "YES", "level", "LEVEL_2", "informationSufficient", "YES", "presenter", "THERE");
    assertThat(offered("Discuss the case")).containsExactly("chair");
    done("Discuss the case", "panelOutcome", "ALLOCATE", "capacity", "THERE");
    assertThat(open()).containsExactly("vote");
    done("vote", "voteHeld", "HELD", "panelOutcome", "ALLOCATED");

    endedBy("Case called", "Go through the checklist", "Judge the checklist", "Discuss the case", "Vote of the services", "Voted");
    assertThat(fact("panelOutcome")).isEqualTo("ALLOCATED");
    assertThat(calls()).isEmpty();
  }

  @Test
  void where_all_are_full_the_chair_resolves_the_capacity_before_the_vote() {
    discussed("panelOutcome", "ALLOCATE", "capacity", "FULL");
    assertThat(offered("Resolve the capacity")).containsExactly("chair");
    done("Resolve the capacity");
    done("vote", "voteHeld", "HELD", "panelOutcome", "ALLOCATED");

    endedBy("Case called", "Go through the checklist", "Judge the checklist", "Discuss the case", "Resolve the capacity", "Vote of the services", "Voted");
  }

  @Test
  void a_case_that_the_two_hours_do_not_reach_is_carried_over_unheard() {
    start();
    done("Go through the checklist", "timeLeft", "NO");

    endedBy("Case called", "Go through the checklist", "Judge the checklist", "Carry the case over", "Next week, not reached");
    assertThat(calls()).containsExactly("panel.carryOverNotReached");
  }

  @Test
  void without_a_vote_the_case_is_carried_over_to_the_next_week() {
    discussed("panelOutcome", "ALLOCATE", "capacity", "THERE");
    done("vote", "voteHeld", "NOT_QUORATE");

    endedBy("Case called", "Go through the checklist", "Judge the checklist", "Discuss the case", "Vote of the services", "Carry the case over", "Next week");
    assertThat(calls()).containsExactly("panel.carryOver");
  }

  @Test
  void a_discussion_can_end_without_a_service() {
    discussed("panelOutcome", "COMMUNITY");

    endedBy("Case called", "Go through the checklist", "Judge the checklist", "Discuss the case", "Decide on guidance", "Guidance decided");
    assertThat(calls()).containsExactly("panel.decideAs DISCUSSION guidanceReasons");
  }

  @Test
  void a_case_below_level_two_gets_guidance_and_no_service() {
    start();
    done("Go through the checklist", "timeLeft", "YES", "level", "BELOW", "informationSufficient", "YES", "presenter", "NOT_ASKED");
    assertThat(offered("Give guidance")).containsExactly("chair");
    done("Give guidance", "panelOutcome", "REFLECTIVE_GUIDANCE");

    endedBy("Case called", "Go through the checklist", "Judge the checklist", "Give guidance", "Decide on guidance", "Guidance decided");
    assertThat(calls()).containsExactly("panel.decideAs DISCUSSION guidanceReasons");
  }

  @Test
  void a_case_above_level_two_is_not_for_this_panel() {
    start();
    done("Go through the checklist", "timeLeft", "YES", "level", "ABOVE", "informationSufficient", "YES", "presenter", "THERE");

    endedBy("Case called", "Go through the checklist", "Judge the checklist", "Decide as the checklist says", "Decided by the checklist");
    assertThat(fact("panelOutcome")).isEqualTo("MASH_REFERRAL");
    assertThat(calls()).containsExactly("panel.decideAs CHECKLIST checklistReasons");
  }

  @Test
  void nor_is_one_about_which_too_little_is_known() {
    start();
    done("Go through the checklist", "timeLeft", "YES", "level", "LEVEL_2", "informationSufficient", "NO", "presenter", "THERE");

    ended();
    assertThat(path()).endsWith("Decide as the checklist says", "Decided by the checklist");
    assertThat(fact("panelOutcome")).isEqualTo("DEFERRED");
  }

  private void discussed(Object... facts) {
    start();
    done("Go through the checklist", "timeLeft", "YES", "level", "LEVEL_2", "informationSufficient", "YES", "presenter", "THERE");
    done("Discuss the case", facts);
  }
}
