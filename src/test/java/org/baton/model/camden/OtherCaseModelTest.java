package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class OtherCaseModelTest extends ModelTest {

  OtherCaseModelTest() {
    super("camden", "otherCase", List.of(), List.of());
  }

  @Test
  void the_chair_can_accept_a_case_that_meets_no_criterion() {
    start();
    assertThat(offered("Accept onto the agenda?")).containsExactly("chair");
    done("Accept onto the agenda?", "acceptedByChair", "YES");

    endedBy("Other case came", "Accept onto the agenda?", "Accepted");
    assertThat(calls()).isEmpty();
  }

  @Test
  void of_one_that_the_chair_does_not_accept_who_brought_it_is_told() {
    start();
    done("Accept onto the agenda?", "acceptedByChair", "NO");

    endedBy("Other case came", "Accept onto the agenda?", "Tell who brought it", "Close as not accepted", "Not accepted");
    assertThat(calls()).containsExactly("notices.send notAccepted", "cases.close NOT_ACCEPTED");
  }
}
