package org.baton.panel.agenda;

import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.panel.sitting.Meeting;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** A late case is let in. The facts {@code meetingId} and {@code agendaSettled} say afterwards for which sitting. */
@Component
class Waiver implements FormTarget<Waiver.Waived> {

  record Waived(@TargetPath(value = "panel.waive", about = "Whether a case that came after the cut-off is let in for the coming sitting",
      sets = {Fact.MEETING_ID, Fact.AGENDA_SETTLED}) boolean letIn) {}

  private final Listing listing;

  Waiver(Listing listing) {
    this.listing = listing;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Waived said) {
    if (!said.letIn()) {
      return Map.of();
    }
    var coming = listing.waiveCutOff(new CaseId(submission.need(Fact.CASE_ID)));
    return Map.of(Fact.MEETING_ID, coming.id(), Fact.AGENDA_SETTLED, coming.state() != Meeting.State.PLANNED);
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }
}
