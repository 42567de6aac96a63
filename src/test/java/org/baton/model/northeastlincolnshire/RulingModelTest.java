package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class RulingModelTest extends ModelTest {

  RulingModelTest() {
    super("north-east-lincolnshire", "ruling", List.of("recording.dmn"), List.of("rulingNote"));
  }

  @Test
  void the_service_managers_rule_and_who_brought_the_case_is_told() {
    start();
    assertThat(offered("Rule as service managers")).containsExactly("csc-service-manager", "hub-service-manager");
    assertThat(calls()).isEmpty();
    done("Rule as service managers", "panelOutcome", "STEP_UP");

    endedBy("No final view", "Rule as service managers", "Tell who brought the case", "How is it recorded?", "Ruled");
    assertThat(calls()).containsExactly("notices.send ruling");
  }

  @Test
  void a_ruling_that_moves_nobody_is_a_locality_panel_note() {
    start();
    done("Rule as service managers", "panelOutcome", "NOT_STEPPED_DOWN");
    assertThat(open()).containsExactly("rulingNote");
    done("rulingNote");

    endedBy("No final view", "Rule as service managers", "Tell who brought the case", "How is it recorded?", "Ruling noted on the file", "Ruled");
  }

  @Test
  void a_ruling_that_is_awaited_is_reminded_of() {
    start();
    timeComes("Ruling awaited", "rulingReminder");

    assertThat(open()).containsExactly("Rule as service managers");
    assertThat(path()).contains("Ruling awaited", "Reminded");
  }
}
