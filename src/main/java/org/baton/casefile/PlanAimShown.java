package org.baton.casefile;

import java.util.Optional;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "plan.aim", about = "What the plan of the case is to reach")
class PlanAimShown implements CaseShow<String> {

  private final CaseFile cases;

  PlanAimShown(CaseFile cases) {
    this.cases = cases;
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    return cases.plan(id).map(Plan::aim);
  }
}
