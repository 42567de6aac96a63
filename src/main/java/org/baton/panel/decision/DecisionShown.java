package org.baton.panel.decision;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.decision", about = "What a panel last decided on the case, with the reasons")
class DecisionShown implements FormShow<String> {

  private final Decisions decisions;
  private final DecisionWords words;

  DecisionShown(Decisions decisions, DecisionWords words) {
    this.decisions = decisions;
    this.words = words;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.CASE_ID).map(CaseId::new).flatMap(decisions::latest).map(words::of);
  }
}
