package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class YearProgrammeModelTest extends ModelTest {

  YearProgrammeModelTest() {
    super("shared", "yearProgramme", List.of(), List.of());
  }

  @Test
  void the_sittings_of_a_year_are_planned_and_the_members_told() {
    start();

    endedBy("Programme asked for", "Plan the sittings of the year", "Tell the members", "Members told");
    assertThat(calls()).containsExactly("panel.planYear", "notices.send programme");
  }
}
