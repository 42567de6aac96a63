package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class DecisionFollowUpModelTest extends ModelTest {

  DecisionFollowUpModelTest() {
    super("north-east-lincolnshire", "decisionFollowUp", List.of("recording.dmn"), List.of("panelNote", "ruling"));
  }

  @Test
  void a_step_up_or_down_is_recorded_by_its_own_process() {
    decided("STEP_UP", true);

    endedBy("Decision made", "Tell who brought the case", "Read the decision", "How is it recorded?", "Let the case go on", "Told and recorded");
    assertThat(calls()).containsExactly("notices.send panelDecision", "panel.readDecision", "panel.wakePathway");
  }

  @Test
  void any_other_decision_is_a_locality_panel_note() {
    decided("NOT_STEPPED_DOWN", true);
    assertThat(open()).containsExactly("panelNote");
    done("panelNote");

    endedBy("Decision made", "Tell who brought the case", "Read the decision", "How is it recorded?", "LOCALITY PANEL note", "Let the case go on", "Told and recorded");
  }

  @Test
  void one_that_was_questioned_and_stands_asks_nothing_more() {
    decided("DECISION_STANDS", false);
    done("panelNote");

    ended();
    assertThat(path()).endsWith("Let the case go on", "Decision stands");
    assertThat(calls()).doesNotContain("panel.changePathway");
  }

  @Test
  void one_that_was_changed_is_told_to_the_pathway_that_carries_the_case_now() {
    when("panel.changePathway", with("pathwayWoken", true));
    decided("STEP_UP", false);

    ended();
    assertThat(path()).endsWith("Let the case go on", "Tell the pathway that it is changed", "Carried out by its pathway");
    assertThat(calls()).endsWith("panel.wakePathway", "panel.changePathway");
  }

  @Test
  void where_there_is_none_a_person_carries_it_out_and_is_reminded() {
    when("panel.changePathway", with("pathwayWoken", false));
    decided("STEP_UP", false);
    assertThat(offered("Carry the decision out by hand")).containsExactly("business-support");
    timeComes("Not carried out yet", "carriedByHand");
    assertThat(open()).containsExactly("Carry the decision out by hand");
    done("Carry the decision out by hand");

    ended();
    assertThat(path()).contains("Not carried out yet", "Carried out late", "Carried out by hand");
  }

  @Test
  void one_that_is_to_be_heard_again_goes_on_the_next_agenda_and_stands_until_then() {
    decided("NEXT_PANEL", false);
    done("panelNote");

    ended();
    assertThat(path()).endsWith("Let the case go on", "Put it on the next agenda", "Stands until then");
    assertThat(calls()).endsWith("panel.wakePathway", "panel.proposeAgain").doesNotContain("panel.changePathway");
  }

  @Test
  void without_a_final_view_the_service_managers_rule_and_a_ruling_that_changes_it_is_carried_out() {
    when("panel.changePathway", with("pathwayWoken", true));
    decided("NO_FINAL_VIEW", false);
    done("panelNote");
    assertThat(open()).containsExactly("ruling");
    done("ruling", "panelOutcome", "STEP_UP");

    ended();
    assertThat(path()).endsWith("Ruling of the service managers", "Tell the pathway that it is changed", "Carried out by its pathway");
  }

  @Test
  void and_one_that_they_uphold_stands() {
    decided("NO_FINAL_VIEW", false);
    done("panelNote");
    done("ruling", "panelOutcome", "DECISION_STANDS");

    ended();
    assertThat(path()).endsWith("Ruling of the service managers", "Decision upheld");
    assertThat(calls()).doesNotContain("panel.changePathway");
  }

  @Test
  void one_that_they_give_back_to_the_next_panel_stands_until_then_too() {
    decided("NO_FINAL_VIEW", false);
    done("panelNote");
    done("ruling", "panelOutcome", "NEXT_PANEL");

    ended();
    assertThat(path()).endsWith("Ruling of the service managers", "Put it on the next agenda", "Stands until then");
    assertThat(calls()).doesNotContain("panel.changePathway");
  }

  private void decided(String outcome, boolean waiting) {
    when("panel.readDecision", with("panelOutcome", outcome));
    when("panel.wakePathway", with("pathwayWoken", waiting));
    start();
  }
}
