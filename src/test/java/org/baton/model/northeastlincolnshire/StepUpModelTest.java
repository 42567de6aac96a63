package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class StepUpModelTest extends ModelTest {

  StepUpModelTest() {
    super("north-east-lincolnshire", "stepUp", List.of(), List.of());
  }

  @Test
  void the_mash_representative_enters_the_referral_and_the_case_passes_to_social_care() {
    start();
    assertThat(offered("Enter the referral in Liquidlogic")).containsExactly("mash-representative");
    assertThat(calls()).isEmpty();
    when("cases.recall", with("ehmEpisode", "YES"));
    done("Enter the referral in Liquidlogic");

    endedBy("Step up decided", "Enter the referral in Liquidlogic", "Recall if there is an episode", "Close the episode on EHM", "Pass the case to social care",
        "Close as stepped up", "With social care");
    assertThat(calls()).containsExactly("cases.recall ehmEpisode", "records.enter ehmClosure", "cases.stage STEPPED_UP", "cases.close STEPPED_UP");
  }

  @Test
  void without_an_episode_on_ehm_there_is_none_to_close() {
    start();
    when("cases.recall", with("ehmEpisode", "NO"));
    done("Enter the referral in Liquidlogic");

    endedBy("Step up decided", "Enter the referral in Liquidlogic", "Recall if there is an episode", "Pass the case to social care", "Close as stepped up", "With social care");
  }

  @Test
  void after_twenty_four_hours_it_is_noted_that_the_case_moved_late() {
    start();
    timeComes("24 hours passed", "stepUp");

    assertThat(open()).containsExactly("Enter the referral in Liquidlogic");
    assertThat(path()).contains("24 hours passed", "Moved late");
  }
}
