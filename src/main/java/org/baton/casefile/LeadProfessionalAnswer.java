package org.baton.casefile;

import java.util.Map;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** Who leads the work with the family. */
@Component
class LeadProfessionalAnswer implements CaseTarget<LeadProfessionalAnswer.Named> {

  record Named(@TargetPath(value = "case.leadProfessional", about = "The name of the lead professional", room = 200) String name) {}

  private final CaseFile cases;

  LeadProfessionalAnswer(CaseFile cases) {
    this.cases = cases;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Named said) {
    cases.nameLeadProfessional(id, said.name());
    return Map.of();
  }
}
