package org.baton.casefile.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "plan.steps", about = "The steps of the plan, a row for each")
class PlanSteps implements CaseShow<List<PlanSteps.Row>> {

  record Row(String what, String responsible, Optional<LocalDate> due) {}

  private final Plans plans;

  PlanSteps(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Optional<List<Row>> show(Submission submission, CaseId id, String word) {
    return plans.of(id).map(plan -> plan.steps().stream().map(step -> new Row(step.what(), step.responsible(), step.dueOn())).toList());
  }
}
