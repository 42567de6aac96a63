package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class LateCaseModelTest extends ModelTest {

  LateCaseModelTest() {
    super("camden", "lateCase", List.of(), List.of());
  }

  @Test
  void a_case_that_comes_late_is_sent_to_all_who_attend() {
    start();

    endedBy("Late case entered", "Send it to all who attend", "On the coming agenda");
    assertThat(calls()).containsExactly("notices.send lateCase");
  }
}
