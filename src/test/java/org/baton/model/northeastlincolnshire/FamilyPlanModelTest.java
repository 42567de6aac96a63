package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class FamilyPlanModelTest extends ModelTest {

  FamilyPlanModelTest() {
    super("north-east-lincolnshire", "familyPlan", List.of(), List.of("planReviews", "endOfWork", "safeguarding"));
  }

  @Test
  void the_plan_is_worked_and_reviewed_until_the_work_ends() {
    start();
    assertThat(open()).containsExactly("planReviews");
    done("planReviews");
    assertThat(open()).as("no clock of the plan goes on beside it").containsExactly("endOfWork");
    done("endOfWork");

    endedBy("Plan begins", "The plan is worked and reviewed", "End of the work", "Plan ended");
  }

  @Test
  void a_safeguarding_concern_ends_the_plan_at_any_time() {
    start();
    message("baton.safeguardingConcernRaised");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    ended();
    assertThat(path()).endsWith("Concern raised", "Safeguarding referral", "Concern referred").doesNotContain("Plan ended");
  }

  @Test
  void a_family_that_does_not_engage_is_followed_by_the_contingency_while_the_plan_goes_on() {
    start();
    message("baton.familyNotEngaging");
    assertThat(open()).containsExactlyInAnyOrder("Follow the contingency, threaten nobody", "planReviews");
    assertThat(offered("Follow the contingency, threaten nobody")).containsExactly("allocated-service");
    done("Follow the contingency, threaten nobody");

    assertThat(open()).containsExactly("planReviews");
    assertThat(path()).contains("Followed");
  }
}
