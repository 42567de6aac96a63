package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class DecisionFollowUpModelTest extends ModelTest {

  DecisionFollowUpModelTest() {
    super("camden", "decisionFollowUp", List.of("mosaic-team.dmn"), List.of("goOn"));
  }

  @Test
  void a_case_with_a_new_service_is_allocated_to_its_team_on_mosaic_while_it_goes_on() {
    decided("ALLOCATED");
    assertThat(open()).as("at the same time").containsExactly("Allocate to the team on MOSAIC", "goOn");
    assertThat(offered("Allocate to the team on MOSAIC")).containsExactly("business-support");
    done("goOn");
    done("Allocate to the team on MOSAIC");

    ended();
    assertThat(path()).startsWith("Decision made", "Read the decision").containsSubsequence("Which team?", "Allocate to the team on MOSAIC")
        .contains("Case goes on with its decision").endsWith("Followed up");
    assertThat(calls()).containsExactly("panel.readDecision");
  }

  @Test
  void of_one_that_stays_where_it_is_the_outcome_is_noted_on_mosaic() {
    decided("NO_NEED");
    assertThat(calls()).containsExactly("panel.readDecision", "records.enter outcomeNoted");
    done("goOn");

    ended();
    assertThat(path()).contains("Note the outcome on MOSAIC").doesNotContain("Allocate to the team on MOSAIC", "Tell the referrer how to refer");
  }

  @Test
  void of_one_for_the_community_the_referrer_is_told_how_to_refer() {
    decided("COMMUNITY");
    assertThat(calls()).containsExactly("panel.readDecision", "notices.send howToRefer");
    done("goOn");

    ended();
    assertThat(path()).contains("Tell the referrer how to refer").doesNotContain("Allocate to the team on MOSAIC", "Note the outcome on MOSAIC");
  }

  private void decided(String outcome) {
    when("panel.readDecision", with("panelOutcome", outcome));
    start();
  }
}
