package org.baton.panel.note;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseId;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.PanelDecision;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.noted.*", about = "What was noted of that kind at the meeting at hand, or the one that last decided on the case, about the case at hand and about the whole sitting")
class NotedShown implements FormShow<String> {

  private final Notes notes;
  private final Decisions decisions;

  NotedShown(Notes notes, Decisions decisions) {
    this.notes = notes;
    this.decisions = decisions;
  }

  @Override
  public Optional<String> show(Submission submission, String kind) {
    var atHand = submission.fact(Fact.CASE_ID).map(CaseId::new);
    return submission.fact(Fact.MEETING_ID).or(() -> atHand.flatMap(decisions::latest).map(PanelDecision::meetingId)).map(id -> notes.of(id).stream()
        .filter(note -> note.kind().equalsIgnoreCase(kind) && (note.caseId().isEmpty() || note.caseId().equals(atHand)))
        .map(note -> note.who().map(who -> who + ": ").orElse("") + note.entry()).collect(Collectors.joining("\n\n")));
  }
}
