package org.baton.panel.note;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.noted.*", about = "What was noted of that kind at the meeting at hand, about the case at hand and about the whole sitting")
class NotedShown implements FormShow<String> {

  private final Notes notes;

  NotedShown(Notes notes) {
    this.notes = notes;
  }

  @Override
  public Optional<String> show(Submission submission, String kind) {
    var atHand = submission.fact(Fact.CASE_ID).map(CaseId::new);
    return submission.fact(Fact.MEETING_ID).map(id -> notes.of(id).stream()
        .filter(note -> note.kind().equalsIgnoreCase(kind) && (note.caseId().isEmpty() || note.caseId().equals(atHand)))
        .map(note -> note.who().map(who -> who + ": ").orElse("") + note.entry()).collect(Collectors.joining("\n\n")));
  }
}
