package org.baton.casefile.opening;

import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseFile;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** A form that starts a step about a case says which. The fact {@code caseId} is its number. */
@Component
class CaseReference implements FormTarget<CaseReference.Named> {

  record Named(@TargetPath(value = "case.reference", about = "The number of the case that the form is about", room = 200) String number) {}

  private final CaseFile cases;

  CaseReference(CaseFile cases) {
    this.cases = cases;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Named said) {
    return Map.of(Fact.CASE_ID, cases.get(List.of(submission.authority()), said.number().strip()).id().value());
  }

  @Override
  public Turn turn() {
    return Turn.OPENING;
  }
}
