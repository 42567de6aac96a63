package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PutForwardModelTest extends ModelTest {

  PutForwardModelTest() {
    super("warwickshire", "putForward", List.of(), List.of());
  }

  @Test
  void a_case_in_time_is_on_the_coming_agenda() {
    when("panel.propose", with("inTime", true));
    start();

    endedBy("Checks passed", "Put forward for the next sitting", "On an agenda");
    assertThat(calls()).containsExactly("panel.propose");
  }

  @Test
  void after_the_cut_off_the_referrer_is_offered_a_later_sitting() {
    when("panel.propose", with("inTime", false));
    start();

    endedBy("Checks passed", "Put forward for the next sitting", "Offer a later sitting to the referrer", "On an agenda");
    assertThat(calls()).containsExactly("panel.propose", "notices.send lateReferral");
  }
}
