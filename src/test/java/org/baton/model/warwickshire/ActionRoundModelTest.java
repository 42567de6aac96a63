package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ActionRoundModelTest extends ModelTest {

  ActionRoundModelTest() {
    super("warwickshire", "actionRound", List.of(), List.of());
  }

  @Test
  void the_service_reports() {
    start();
    assertThat(offered("Report on the action")).containsExactly("business-support", "member");
    done("Report on the action", "actionState", "NOT_DONE");

    endedBy("Member told", "Report on the action", "Reported");
  }

  @Test
  void what_is_not_reported_on_its_day_is_followed_up_while_the_service_still_may_report() {
    start();
    timeComes("Day passed", "actionDue");
    assertThat(open()).containsExactly("Follow the action up", "Report on the action");
    assertThat(offered("Follow the action up")).containsExactly("chair", "vice-chair");
    done("Report on the action", "actionState", "NOT_DONE");

    assertThat(open()).as("the chair has one task about it, not two").isEmpty();
    ended();
  }

  @Test
  void when_the_chair_has_followed_it_up_nobody_is_asked_for_a_report_of_that_day_any_more() {
    start();
    timeComes("Day passed", "actionDue");
    done("Follow the action up", "actionState", "PUT_OFF");

    assertThat(open()).isEmpty();
    ended();
  }

  @Test
  void that_the_chair_does_not_follow_it_up_is_noted_and_it_stays_to_be_done() {
    start();
    timeComes("Day passed", "actionDue");
    timeComes("Not followed up yet", "actionFollowed");

    assertThat(open()).containsExactly("Follow the action up", "Report on the action");
    assertThat(path()).contains("Late");
  }
}
