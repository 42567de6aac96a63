package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PanelMeetingModelTest extends ModelTest {

  PanelMeetingModelTest() {
    super("warwickshire", "panelMeeting", List.of(), List.of("preMeet", "preparation", "sitting", "decisions", "minutes"));
  }

  @Test
  void a_sitting_is_arranged_and_its_members_invited_before_the_cut_off_closes_its_agenda() {
    start();
    assertThat(offered("Arrange the sitting")).containsExactly("business-support");
    done("Arrange the sitting", "chairComes", "YES");
    assertThat(calls()).containsExactly("notices.send invitation", "notices.send preMeetChair", "notices.send preMeetViceChair");
    assertThat(open()).as("until the cut-off cases can be put on").isEmpty();
    timeComes("Cut-off passed", "cutOffPassed");
    when("panel.members", List.of("police", "health"));
    done("preMeet");
    assertThat(open()).as("each member is asked").containsExactly("preparation", "preparation");
    allDone("preparation");
    assertThat(open()).as("until the day").isEmpty();
    timeComes("Sitting begins", "sittingBegins");
    done("sitting");

    assertThat(path()).containsSubsequence("Sitting planned", "Arrange the sitting", "Invite the members", "Cut-off passed", "Pre-meet and agenda", "Each member prepares", "Each member prepares", "Sitting begins", "Sitting");
  }

  @Test
  void a_member_that_prepares_knows_which_service_it_is() {
    start();
    done("Arrange the sitting", "chairComes", "YES");
    timeComes("Cut-off passed", "cutOffPassed");
    when("panel.members", List.of("police"));
    done("preMeet");

    assertThat(known("preparation", "memberService")).isEqualTo("police");
  }

  @Test
  void where_the_chair_does_not_come_the_vice_chair_is_told() {
    start();
    done("Arrange the sitting", "chairComes", "NO");

    assertThat(path()).endsWith("Tell the vice-chair", "Cut-off passed");
    assertThat(calls()).endsWith("notices.send chairAway");
  }

  @Test
  void after_it_decisions_minutes_and_the_wrap_up_go_on_beside_each_other() {
    satDown();
    assertThat(calls()).endsWith("panel.beginForActions action");
    assertThat(open()).containsExactly("Wrap up straight after the panel", "decisions", "minutes");
    assertThat(offered("Wrap up straight after the panel")).containsExactly("business-support", "vice-chair");
    done("Wrap up straight after the panel");
    done("decisions");
    assertThat(open()).containsExactly("minutes");
    done("minutes");

    ended();
    assertThat(path()).endsWith("Sitting done with");
  }

  @Test
  void what_is_late_afterwards_is_noted_and_stays_to_be_done() {
    satDown();
    timeComes("Referrers not told", "referrerTold");
    timeComes("Minutes not out", "minutesDistributed");
    timeComes("Wrap-up overdue", "wrapUp");

    assertThat(open()).containsExactly("Wrap up straight after the panel", "decisions", "minutes");
    assertThat(path()).contains("Told late", "Minutes late", "Wrap-up late");
  }

  @Test
  void a_sitting_that_is_cancelled_is_prepared_no_longer() {
    start();
    message("baton.sittingCancelled");

    assertThat(open()).isEmpty();
    endedBy("Sitting planned", "Arrange the sitting", "Sitting cancelled", "Sitting cancelled", "Cancelled");
  }

  private void satDown() {
    start();
    done("Arrange the sitting", "chairComes", "YES");
    timeComes("Cut-off passed", "cutOffPassed");
    when("panel.members", List.of());
    done("preMeet");
    timeComes("Sitting begins", "sittingBegins");
    done("sitting");
  }
}
