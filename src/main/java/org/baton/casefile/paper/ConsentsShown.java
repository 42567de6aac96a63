package org.baton.casefile.paper;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "case.consents", about = "What stands of each purpose that consent was asked for, in one text")
class ConsentsShown implements CaseShow<String> {

  private final CasePapers papers;

  ConsentsShown(CasePapers papers) {
    this.papers = papers;
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    return Optional.of(papers.consents(id));
  }
}
