package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ClarificationModelTest extends ModelTest {

  ClarificationModelTest() {
    super("warwickshire", "clarification", List.of(), List.of());
  }

  @Test
  void what_the_pre_meet_asked_is_cleared_up_with_the_referrer() {
    start();
    assertThat(offered("Clear it up with the referrer")).containsExactly("business-support");
    done("Clear it up with the referrer");

    endedBy("Question asked", "Clear it up with the referrer", "Cleared up");
  }

  @Test
  void the_referrer_is_chased_until_it_is_cleared_up() {
    start();
    timeComes("Answer awaited", "clarificationReminder");
    assertThat(open()).containsExactly("Chase the referrer", "Clear it up with the referrer");
    assertThat(offered("Chase the referrer")).containsExactly("business-support");
    done("Chase the referrer");
    timeComes("Chase again", "clarificationAgain");
    done("Clear it up with the referrer");

    assertThat(open()).as("nobody is chased for what is there").isEmpty();
    ended();
  }

  @Test
  void what_is_not_cleared_up_when_the_sitting_begins_is_asked_there() {
    start();
    timeComes("Answer awaited", "clarificationReminder");
    timeComes("Sitting begins", "sittingBegins");

    assertThat(open()).isEmpty();
    ended();
    assertThat(path()).contains("Asked at the sitting").doesNotContain("Cleared up");
  }
}
