package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeModelTest extends ModelTest {

  ChallengeModelTest() {
    super("north-east-lincolnshire", "challenge", List.of("challenge-gate.dmn"), List.of());
  }

  @Test
  void a_decision_that_is_challenged_comes_back_on_the_next_agenda_and_the_members_know() {
    when("panel.readDecision", with("panelOutcome", "NOT_STEPPED_DOWN"));
    when("cases.readConsents", with("consentPanel", "GIVEN"));
    start();

    endedBy("Challenge entered", "Read what was decided", "Read what stands of consent", "May the panel hear it again?", "Put on the next agenda", "Tell the members", "On the next agenda");
    assertThat(calls()).endsWith("panel.proposeAgain", "notices.send challengeListed");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"-, GIVEN", "-, -", "NOT_STEPPED_DOWN, WITHDRAWN"})
  void what_no_panel_decided_or_the_family_has_taken_back_does_not_come_before_one_and_whoever_asks_is_answered(String decided, String consent) {
    when("panel.readDecision", with("panelOutcome", decided));
    when("cases.readConsents", with("consentPanel", consent));
    start();
    assertThat(offered("Tell who questions it that the panel cannot hear it")).containsExactly("business-support");
    done("Tell who questions it that the panel cannot hear it");

    ended();
    assertThat(path()).endsWith("Tell who questions it that the panel cannot hear it", "Answered, not heard");
    assertThat(calls()).doesNotContain("panel.proposeAgain");
  }
}
