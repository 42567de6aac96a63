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

  @Test
  void that_nobody_acts_is_told_and_it_stays_to_be_acted_on() {
    when("safeguarding.raise", with("pathwayWoken", false));
    start();
    timeComes("Not acted on yet", "hubReferral");

    assertThat(open()).containsExactly("Act on the concern by hand");
    assertThat(path()).contains("Not acted on yet", "Still to act on");
  }
}
