package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class DecisionFollowUpModelTest extends ModelTest {

  DecisionFollowUpModelTest() {
    super("north-east-lincolnshire", "decisionFollowUp", List.of("recording.dmn"), List.of("goOn"));
  }

  @Test
  void a_step_up_or_down_is_recorded_by_its_own_process() {
    decided("STEP_UP", null);
    assertThat(open()).containsExactly("goOn");
    done("goOn");

    endedBy("Decision made", "Tell who brought the case", "Read the decision", "How is it recorded?", "Case goes on with its decision", "Told and recorded");
    assertThat(calls()).containsExactly("notices.send panelDecision", "panel.readDecision");
  }

  @Test
  void any_other_decision_is_a_locality_panel_note_on_liquidlogic_if_the_file_of_the_child_is_there() {
    decided("NOT_STEPPED_DOWN", "LIQUIDLOGIC");
    done("goOn");

    endedBy("Decision made", "Tell who brought the case", "Read the decision", "How is it recorded?", "Recall whose file it is", "LOCALITY PANEL note on Liquidlogic",
        "Case goes on with its decision", "Told and recorded");
    assertThat(calls()).containsExactly("notices.send panelDecision", "panel.readDecision", "cases.recall childsFile", "records.enter panelNoteOnLiquidlogic");
  }

  @Test
  void or_on_ehm() {
    decided("ADVICE_GIVEN", "EHM");
    done("goOn");

    ended();
    assertThat(path()).containsSubsequence("Recall whose file it is", "LOCALITY PANEL note on EHM", "Case goes on with its decision")
        .doesNotContain("LOCALITY PANEL note on Liquidlogic");
    assertThat(calls()).endsWith("records.enter panelNoteOnEhm");
  }

  private void decided(String outcome, String file) {
    when("panel.readDecision", with("panelOutcome", outcome));
    when("cases.recall", with("childsFile", file));
    start();
  }
}
