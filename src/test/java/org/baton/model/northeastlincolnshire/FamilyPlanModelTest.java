package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class FamilyPlanModelTest extends ModelTest {

  FamilyPlanModelTest() {
    super("north-east-lincolnshire", "familyPlan", List.of(), List.of("endOfWork", "safeguarding"));
  }

  @Test
  void the_plan_is_reviewed_on_its_days_for_as_long_as_the_work_goes_on() {
    start();
    assertThat(open()).as("until the day").isEmpty();
    timeComes("Review day of the plan", "planReviewDay");
    assertThat(offered("Review the plan")).containsExactly("allocated-service");
    done("Review the plan", "reviewResult", "GO_ON");
    assertThat(open()).isEmpty();
    timeComes("Review day of the plan", "planReviewDay");
    done("Review the plan", "reviewResult", "ENDS");
    assertThat(open()).containsExactly("endOfWork");
    done("endOfWork");

    ended();
    assertThat(path()).containsSubsequence("Plan begins", "Review day of the plan", "Review the plan", "Review day of the plan", "Review the plan", "End of the work",
        "Plan ended");
  }

  @Test
  void the_end_of_the_intervention_is_reviewed_on_its_last_day_and_can_be_put_off() {
    start();
    timeComes("Last day of the plan", "planEnds");
    assertThat(offered("Review the end of the intervention")).containsExactly("allocated-service");
    done("Review the end of the intervention", "endResult", "EXTENDED");
    assertThat(open()).isEmpty();
    timeComes("Last day of the plan", "planEnds");
    done("Review the end of the intervention", "endResult", "ENDS");
    done("endOfWork");

    ended();
    assertThat(path()).endsWith("Review the end of the intervention", "End of the work", "Plan ended");
  }

  @Test
  void a_review_that_is_late_is_noted_and_stays_to_be_held() {
    start();
    timeComes("Review day of the plan", "planReviewDay");
    timeComes("Review overdue", "planReview");

    assertThat(open()).containsExactly("Review the plan");
    assertThat(path()).contains("Review overdue", "Review late");
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
    timeComes("Review day of the plan", "planReviewDay");
    message("baton.familyNotEngaging");
    assertThat(open()).containsExactly("Follow the contingency, threaten nobody", "Review the plan");
    assertThat(offered("Follow the contingency, threaten nobody")).containsExactly("allocated-service");
    done("Follow the contingency, threaten nobody");

    assertThat(open()).containsExactly("Review the plan");
    assertThat(path()).contains("Followed");
  }
}
