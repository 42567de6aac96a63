package org.baton.casefile.plan;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "plan.work", about = "The steps of the plan in one text: what is done, by whom and by when")
class PlanWorkShown implements CaseShow<String> {

  private final Plans plans;
  private final CaseFile cases;

  PlanWorkShown(Plans plans, CaseFile cases) {
    this.plans = plans;
    this.cases = cases;
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    var pack = cases.pack(id);
    return plans.of(id).map(plan -> plan.steps().stream()
        .map(step -> pack.say("plan.step", "what", step.what(), "responsible", step.responsible(), "due", step.dueOn().orElse(null))).collect(Collectors.joining("\n")));
  }
}
