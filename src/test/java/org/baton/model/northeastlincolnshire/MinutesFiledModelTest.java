package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class MinutesFiledModelTest extends ModelTest {

  MinutesFiledModelTest() {
    super("north-east-lincolnshire", "minutesFiled", List.of(), List.of());
  }

  @Test
  void the_extract_of_each_child_is_filed_on_its_own_record() {
    start();

    endedBy("Minutes written", "File the child's own extract", "Filed");
    assertThat(calls()).containsExactly("records.enter minutes");
  }
}
