package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class EndOfWorkModelTest extends ModelTest {

  EndOfWorkModelTest() {
    super("north-east-lincolnshire", "endOfWork", List.of(), List.of());
  }

  @Test
  void work_that_reached_the_agreed_outcome_is_closed_as_met() {
    start();
    assertThat(offered("Say what the work reached")).containsExactly("allocated-service");
    done("Say what the work reached", "outcomeReached", "MET");

    endedBy("Work goes on", "Say what the work reached", "Close as met", "Work ended");
    assertThat(calls()).containsExactly("cases.close OUTCOME_MET");
  }

  @Test
  void work_that_reached_it_in_part_as_met_in_part() {
    start();
    done("Say what the work reached", "outcomeReached", "PARTLY");

    endedBy("Work goes on", "Say what the work reached", "Close as met in part", "Work ended");
    assertThat(calls()).containsExactly("cases.close OUTCOME_PARTLY_MET");
  }

  @Test
  void work_that_did_not_as_not_met() {
    start();
    done("Say what the work reached", "outcomeReached", "NOT_MET");

    endedBy("Work goes on", "Say what the work reached", "Close as not met", "Work ended");
    assertThat(calls()).containsExactly("cases.close OUTCOME_NOT_MET");
  }

  @Test
  void that_nobody_says_what_the_work_reached_is_noted_and_it_stays_to_be_said() {
    start();
    timeComes("Not said yet", "workClosed");

    assertThat(open()).containsExactly("Say what the work reached");
    assertThat(path()).contains("Said late");
  }
}
