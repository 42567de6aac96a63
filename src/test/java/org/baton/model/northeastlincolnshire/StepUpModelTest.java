package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class StepUpModelTest extends ModelTest {

  StepUpModelTest() {
    super("north-east-lincolnshire", "stepUp", List.of("asked-as.dmn"), List.of("stepUpChecks"));
  }

  @Test
  void the_mash_representative_enters_the_referral_and_the_case_passes_to_social_care() {
    start("route", "STEP_UP");
    assertThat(offered("Enter the referral in Liquidlogic")).containsExactly("mash-representative");
    assertThat(calls()).isEmpty();
    when("cases.recall", with("ehmEpisode", "YES"));
    done("Enter the referral in Liquidlogic");

    endedBy("Step up decided", "Enter the referral in Liquidlogic", "Recall if there is an episode", "Close the episode on EHM", "Tell Early Help", "Pass the case to social care",
        "Close as stepped up", "With social care");
    assertThat(calls()).containsExactly("cases.recall ehmEpisode", "records.enter ehmClosure", "notices.send episodeClosed", "cases.stage STEPPED_UP", "cases.close STEPPED_UP");
  }

  @Test
  void without_an_episode_on_ehm_there_is_none_to_close() {
    start("route", "STEP_UP");
    when("cases.recall", with("ehmEpisode", "NO"));
    done("Enter the referral in Liquidlogic");

    endedBy("Step up decided", "Enter the referral in Liquidlogic", "Recall if there is an episode", "Pass the case to social care", "Close as stepped up", "With social care");
  }

  @Test
  void after_twenty_four_hours_it_is_noted_that_the_case_moved_late() {
    start("route", "STEP_UP");
    timeComes("24 hours passed", "stepUp");

    assertThat(open()).containsExactly("Enter the referral in Liquidlogic");
    assertThat(path()).contains("24 hours passed", "Moved late");
  }

  @Test
  void a_case_that_came_for_advice_is_made_ready_as_a_step_up_first_and_the_clock_runs() {
    start("route", "ADVICE", "panelOutcome", "STEP_UP");
    assertThat(open()).containsExactly("stepUpChecks");
    timeComes("24 hours passed", "stepUp");
    assertThat(path()).contains("Made ready late");
    done("stepUpChecks", "consentBasis", "CONSENT");

    assertThat(open()).containsExactly("Enter the referral in Liquidlogic");
    assertThat(calls()).isEmpty();
  }

  @Test
  void and_is_not_stepped_up_where_nothing_allows_it() {
    start("route", "ADVICE", "panelOutcome", "STEP_UP");
    done("stepUpChecks", "consentBasis", "ENDED");

    ended();
    assertThat(path()).endsWith("Step-up made ready", "Not put to the panel");
  }
}
