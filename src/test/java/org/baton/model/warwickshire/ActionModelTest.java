package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ActionModelTest extends ModelTest {

  ActionModelTest() {
    super("warwickshire", "action", List.of(), List.of("actionRound"));
  }

  @Test
  void the_service_is_told_what_it_is_to_do_and_nothing_is_left_when_it_is_done() {
    when("cases.readSharing", with("sharingAllowed", true));
    start();
    assertThat(calls()).containsExactly("cases.readSharing", "notices.send actionGiven");
    done("actionRound", "actionState", "DONE");

    endedBy("Action given", "Look up the consent to share", "Tell the service what it is to do", "One round of the action", "Over");
  }

  @Test
  void what_is_no_longer_needed_is_over_too() {
    when("cases.readSharing", with("sharingAllowed", true));
    start();
    done("actionRound", "actionState", "GIVEN_UP");

    ended();
    assertThat(path()).endsWith("Over");
  }

  @Test
  void what_is_put_off_is_told_and_asked_for_again() {
    when("cases.readSharing", with("sharingAllowed", true));
    start();
    when("cases.readSharing", with("sharingAllowed", true));
    done("actionRound", "actionState", "PUT_OFF");
    assertThat(open()).containsExactly("actionRound");
    assertThat(calls()).containsExactly("cases.readSharing", "notices.send actionGiven", "cases.readSharing", "notices.send actionGiven");
    done("actionRound", "actionState", "DONE");

    ended();
  }

  @Test
  void what_cannot_be_done_is_for_the_chair_to_decide_on() {
    when("cases.readSharing", with("sharingAllowed", true));
    start();
    done("actionRound", "actionState", "NOT_DONE");
    assertThat(offered("Decide on what cannot be done")).containsExactly("chair", "vice-chair");
    timeComes("Not decided yet", "actionFollowed");
    assertThat(open()).containsExactly("Decide on what cannot be done");
    done("Decide on what cannot be done", "actionState", "GIVEN_UP");

    endedBy("Action given", "Look up the consent to share", "Tell the service what it is to do", "One round of the action", "Not decided yet", "Decide on what cannot be done", "Decided late", "Decided");
  }

  @Test
  void where_the_chair_sets_another_day_the_service_is_asked_again() {
    when("cases.readSharing", with("sharingAllowed", true));
    start();
    done("actionRound", "actionState", "NOT_DONE");
    when("cases.readSharing", with("sharingAllowed", true));
    done("Decide on what cannot be done", "actionState", "PUT_OFF");

    assertThat(open()).containsExactly("actionRound");
    assertThat(calls()).containsExactly("cases.readSharing", "notices.send actionGiven", "cases.readSharing", "notices.send actionGiven");
  }

  @Test
  void while_sharing_is_not_held_no_service_is_told_and_the_chair_decides() {
    when("cases.readSharing", with("sharingAllowed", false));
    start();

    assertThat(calls()).containsExactly("cases.readSharing");
    assertThat(open()).containsExactly("Decide on what cannot be done");
  }
}
