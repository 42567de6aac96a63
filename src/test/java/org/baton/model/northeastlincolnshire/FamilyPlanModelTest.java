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
  void an_amended_plan_is_worked_by_its_own_days() {
    start();
    message("baton.planAmended");

    ended();
    assertThat(path()).endsWith("Plan amended", "Plan amended", "Work by the amended plan", "Goes on by it");
    assertThat(calls()).containsExactly("cases.beginAt familyPlan callActivity_planReviews");
  }

  @Test
  void a_decision_that_is_changed_afterwards_ends_the_plan_and_is_gone_by() {
    when("cases.recall", with("route", "STEP_DOWN"));
    start();
    message("baton.decisionChanged", "panelOutcome", "STEP_UP");

    ended();
    assertThat(path()).endsWith("Recall what was asked", "Go by it", "Goes by it").doesNotContain("Plan ended");
    assertThat(calls()).containsExactly("cases.recall route", "cases.beginAt referral gateway_decided");
  }
}
