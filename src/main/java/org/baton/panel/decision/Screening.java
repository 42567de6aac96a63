package org.baton.panel.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.family.People;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.Listing;
import org.baton.panel.note.Notes;
import org.baton.protocol.Fact;
import org.baton.protocol.FieldKey;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** The chair's screening of what is put forward for a sitting. */
@Component
@Shows(value = "panel.screening", about = "The cases that wait for the sitting, a row for each")
class Screening implements FormTarget<Screening.Screened>, FormShow<List<Screening.Waiting>> {

  private static final String NEXT_SITTING = "NEXT_SITTING";
  private static final String CLARIFY = "CLARIFY";
  private static final String LIST = "LIST";
  /** Screened so, a case keeps its place on the agenda. */
  private static final Set<String> HEARD = Set.of(LIST, CLARIFY);

  record Screened(@TargetPath(value = "panel.screening", about = "The chair's word on each case that is put forward", alongside = "screening.children") List<Row> cases) {}

  record Row(
      @TargetPath(value = "screening.case", about = "The number of the case") String number,
      @TargetPath(value = "screening.decision", about = "LIST if it is heard, CLARIFY if it is heard and something is asked of the referrer before, NEXT_SITTING if it waits for the next sitting, else the outcome that its pathway goes on with",
          sets = Fact.PANEL_OUTCOME, setsNotWith = {LIST, CLARIFY, NEXT_SITTING}) String decision,
      @TargetPath(value = "screening.reason", about = "Why it is not heard or waits, or what is to be cleared up") Optional<String> reason) {}

  record Waiting(@FieldKey("case") String number, String children, String decision) {}

  private final SignOff signOff;
  private final Agenda agenda;
  private final Listing listing;
  private final Notes notes;
  private final People people;
  private final CaseFile cases;

  Screening(SignOff signOff, Agenda agenda, Listing listing, Notes notes, People people, CaseFile cases) {
    this.cases = cases;
    this.signOff = signOff;
    this.agenda = agenda;
    this.listing = listing;
    this.notes = notes;
    this.people = people;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Screened said) {
    var meetingId = submission.need(Fact.MEETING_ID);
    said.cases().forEach(row -> {
      var id = new CaseId(row.number());
      if (row.decision().equals(NEXT_SITTING)) {
        listing.putOff(agenda.waiting(meetingId).stream().filter(item -> item.caseId().equals(id)).findFirst().orElseThrow(() -> new PanelRefusedException(
            "Case " + id + " does not wait for this sitting; expected one that does")), row.reason().filter(reason -> !reason.isBlank()).orElseThrow(() -> new PanelRefusedException(
            "Case " + id + " is put off, but screening.reason says not why; expected a reason")));
        return;
      }
      requireKnown(id, row.decision());
      signOff.screen(meetingId, id, Optional.of(row.decision()).filter(decision -> !HEARD.contains(decision)), row.reason().orElse(null));
      if (row.decision().equals(CLARIFY)) {
        notes.note(meetingId, id, "CLARIFICATION", null, row.reason().orElseThrow(() -> new PanelRefusedException(
            "Case " + id + " is to be cleared up, but screening.reason says not what; expected what to ask the referrer")));
      }
    });
    return Map.of();
  }

  /** The case goes by the pack that it began under, the sitting perhaps by a later one. */
  private void requireKnown(CaseId id, String decision) {
    if (!HEARD.contains(decision) && cases.pack(id).outcome(decision).equals(decision)) {
      throw new PanelRefusedException("Case " + id + " goes by an earlier version of the pack, which does not know the screening.decision '" + decision + "'; expected one that it knows");
    }
  }

  @Override
  public Turn turn() {
    return Turn.VOTING;
  }

  @Override
  public Optional<List<Waiting>> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> agenda.waiting(id).stream()
        .map(item -> new Waiting(item.caseId().value(), people.childrenByName(item.caseId()), "LIST")).toList());
  }
}
