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
    start();
    assertThat(offered("Carry the decision out by hand")).containsExactly("business-support");
    done("Carry the decision out by hand");

    endedBy("Decision ready", "Let the case go on", "Carry the decision out by hand", "Carried out by hand");
  }
}
