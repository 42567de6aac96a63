package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class MinutesModelTest extends ModelTest {

  MinutesModelTest() {
    super("warwickshire", "minutes", List.of(), List.of());
  }

  @Test
  void minutes_are_typed_checked_by_the_chair_and_distributed() {
    start();
    assertThat(offered("Type the draft minutes")).containsExactly("business-support");
    done("Type the draft minutes");
    assertThat(offered("Check the minutes")).containsExactly("chair", "vice-chair");
    assertThat(calls()).as("nothing goes out unchecked").isEmpty();
    done("Check the minutes", "minutesCheck", "APPROVED");

    endedBy("Sitting ended", "Type the draft minutes", "Check the minutes", "Distribute the minutes", "Minutes distributed");
    assertThat(calls()).containsExactly("notices.send minutes");
  }

  @Test
  void minutes_that_are_not_approved_are_corrected_and_checked_again() {
    start();
    done("Type the draft minutes");
    done("Check the minutes", "minutesCheck", "TO_CORRECT");
    assertThat(offered("Correct the minutes")).containsExactly("business-support");
    done("Correct the minutes");
    done("Check the minutes", "minutesCheck", "APPROVED");

    endedBy("Sitting ended", "Type the draft minutes", "Check the minutes", "Correct the minutes", "Check the minutes", "Distribute the minutes", "Minutes distributed");
  }

  @Test
  void each_of_their_steps_that_is_late_is_noted_and_stays_to_be_done() {
    start();
    timeComes("Draft overdue", "minutesDraft");
    assertThat(open()).containsExactly("Type the draft minutes");
    done("Type the draft minutes");
    timeComes("Check overdue", "minutesCheck");
    assertThat(open()).containsExactly("Check the minutes");
    done("Check the minutes", "minutesCheck", "TO_CORRECT");
    timeComes("Correction overdue", "minutesCorrection");
    assertThat(open()).containsExactly("Correct the minutes");

    assertThat(path()).contains("Draft late", "Check late", "Correction late");
  }
}
