package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PlanChangeModelTest extends ModelTest {

  PlanChangeModelTest() {
    super("north-east-lincolnshire", "planChange", List.of(), List.of("raiseConcern"));
  }

  @Test
  void a_plan_that_is_amended_is_worked_by_its_new_days() {
    start("planChange", "AMENDED");

    endedBy("Change entered", "Tell the plan: amended", "Plan amended");
    assertThat(calls()).containsExactly("cases.tell baton.planAmended");
  }

  @Test
  void new_concerns_are_followed_by_the_contingency_and_can_be_met_within_the_plan() {
    start("planChange", "FURTHER_CONCERNS");
    assertThat(offered("Follow the contingency for new concerns")).containsExactly("allocated-service");
    done("Follow the contingency for new concerns", "concernsNext", "WITHIN_PLAN");

    endedBy("Change entered", "Follow the contingency for new concerns", "Met within the plan");
  }

  @Test
  void or_raised_with_the_mash() {
    start("planChange", "FURTHER_CONCERNS");
    done("Follow the contingency for new concerns", "concernsNext", "MASH");
    assertThat(open()).containsExactly("raiseConcern");
    done("raiseConcern");

    endedBy("Change entered", "Follow the contingency for new concerns", "Raise the concern", "Concern raised");
  }

  @Test
  void or_referred_for_a_step_up() {
    start("planChange", "FURTHER_CONCERNS");
    done("Follow the contingency for new concerns", "concernsNext", "STEP_UP");
    assertThat(offered("Refer the family for a step-up")).containsExactly("allocated-service");
    done("Refer the family for a step-up");

    endedBy("Change entered", "Follow the contingency for new concerns", "Refer the family for a step-up", "Step-up referred");
  }

  @Test
  void a_family_that_does_not_engage_is_followed_by_the_contingency() {
    start("planChange", "NOT_ENGAGING");
    assertThat(offered("Follow the contingency, threaten nobody")).containsExactly("allocated-service");
    done("Follow the contingency, threaten nobody");

    endedBy("Change entered", "Follow the contingency, threaten nobody", "Followed");
    assertThat(calls()).as("nothing steps up by itself").isEmpty();
  }
}
