package org.baton.casefile.consent;

import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** Why information is used without consent. */
@Component
class LawfulBasisAnswer implements CaseTarget<LawfulBasisAnswer.Stated> {

  record Stated(
      @TargetPath(value = "lawfulBasis.purpose", about = "For which purpose; sharing if it is left out", room = 40) Optional<String> purpose,
      @TargetPath(value = "lawfulBasis.basis", about = "The basis in law, for example a risk to a child", room = 40) String basis,
      @TargetPath(value = "lawfulBasis.reason", about = "Why it holds in this case") String reason) {}

  private final Consents consents;

  LawfulBasisAnswer(Consents consents) {
    this.consents = consents;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Stated said) {
    consents.recordLawfulBasis(id, new LawfulBasis(said.purpose().orElse("sharing"), said.basis(), said.reason()));
    return Map.of();
  }
}
