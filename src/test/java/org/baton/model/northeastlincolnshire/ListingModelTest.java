package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ListingModelTest extends ModelTest {

  ListingModelTest() {
    super("north-east-lincolnshire", "listing", List.of(), List.of("placing", "mashConsidered", "checks"));
  }

  @Test
  void a_case_is_placed_made_ready_and_put_forward() {
    start("route", "STEP_UP");
    done("placing", "locality", "1", "forum", "locality-1-2", "teams", "1/2");
    assertThat(calls()).as("not before it is made ready").isEmpty();
    done("checks", "consentBasis", "CONSENT");

    endedBy("Case to place", "Locality, teams and panel", "Made ready for the panel", "Put forward for its panel", "On the agenda");
    assertThat(List.of(fact("locality"), fact("forum"), fact("teams"), fact("consentBasis"))).containsExactly("1", "locality-1-2", "1/2", "CONSENT");
    assertThat(calls()).containsExactly("panel.propose");
  }

  @Test
  void what_came_straight_to_the_mash_is_considered_there_and_on_no_panel() {
    start("route", "MASH");
    done("placing");
    assertThat(open()).containsExactly("mashConsidered");
    done("mashConsidered");

    endedBy("Case to place", "Locality, teams and panel", "Considered by the MASH", "Never on a panel");
    assertThat(calls()).isEmpty();
  }

  @Test
  void without_a_basis_it_is_not_put_to_the_panel() {
    start("route", "STEP_DOWN");
    done("placing");
    done("checks", "consentBasis", "ENDED");

    endedBy("Case to place", "Locality, teams and panel", "Made ready for the panel", "Not put to the panel");
    assertThat(calls()).isEmpty();
  }
}
