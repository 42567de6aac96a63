package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class StepDownModelTest extends ModelTest {

  StepDownModelTest() {
    super("north-east-lincolnshire", "stepDown", List.of(), List.of());
  }

  @Test
  void a_case_that_came_as_a_step_down_is_handed_over_with_its_plan() {
    start("route", "STEP_DOWN");
    assertThat(offered("Hold the handover meeting")).containsExactly("social-worker");
    assertThat(calls()).as("not before the meeting").isEmpty();
    done("Hold the handover meeting");

    endedBy("Step down decided", "Hold the handover meeting", "Pass the case to the lead agency", "Handed over");
    assertThat(calls()).containsExactly("cases.stage LED");
  }

  @Test
  void for_one_that_came_otherwise_the_plan_is_drawn_up_first() {
    start("route", "STEP_UP");
    assertThat(open()).containsExactly("Draw up the plan with the family");
    assertThat(offered("Draw up the plan with the family")).containsExactly("social-worker");
    done("Draw up the plan with the family");
    done("Hold the handover meeting");

    endedBy("Step down decided", "Draw up the plan with the family", "Hold the handover meeting", "Pass the case to the lead agency", "Handed over");
  }

  @Test
  void of_a_handover_that_is_awaited_somebody_is_reminded() {
    start("route", "STEP_DOWN");
    timeComes("Handover awaited", "handoverReminder");

    assertThat(open()).containsExactly("Hold the handover meeting");
    assertThat(path()).contains("Handover awaited", "Reminded");
  }
}
