package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class DecisionsModelTest extends ModelTest {

  DecisionsModelTest() {
    super("warwickshire", "decisions", List.of(), List.of("decisionFollowUp"));
  }

  @Test
  void no_decision_is_told_before_it_is_signed_off() {
    when("panel.readUnsigned", with("unsignedDecisions", true));
    when("panel.readUnsigned", with("unsignedDecisions", false));
    when("panel.signedOff", List.of("a", "b"));
    start();
    assertThat(open()).containsExactly("Sign off the decisions");
    assertThat(offered("Sign off the decisions")).containsExactly("chair", "vice-chair");
    done("Sign off the decisions");
    assertThat(open()).as("one for each case").containsExactly("decisionFollowUp", "decisionFollowUp");
    allDone("decisionFollowUp");

    endedBy("Sitting ended", "Look for decisions not signed off", "Sign off the decisions", "Decision told and recorded", "Decision told and recorded",
        "Look for decisions not signed off", "All signed off");
  }

  @Test
  void what_the_chair_leaves_is_asked_for_again_until_all_are_signed_off() {
    when("panel.readUnsigned", with("unsignedDecisions", true));
    when("panel.readUnsigned", with("unsignedDecisions", true));
    when("panel.readUnsigned", with("unsignedDecisions", false));
    when("panel.signedOff", List.of("a"));
    start();
    done("Sign off the decisions");
    assertThat(known("decisionFollowUp", "caseId")).isEqualTo("a");
    done("decisionFollowUp");
    when("panel.signedOff", List.of("b"));
    done("Sign off the decisions");
    assertThat(known("decisionFollowUp", "caseId")).isEqualTo("b");
    done("decisionFollowUp");

    ended();
    assertThat(calls()).containsExactly("panel.readUnsigned", "panel.readUnsigned", "panel.readUnsigned");
  }

  @Test
  void a_sign_off_that_is_late_is_noted_and_stays_to_be_done() {
    when("panel.readUnsigned", with("unsignedDecisions", true));
    start();
    timeComes("Sign-off overdue", "decisionSignOff");

    assertThat(open()).containsExactly("Sign off the decisions");
    assertThat(path()).contains("Sign-off overdue", "Sign-off late");
  }

  @Test
  void a_sitting_without_decisions_leaves_nothing_to_sign() {
    when("panel.readUnsigned", with("unsignedDecisions", false));
    start();

    endedBy("Sitting ended", "Look for decisions not signed off", "All signed off");
  }
}
