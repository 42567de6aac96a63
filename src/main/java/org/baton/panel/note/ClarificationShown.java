package org.baton.panel.note;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.clarification", about = "What the chair wants cleared up about the case before it is heard")
class ClarificationShown implements FormShow<String> {

  private final Notes notes;

  ClarificationShown(Notes notes) {
    this.notes = notes;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.CASE_ID).map(CaseId::new).map(id -> String.join("\n\n", notes.about(id, "CLARIFICATION")));
  }
}
