package org.baton.casefile.holder;

import java.util.Map;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseTarget;
import org.baton.protocol.Fact;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** Who leads the work with the family. */
@Component
class LeadProfessionalAnswer implements CaseTarget<LeadProfessionalAnswer.Named> {

  record Named(@TargetPath(value = "case.leadProfessional", about = "The name of the lead professional", room = 200) String name) {}

  private final Holders holders;
  private final CaseFile cases;

  LeadProfessionalAnswer(Holders holders, CaseFile cases) {
    this.holders = holders;
    this.cases = cases;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Named said) {
    // A case that was closed while it was heard has nobody who leads it; the sitting goes on.
    if (submission.fact(Fact.AGENDA_ITEM_ID).isEmpty() || cases.holdIfOpen(id)) {
      holders.nameLeadProfessional(id, said.name());
    }
    return Map.of();
  }
}
