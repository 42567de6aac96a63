package org.baton.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "plan.reviewOn", about = "The day on which the plan is looked at again")
class PlanReviewShown implements CaseShow<LocalDate> {

  private final CaseFile cases;

  PlanReviewShown(CaseFile cases) {
    this.cases = cases;
  }

  @Override
  public Optional<LocalDate> show(Submission submission, CaseId id, String word) {
    return cases.plan(id).flatMap(Plan::reviewOn);
  }
}
