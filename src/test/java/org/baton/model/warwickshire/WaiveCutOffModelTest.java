package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class WaiveCutOffModelTest extends ModelTest {

  WaiveCutOffModelTest() {
    super("warwickshire", "waiveCutOff", List.of(), List.of());
  }

  @Test
  void the_chair_can_waive_the_cut_off_and_the_case_is_heard_at_the_coming_sitting() {
    start("agendaSettled", false);
    assertThat(offered("Decide on the waiver")).containsExactly("chair", "vice-chair");
    done("Decide on the waiver", "cutOffWaived", "YES");

    endedBy("Waiver asked for", "Decide on the waiver", "Tell the referrer: heard at the coming sitting", "On the coming agenda");
    assertThat(calls()).containsExactly("notices.send cutOffWaived");
  }

  @Test
  void where_the_agenda_is_out_already_the_members_get_the_papers_of_the_case() {
    start("agendaSettled", true);
    done("Decide on the waiver", "cutOffWaived", "YES");

    endedBy("Waiver asked for", "Decide on the waiver", "Tell the referrer: heard at the coming sitting", "Send the papers of the case to the members", "On the coming agenda");
    assertThat(calls()).containsExactly("notices.send cutOffWaived", "notices.send latePapers");
  }

  @Test
  void a_cut_off_that_is_kept_means_a_later_sitting() {
    start("agendaSettled", true);
    done("Decide on the waiver", "cutOffWaived", "NO");

    endedBy("Waiver asked for", "Decide on the waiver", "Tell the referrer: a later sitting", "Cut-off kept");
    assertThat(calls()).containsExactly("notices.send lateReferral");
  }
}
