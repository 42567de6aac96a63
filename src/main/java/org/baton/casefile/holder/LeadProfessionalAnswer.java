package org.baton.casefile.holder;

import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** Who leads the work with the family. */
@Component
class LeadProfessionalAnswer implements CaseTarget<LeadProfessionalAnswer.Named> {

  record Named(@TargetPath(value = "case.leadProfessional", about = "The name of the lead professional", room = 200) String name) {}

  private final Holders holders;

  LeadProfessionalAnswer(Holders holders) {
    this.holders = holders;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Named said) {
    holders.nameLeadProfessional(id, said.name());
    return Map.of();
  }
}
