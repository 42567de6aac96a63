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

  record Named(@TargetPath(value = "case.reference", about = "The number of the case that the form is about", room = 200, sets = Fact.CASE_ID) String number) {}

  private final CaseFile cases;

  CaseReference(CaseFile cases) {
    this.cases = cases;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Named said) {
    var named = cases.get(List.of(submission.authority()), said.number().strip()).id().value();
    submission.fact(Fact.CASE_ID).filter(id -> !id.equals(named)).ifPresent(id -> {
      throw new IllegalArgumentException("case.reference is " + named + ", but the process belongs to case " + id + " already; expected that one");
    });
    return Map.of(Fact.CASE_ID, named);
  }

  @Override
  public Turn turn() {
    return Turn.OPENING;
  }
}
