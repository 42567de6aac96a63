package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class DeferralModelTest extends ModelTest {

  DeferralModelTest() {
    super("camden", "deferral", List.of(), List.of());
  }

  @Test
  void a_deferred_case_is_on_next_week_s_agenda_while_what_is_missing_is_sent() {
    start("route", "CONTACT_TEAM");
    assertThat(offered("Send what is missing")).containsExactly("business-support");
    assertThat(calls()).containsExactly("panel.proposeAgain", "notices.send informationWanted");
    done("Send what is missing");

    endedBy("Deferred", "Put on next week's agenda", "Ask for what is missing", "Send what is missing", "On the next agenda");
  }

  @Test
  void or_without_it_where_it_does_not_come() {
    start("route", "CONTACT_TEAM");
    timeComes("Time is up", "informationBy");

    ended();
    assertThat(path()).endsWith("Time is up", "On the next agenda");
  }

  @Test
  void the_presenter_of_a_step_down_is_asked_to_come_again() {
    for (var route : List.of("STEP_DOWN", "NO_LEAD_PROFESSIONAL")) {
      start("route", route);
      done("Send what is missing");

      ended();
      assertThat(calls()).endsWith("panel.proposeAgain", "notices.send informationWanted", "notices.send presenterInvited");
    }
  }
}
