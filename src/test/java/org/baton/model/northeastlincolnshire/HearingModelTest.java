package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class HearingModelTest extends ModelTest {

  HearingModelTest() {
    super("north-east-lincolnshire", "hearing", List.of(), List.of());
  }

  @Test
  void a_case_is_decided_by_consensus() {
    start();
    assertThat(offered("Discuss the case")).containsExactly("chair", "vice-chair");
    done("Discuss the case", "discussionResult", "CONSENSUS", "panelOutcome", "STEP_UP");

    endedBy("Case called", "Discuss the case", "Decided by consensus");
    assertThat(calls()).isEmpty();
  }

  @Test
  void without_one_chair_and_co_chair_give_the_final_view_and_both_sign() {
    start();
    done("Discuss the case", "discussionResult", "NO_CONSENSUS");
    assertThat(offered("Give the Chair's final view")).containsExactly("chair");
    done("Give the Chair's final view", "panelOutcome", "STEP_UP");
    assertThat(offered("Sign with the Chair")).containsExactly("vice-chair");
    assertThat(calls()).as("one signature decides nothing").isEmpty();
    done("Sign with the Chair", "coChairSigns", "SIGNED");

    endedBy("Case called", "Discuss the case", "Give the Chair's final view", "Sign with the Chair", "Decide as Chair and Co-Chair", "Decided by both");
    assertThat(calls()).containsExactly("panel.decideAs CHAIRS leadAgency finalReasons");
  }

  @Test
  void where_the_co_chair_does_not_sign_there_is_no_final_view() {
    start();
    done("Discuss the case", "discussionResult", "NO_CONSENSUS");
    done("Give the Chair's final view", "panelOutcome", "STEP_UP");
    done("Sign with the Chair", "coChairSigns", "NOT_SIGNED");

    endedBy("Case called", "Discuss the case", "Give the Chair's final view", "Sign with the Chair", "Note that there is no final view", "No final view");
    assertThat(calls()).containsExactly("panel.decideWithout NO_FINAL_VIEW");
  }
}
