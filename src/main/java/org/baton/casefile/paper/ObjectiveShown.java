package org.baton.casefile.paper;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "case.objective", about = "What a meeting is asked about the case, by the table objective", table = "objective")
class ObjectiveShown implements CaseShow<String> {

  private final CasePapers papers;

  ObjectiveShown(CasePapers papers) {
    this.papers = papers;
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    return papers.objective(id);
  }
}
