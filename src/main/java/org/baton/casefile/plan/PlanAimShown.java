package org.baton.casefile.plan;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "plan.aim", about = "What the plan of the case is to reach")
class PlanAimShown implements CaseShow<String> {

  private final Plans plans;

  PlanAimShown(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    return plans.of(id).map(Plan::aim);
  }
}
