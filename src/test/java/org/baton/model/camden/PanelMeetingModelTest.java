package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PanelMeetingModelTest extends ModelTest {

  PanelMeetingModelTest() {
    super("camden", "panelMeeting", List.of(), List.of("preparation", "sitting", "decisionFollowUp"));
  }

  @Test
  void the_case_list_goes_out_before_the_sitting_and_each_service_prepares() {
    start();
    assertThat(open()).as("until the agenda opens").isEmpty();
    timeComes("Agenda opens", "agendaOpens");
    assertThat(offered("Settle the agenda")).containsExactly("chair");
    assertThat(calls()).isEmpty();
    when("panel.members", List.of("health", "housing"));
    done("Settle the agenda");
    assertThat(calls()).containsExactly("panel.agreeAgenda", "notices.send caseList", "notices.sendForNotes caseInvitation invitation",
        "notices.sendForEachCarriedOver caseNotReached");
    assertThat(open()).containsExactly("preparation", "preparation");
    allDone("preparation");
    assertThat(open()).as("until the day").isEmpty();
    timeComes("Sitting begins", "sittingBegins");

    assertThat(open()).containsExactly("sitting");
    assertThat(path()).containsExactly("Sitting planned", "Agenda opens", "Settle the agenda", "Let the agenda stand", "Send the case list", "Call in lay members",
        "Tell who brought what is put off", "Each service prepares", "Each service prepares", "Sitting begins", "Sitting");
  }

  @Test
  void a_service_that_prepares_knows_which_it_is() {
    opened();
    when("panel.members", List.of("health"));
    done("Settle the agenda");

    assertThat(known("preparation", "memberService")).isEqualTo("health");
  }

  @Test
  void after_the_sitting_every_case_is_followed_up_on_mosaic() {
    opened();
    when("panel.members", List.of());
    done("Settle the agenda");
    timeComes("Sitting begins", "sittingBegins");
    when("panel.decided", List.of("a", "b"));
    done("sitting");
    assertThat(open()).containsExactly("decisionFollowUp", "decisionFollowUp");
    allDone("decisionFollowUp");

    ended();
    assertThat(path()).endsWith("Sitting", "Tell who brought what was not reached", "Every case on MOSAIC", "Every case on MOSAIC", "Sitting done with");
  }

  @Test
  void a_case_that_is_followed_up_is_known() {
    opened();
    when("panel.members", List.of());
    timeComes("Sitting begins", "sittingBegins");
    timeComes("Sitting begins", "sittingBegins");
    when("panel.decided", List.of("a"));
    done("sitting");

    assertThat(known("decisionFollowUp", "caseId")).isEqualTo("a");
  }

  @Test
  void a_list_that_is_not_out_at_half_past_one_is_noted_and_stays_to_be_settled() {
    opened();
    timeComes("13:30 passed", "caseList");

    assertThat(open()).containsExactly("Settle the agenda");
    assertThat(path()).contains("13:30 passed", "List late");
  }

  @Test
  void where_the_agenda_is_not_settled_when_the_sitting_begins_what_is_there_is_heard() {
    opened();
    when("panel.members", List.of("health"));
    timeComes("Sitting begins", "sittingBegins");
    assertThat(open()).as("who is not asked any more is noted as not prepared").containsExactly("preparation");
    allDone("preparation");
    timeComes("Sitting begins", "sittingBegins");

    assertThat(open()).containsExactly("sitting");
    assertThat(calls()).as("members have the papers all the same").startsWith("panel.agreeAgenda", "notices.send caseList");
    assertThat(path()).containsSubsequence("Settle the agenda", "Sitting begins", "Hear what is there", "Send the case list", "Each service prepares", "Sitting");
  }

  @Test
  void a_sitting_that_is_cancelled_is_prepared_no_longer() {
    opened();
    message("baton.sittingCancelled");

    assertThat(open()).isEmpty();
    endedBy("Sitting planned", "Agenda opens", "Settle the agenda", "Sitting cancelled", "Sitting cancelled", "Cancelled");
  }

  private void opened() {
    start();
    timeComes("Agenda opens", "agendaOpens");
  }
}
