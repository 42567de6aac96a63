package org.baton.casefile.paper;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.casefile.answer.AnswerRow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "case.risks", about = "The latest answers about the case that the table weighed names, whichever form asked, in one text", table = "weighed")
class RisksShown implements CaseShow<String> {

  private final CasePapers papers;

  RisksShown(CasePapers papers) {
    this.papers = papers;
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    return Optional.of(papers.answers(id, AnswerRow.WEIGHED));
  }
}
