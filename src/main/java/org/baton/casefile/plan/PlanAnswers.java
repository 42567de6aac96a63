package org.baton.casefile.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** The plan of the case. */
@Component
class PlanAnswers implements CaseTarget<PlanAnswers.Planned> {

  record Planned(
      @TargetPath(value = "plan.aim", about = "What the plan is to reach") String aim,
      @TargetPath(value = "plan.reviewOn", about = "The day on which it is looked at again") Optional<LocalDate> reviewOn,
      @TargetPath(value = "plan.steps", about = "Its steps, in place of those before") List<Step> steps) {}

  record Step(
      @TargetPath(value = "step.what", about = "What is to be done") String what,
      @TargetPath(value = "step.responsible", about = "Who does it", room = 200) String responsible,
      @TargetPath(value = "step.due", about = "The day by which it is done") Optional<LocalDate> due) {}

  private final Plans plans;

  PlanAnswers(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Planned said) {
    plans.set(id, new Plan(said.aim(), said.reviewOn(), said.steps().stream().map(step -> new Plan.Step(step.what(), step.responsible(), step.due())).toList()));
    return Map.of();
  }
}
