package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ExtraSittingModelTest extends ModelTest {

  ExtraSittingModelTest() {
    super("warwickshire", "extraSitting", List.of(), List.of());
  }

  @Test
  void of_an_extra_sitting_the_members_are_told() {
    start();

    endedBy("Extra sitting agreed", "Tell the members", "Members told");
    assertThat(calls()).containsExactly("notices.send extraSitting");
  }
}
