package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ChangeSittingModelTest extends ModelTest {

  ChangeSittingModelTest() {
    super("shared", "changeSitting", List.of(), List.of());
  }

  @Test
  void of_a_sitting_that_moves_members_and_waiting_referrers_are_told() {
    start("sittingChange", "MOVE");

    endedBy("Change entered", "Tell the members: moved", "Tell each referrer: moved", "Sitting moved");
    assertThat(calls()).containsExactly("notices.send sittingMoved", "notices.sendForEachWaiting caseMoved");
  }

  @Test
  void of_one_that_is_cancelled_likewise_with_the_sitting_that_takes_its_cases() {
    start("sittingChange", "CANCEL");

    endedBy("Change entered", "Tell the members: cancelled", "Tell each referrer: another sitting", "Sitting cancelled");
    assertThat(calls()).containsExactly("notices.send sittingCancelled", "notices.sendForEachWaiting caseCarriedOver");
  }
}
