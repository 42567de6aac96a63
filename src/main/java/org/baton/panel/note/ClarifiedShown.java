package org.baton.panel.note;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.clarified", about = "What was cleared up about the case, at whatever meeting")
class ClarifiedShown implements FormShow<String> {

  private final Notes notes;

  ClarifiedShown(Notes notes) {
    this.notes = notes;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.CASE_ID).map(CaseId::new).map(id -> String.join("\n\n", notes.about(id, "CLARIFIED")));
  }
}
