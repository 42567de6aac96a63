package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class GoOnModelTest extends ModelTest {

  GoOnModelTest() {
    super("shared", "goOn", List.of(), List.of());
  }

  @Test
  void a_decision_wakes_the_pathway_that_waits_for_it() {
    when("panel.wakePathway", with("pathwayWoken", true));
    start();

    endedBy("Decision ready", "Let the case go on", "Went on");
  }

  @Test
  void where_none_waits_a_person_carries_it_out() {
    when("panel.wakePathway", with("pathwayWoken", false));
    when("panel.changePathway", with("pathwayWoken", false));
    start();
    assertThat(offered("Carry the decision out by hand")).containsExactly("business-support");
    done("Carry the decision out by hand");

    endedBy("Decision ready", "Let the case go on", "Tell the pathway that went on", "Carry the decision out by hand", "Carried out by hand");
  }

  @Test
  void one_that_went_on_with_an_earlier_decision_goes_by_this_one() {
    when("panel.wakePathway", with("pathwayWoken", false));
    when("panel.changePathway", with("pathwayWoken", true));
    start();

    endedBy("Decision ready", "Let the case go on", "Tell the pathway that went on", "Carried out by its pathway");
  }
}
