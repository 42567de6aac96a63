package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PlanReviewsModelTest extends ModelTest {

  PlanReviewsModelTest() {
    super("north-east-lincolnshire", "planReviews", List.of(), List.of());
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

    ended();
    assertThat(path()).containsSubsequence("Work begins", "Review day of the plan", "Review the plan", "Review day of the plan", "Review the plan", "Work comes to its end");
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

    ended();
    assertThat(path()).endsWith("Review the end of the intervention", "Intervention ends");
  }

  @Test
  void where_the_intervention_ends_a_review_that_is_open_ends_with_it() {
    start();
    timeComes("Review day of the plan", "planReviewDay");
    timeComes("Last day of the plan", "planEnds");
    assertThat(open()).containsExactly("Review the end of the intervention", "Review the plan");
    done("Review the end of the intervention", "endResult", "ENDS");

    ended();
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
  void an_end_that_nobody_reviews_is_noted_and_stays_to_be_reviewed() {
    start();
    timeComes("Last day of the plan", "planEnds");
    timeComes("End not reviewed", "planEndReview");

    assertThat(open()).contains("Review the end of the intervention");
    assertThat(path()).contains("End not reviewed", "End reviewed late");
  }
}
