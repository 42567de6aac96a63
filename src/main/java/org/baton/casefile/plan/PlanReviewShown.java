package org.baton.casefile.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "plan.reviewOn", about = "The day on which the plan is looked at again")
class PlanReviewShown implements CaseShow<LocalDate> {

  private final Plans plans;

  PlanReviewShown(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Optional<LocalDate> show(Submission submission, CaseId id, String word) {
    return plans.of(id).flatMap(Plan::reviewOn);
  }
}
