package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ActionModelTest extends ModelTest {

  ActionModelTest() {
    super("warwickshire", "action", List.of(), List.of());
  }

  @Test
  void the_service_is_told_what_it_is_to_do_and_reports_that_it_is_done() {
    start();
    assertThat(calls()).containsExactly("notices.send actionGiven");
    assertThat(offered("Report on the action")).containsExactly("business-support", "member");
    done("Report on the action", "actionState", "DONE");

    endedBy("Action given", "Tell the service what it is to do", "Report on the action", "Done");
  }

  @Test
  void what_cannot_be_done_is_for_the_chair_to_decide_on() {
    start();
    done("Report on the action", "actionState", "NOT_DONE");
    assertThat(offered("Decide on what cannot be done")).containsExactly("chair", "vice-chair");
    timeComes("Not decided yet", "actionFollowed");
    assertThat(open()).containsExactly("Decide on what cannot be done");
    done("Decide on what cannot be done", "actionState", "DONE");

    endedBy("Action given", "Tell the service what it is to do", "Report on the action", "Not decided yet", "Decide on what cannot be done", "Decided late", "Over");
  }

  @Test
  void what_the_chair_leaves_open_is_decided_on_again_on_the_day_set_anew() {
    start();
    done("Report on the action", "actionState", "NOT_DONE");
    done("Decide on what cannot be done", "actionState", "NOT_DONE");
    assertThat(open()).isEmpty();
    timeComes("Decide again", "actionAgain");
    done("Decide on what cannot be done", "actionState", "DONE");

    ended();
    assertThat(path()).endsWith("Over");
  }

  @Test
  void what_is_not_done_on_its_day_is_followed_up_while_the_service_still_may_report() {
    start();
    timeComes("Day passed", "actionDue");
    assertThat(open()).containsExactly("Follow the action up", "Report on the action");
    done("Report on the action", "actionState", "DONE");

    assertThat(open()).as("nobody follows up what is done").isEmpty();
    ended();
  }

  @Test
  void the_chair_looks_again_on_the_day_set_anew_until_it_is_done() {
    start();
    timeComes("Day passed", "actionDue");
    done("Follow the action up", "actionState", "NOT_DONE");
    assertThat(open()).containsExactly("Report on the action");
    timeComes("Look again", "actionAgain");
    assertThat(open()).containsExactly("Follow the action up", "Report on the action");
    done("Follow the action up", "actionState", "DONE");

    assertThat(open()).as("nor is anybody asked for a report any more").isEmpty();
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
