package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class SittingModelTest extends ModelTest {

  SittingModelTest() {
    super("shared", "sitting", List.of(), List.of("hearing", "goOn"));
  }

  @Test
  void each_case_of_the_agenda_is_heard_and_then_the_sitting_ends() {
    signedIn(2);
    done("hearing", "panelOutcome", "SIGNPOSTED");
    done("hearing", "panelOutcome", "ALLOCATED");

    assertThat(calls()).containsExactly("panel.nextItem", "panel.nextItem", "panel.nextItem", "panel.end");
    assertThat(path()).startsWith("Sitting opens", "Sign in").endsWith("End the sitting", "Sitting ended").containsSubsequence("Hearing of the case", "Hearing of the case");
    assertThat(open()).as("the sheet goes with the sitting").isEmpty();
  }

  @Test
  void nobody_is_heard_before_those_present_have_signed_in() {
    start();
    assertThat(open()).containsExactly("Sign in");
    assertThat(offered("Sign in")).containsExactly("business-support");
    assertThat(calls()).isEmpty();
  }

  @Test
  void the_sheet_of_those_present_can_be_kept_again_and_again_while_cases_are_heard() {
    signedIn(1);
    assertThat(offered("Keep the sheet of those present")).containsExactly("business-support", "chair", "vice-chair");
    done("Keep the sheet of those present");
    done("Keep the sheet of those present");

    assertThat(open()).containsExactly("Keep the sheet of those present", "hearing");
  }

  @Test
  void a_case_about_which_there_is_a_concern_goes_on_at_once_and_no_other() {
    signedIn(2);
    done("hearing", "panelOutcome", "MASH_REFERRAL");
    assertThat(open()).as("before the next is heard").contains("goOn").doesNotContain("hearing");
    done("goOn");
    done("hearing", "panelOutcome", "SIGNPOSTED");

    assertThat(path()).containsOnlyOnce("Case goes on at once").endsWith("End the sitting", "Sitting ended");
  }

  private void signedIn(int cases) {
    for (var i = 0; i < cases; i++) {
      when("panel.nextItem", with("moreItems", true));
    }
    when("panel.nextItem", with("moreItems", false));
    start();
    done("Sign in");
  }
}
