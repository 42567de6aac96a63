package org.baton.casefile.paper;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.protocol.Markdown;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "case.summary", about = "The case on one line: number, children, address, holder, referrer")
class CaseSummaryShown implements CaseShow<Markdown> {

  private final CasePapers papers;

  CaseSummaryShown(CasePapers papers) {
    this.papers = papers;
  }

  @Override
  public Optional<Markdown> show(Submission submission, CaseId id, String word) {
    return Optional.of(papers.summary(id));
  }
}
