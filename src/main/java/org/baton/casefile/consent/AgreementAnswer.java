package org.baton.casefile.consent;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** Whether the family wants what the allocated service offers. */
@Component
class AgreementAnswer implements CaseTarget<AgreementAnswer.Answered> {

  record Answered(
      @TargetPath(value = "agreement.state", about = "Whether the family wants what the allocated service offers") Boolean agreed,
      @TargetPath(value = "agreement.by", about = "Who said so; the family if it is left out", room = 200) Optional<String> by,
      @TargetPath(value = "agreement.on", about = "The day on which they said so") Optional<LocalDate> on) {}

  private final CaseFile cases;
  private final Consents consents;

  AgreementAnswer(CaseFile cases, Consents consents) {
    this.cases = cases;
    this.consents = consents;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Answered said) {
    consents.recordAgreement(id, new ServiceAgreement(cases.get(id).allocatedService().orElseThrow(() -> new IllegalArgumentException(
        "agreement.state is given, but the case is allocated to no service; expected one")), said.agreed(), said.by().orElse("The family"), said.on()));
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.FOLLOWING;
  }
}
