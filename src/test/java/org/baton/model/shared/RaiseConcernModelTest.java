package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class RaiseConcernModelTest extends ModelTest {

  RaiseConcernModelTest() {
    super("shared", "raiseConcern", List.of(), List.of());
  }

  @Test
  void the_pathway_of_the_case_is_interrupted() {
    when("safeguarding.raise", with("pathwayWoken", true));
    start();

    endedBy("Concern entered", "Tell the case's pathway", "Pathway interrupted");
  }

  @Test
  void where_no_pathway_waits_a_person_acts() {
    when("safeguarding.raise", with("pathwayWoken", false));
    start();
    assertThat(offered("Act on the concern by hand")).containsExactly("safeguarding-lead");
    done("Act on the concern by hand");

    endedBy("Concern entered", "Tell the case's pathway", "Act on the concern by hand", "Concern acted on");
  }
}
