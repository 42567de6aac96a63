package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class IntakeModelTest extends ModelTest {

  IntakeModelTest() {
    super("camden", "intake", List.of("forum.dmn", "intake-route.dmn"), List.of());
  }

  @Test
  void a_case_finds_its_panel_and_its_way() {
    start("route", "EARLY_HELP_SERVICE", "leadProfessionalIdentified", "NO", "bestServiceClear", "NO");

    endedBy("Case to place", "Find the panel", "Note the panel on the case", "Find its way", "Way found");
    assertThat(fact("forum")).isEqualTo("early-help-panel");
    assertThat(fact("intakeRoute")).isEqualTo("PANEL");
    assertThat(calls()).containsExactly("cases.assignForum");
  }
}
