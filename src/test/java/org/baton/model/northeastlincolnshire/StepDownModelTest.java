package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class StepDownModelTest extends ModelTest {

  StepDownModelTest() {
    super("north-east-lincolnshire", "stepDown", List.of("asked-as.dmn"), List.of("stepDownChecks"));
  }

  @Test
  void a_case_that_came_as_a_step_down_is_handed_over_with_its_plan() {
    start("route", "STEP_DOWN");
    assertThat(offered("Hold the handover meeting")).containsExactly("social-worker");
    assertThat(calls()).as("the case stays until the meeting").containsExactly("notices.send leadNamed");
    done("Hold the handover meeting");

    endedBy("Step down decided", "Tell the lead agency", "Hold the handover meeting", "Pass the case to the lead agency", "Handed over");
    assertThat(calls()).containsExactly("notices.send leadNamed", "cases.stage LED");
  }

  @Test
  void one_that_came_otherwise_is_made_ready_as_a_step_down_first() {
    start("route", "ADVICE", "panelOutcome", "STEP_DOWN_EARLY_HELP");
    assertThat(open()).containsExactly("stepDownChecks");
    done("stepDownChecks", "consentBasis", "CONSENT");
    done("Hold the handover meeting");

    endedBy("Step down decided", "As what is it asked now?", "Step-down made ready", "Tell the lead agency", "Hold the handover meeting", "Pass the case to the lead agency", "Handed over");
  }

  @Test
  void and_is_handed_to_nobody_where_nothing_allows_it() {
    start("route", "ADVICE", "panelOutcome", "STEP_DOWN_EARLY_HELP");
    done("stepDownChecks", "consentBasis", "ENDED");

    endedBy("Step down decided", "As what is it asked now?", "Step-down made ready", "Not put to the panel");
    assertThat(calls()).isEmpty();
  }

  @Test
  void of_a_handover_that_is_awaited_somebody_is_reminded() {
    start("route", "STEP_DOWN");
    timeComes("Handover awaited", "handoverReminder");

    assertThat(open()).containsExactly("Hold the handover meeting");
    assertThat(path()).contains("Handover awaited", "Reminded");
  }
}
