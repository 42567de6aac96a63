package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PanelMeetingModelTest extends ModelTest {

  PanelMeetingModelTest() {
    super("north-east-lincolnshire", "panelMeeting", List.of(), List.of("preparation", "sitting", "decisionFollowUp", "minutesFiled"));
  }

  @Test
  void the_case_information_is_circulated_before_the_sitting_and_each_member_prepares() {
    start();
    assertThat(calls()).containsExactly("notices.send partnersInvited");
    assertThat(open()).as("until it is time").isEmpty();
    when("panel.members", List.of("health", "police"));
    timeComes("Time to circulate", "circulationOpens");
    assertThat(offered("Circulate the case information")).containsExactly("business-support");
    done("Circulate the case information");
    assertThat(calls()).endsWith("panel.agreeAgenda", "notices.send caseInformation");
    assertThat(open()).containsExactly("preparation", "preparation");
    allDone("preparation");
    assertThat(open()).as("until the day").isEmpty();
    timeComes("Sitting begins", "sittingBegins");

    assertThat(open()).containsExactly("sitting");
    assertThat(path()).containsExactly("Sitting planned", "Invite partners to question decisions", "Time to circulate", "Circulate the case information", "Settle the agenda",
        "Send the case information", "Each member prepares", "Each member prepares", "Sitting begins", "Sitting");
  }

  @Test
  void a_member_that_prepares_knows_for_which_service() {
    start();
    when("panel.members", List.of("health"));
    timeComes("Time to circulate", "circulationOpens");
    done("Circulate the case information");

    assertThat(known("preparation", "memberService")).isEqualTo("health");
  }

  @Test
  void decisions_are_told_minutes_filed_for_each_child_and_the_action_log_sent() {
    sat();
    when("panel.decided", List.of("a", "b"));
    done("sitting");
    assertThat(open()).as("decided").containsExactly("decisionFollowUp", "decisionFollowUp");
    when("panel.heard", List.of("a", "b", "c"));
    allDone("decisionFollowUp");
    assertThat(offered("Write the minutes")).containsExactly("business-support");
    when("panel.readActions", with("actionsLogged", true));
    done("Write the minutes");
    assertThat(open()).as("heard").containsExactly("minutesFiled", "minutesFiled", "minutesFiled");
    allDone("minutesFiled");

    ended();
    assertThat(path()).endsWith("Look for actions", "Send the Action Log", "Sitting done with").containsSubsequence("Sitting", "Decisions told and recorded",
        "Write the minutes", "Minutes filed for each child");
    assertThat(calls()).endsWith("panel.readActions", "notices.send actionLog");
  }

  @Test
  void without_actions_there_is_no_log() {
    sat();
    when("panel.decided", List.of("a"));
    done("sitting");
    assertThat(known("decisionFollowUp", "caseId")).isEqualTo("a");
    when("panel.heard", List.of("a"));
    done("decisionFollowUp");
    when("panel.readActions", with("actionsLogged", false));
    done("Write the minutes");
    assertThat(known("minutesFiled", "caseId")).isEqualTo("a");
    done("minutesFiled");

    ended();
    assertThat(path()).endsWith("Look for actions", "Sitting done with");
  }

  @Test
  void what_was_not_circulated_when_the_sitting_begins_is_heard_as_it_is() {
    start();
    when("panel.members", List.of("health"));
    timeComes("Time to circulate", "circulationOpens");
    timeComes("Not circulated yet", "circulated");
    assertThat(path()).contains("Circulated late");
    timeComes("Sitting begins", "sittingBegins");
    assertThat(open()).as("who is not asked any more is noted as not prepared").containsExactly("preparation");
    allDone("preparation");
    timeComes("Sitting begins", "sittingBegins");

    assertThat(open()).containsExactly("sitting");
    assertThat(calls()).containsExactly("notices.send partnersInvited", "panel.agreeAgenda");
    assertThat(path()).containsSubsequence("Circulate the case information", "Sitting begins", "Let the agenda stand", "Each member prepares", "Sitting");
  }

  @Test
  void a_sitting_that_is_cancelled_is_prepared_no_longer() {
    start();
    message("baton.sittingCancelled");

    assertThat(open()).isEmpty();
    endedBy("Sitting planned", "Invite partners to question decisions", "Time to circulate", "Sitting cancelled", "Sitting cancelled", "Cancelled");
  }

  private void sat() {
    start();
    when("panel.members", List.of());
    timeComes("Time to circulate", "circulationOpens");
    done("Circulate the case information");
    timeComes("Sitting begins", "sittingBegins");
  }
}
