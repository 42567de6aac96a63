package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class DecisionsModelTest extends ModelTest {

  DecisionsModelTest() {
    super("warwickshire", "decisions", List.of(), List.of("signing", "decisionFollowUp"));
  }

  @Test
  void no_decision_is_told_before_it_is_signed_off() {
    when("panel.readUnsigned", with("unsignedDecisions", true));
    when("panel.readUnsigned", with("unsignedDecisions", false));
    when("panel.signedOff", List.of("a", "b"));
    start();
    assertThat(open()).containsExactly("signing");
    done("signing");
    assertThat(open()).as("one for each case").containsExactly("decisionFollowUp", "decisionFollowUp");
    allDone("decisionFollowUp");

    endedBy("Sitting ended", "Look for decisions not signed off", "Boxes filled and signed", "Decision told and recorded", "Decision told and recorded",
        "Look for decisions not signed off", "All signed off");
  }

  @Test
  void what_the_chair_leaves_is_asked_for_again_until_all_are_signed_off() {
    when("panel.readUnsigned", with("unsignedDecisions", true));
    when("panel.readUnsigned", with("unsignedDecisions", true));
    when("panel.readUnsigned", with("unsignedDecisions", false));
    when("panel.signedOff", List.of("a"));
    start();
    done("signing");
    assertThat(known("decisionFollowUp", "caseId")).isEqualTo("a");
    done("decisionFollowUp");
    when("panel.signedOff", List.of("b"));
    done("signing");
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

    assertThat(open()).containsExactly("signing");
    assertThat(path()).contains("Sign-off overdue", "Sign-off late");
  }

  @Test
  void a_sitting_without_decisions_leaves_nothing_to_sign() {
    when("panel.readUnsigned", with("unsignedDecisions", false));
    start();

    endedBy("Sitting ended", "Look for decisions not signed off", "All signed off");
  }
}
