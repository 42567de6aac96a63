package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PreparationModelTest extends ModelTest {

  PreparationModelTest() {
    super("shared", "preparation", List.of(), List.of());
  }

  @Test
  void a_member_prepares_in_time() {
    start();
    assertThat(offered("Prepare for the sitting")).containsExactly("member");
    done("Prepare for the sitting");

    endedBy("Member asked", "Prepare for the sitting", "Prepared");
    assertThat(calls()).isEmpty();
  }

  @Test
  void what_is_not_done_when_the_sitting_begins_is_noted_and_no_longer_asked_for() {
    start();
    timeComes("Sitting begins", "sittingBegins");

    assertThat(open()).isEmpty();
    endedBy("Member asked", "Prepare for the sitting", "Sitting begins", "Note what was not done", "Not prepared");
    assertThat(calls()).containsExactly("panel.noteNotPrepared");
  }
}
