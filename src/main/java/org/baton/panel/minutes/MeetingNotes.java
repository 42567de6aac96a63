package org.baton.panel.minutes;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.chronology.Chronology;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.PanelDecision;
import org.baton.panel.member.MemberWords;
import org.baton.panel.note.Notes;
import org.baton.protocol.ApiInput;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.baton.protocol.TextOrRows;
import org.springframework.stereotype.Component;

/**
 * What a form notes of the meeting at hand, or, of a case alone, of the one that last decided on it; of a case that was at none, in its
 * chronology. The last word of the target is the kind.
 */
@Component
class MeetingNotes implements FormTarget<MeetingNotes.Said> {

  record Said(
      @TargetPath(value = "panel.note.*", about = "A note of that kind for the minutes: one text, or rows with who said what about which case", alongside = "note.about")
      Map<String, TextOrRows<Row>> notes,
      @TargetPath(value = "panel.log.*", about = "An entry of that kind for the learning log of the panel, which stands in no minutes", alongside = "note.about")
      Map<String, TextOrRows<Row>> log) {}

  record Row(
      @TargetPath(value = "note.case", about = "The case of the agenda that it is about; the case at hand if it is left out") Optional<String> number,
      @TargetPath(value = "note.who", about = "The person or service that it is about or comes from", room = 450) Optional<String> who,
      @TargetPath(value = "note.entry", about = "What is noted; a row without it is left out") Optional<String> entry) {}

  private final Notes notes;
  private final Agenda agenda;
  private final Decisions decisions;
  private final MemberWords members;
  private final Chronology chronology;

  MeetingNotes(Notes notes, Agenda agenda, Decisions decisions, MemberWords members, Chronology chronology) {
    this.members = members;
    this.chronology = chronology;
    this.notes = notes;
    this.agenda = agenda;
    this.decisions = decisions;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Said said) {
    var meetingId = submission.fact(Fact.MEETING_ID).or(() -> submission.fact(Fact.CASE_ID).map(CaseId::new).flatMap(decisions::latest).map(PanelDecision::meetingId));
    said.notes().forEach((word, note) -> keep(submission, meetingId, word.toUpperCase(Locale.ROOT), note));
    said.log().forEach((word, entry) -> keep(submission, meetingId, Notes.LOG + word.toUpperCase(Locale.ROOT), entry));
    return Map.of();
  }

  private void keep(Submission submission, Optional<String> meetingId, String kind, TextOrRows<Row> note) {
    if (meetingId.isPresent()) {
      keep(submission, meetingId.get(), kind, note);
      return;
    }
    // A case that was taken over may be settled without ever having been at a sitting.
    var id = submission.fact(Fact.CASE_ID).map(CaseId::new).orElseThrow(() -> new PanelRefusedException("Notes of the kind " + kind + " belong to a meeting or a case; expected one of them"));
    note.text().ifPresent(text -> chronology.note(id, kind, text, ""));
    note.rows().forEach(row -> row.entry().ifPresent(entry -> chronology.note(id, kind, row.who().map(who -> who + ": " + entry).orElse(entry), "")));
  }

  private void keep(Submission submission, String meetingId, String kind, TextOrRows<Row> note) {
    var atHand = submission.fact(Fact.CASE_ID).map(CaseId::new).orElse(null);
    note.text().ifPresent(text -> notes.note(meetingId, atHand, kind, null, text));
    note.rows().forEach(row -> row.entry().ifPresent(entry ->
        notes.note(meetingId, row.number().map(number -> onAgenda(meetingId, number)).orElse(atHand), kind, who(submission, row), entry)));
  }

  /** In a step that each member does for its own service, nobody writes for another. */
  private String who(Submission submission, Row row) {
    var own = submission.fact(Fact.MEMBER_SERVICE).map(service -> members.atHand(submission));
    own.flatMap(service -> row.who().filter(said -> !said.equals(service))).ifPresent(said -> {
      throw new PanelRefusedException("note.who is " + ApiInput.named(said) + "; expected '" + own.get() + "', for which this step is done");
    });
    return own.or(row::who).orElse(null);
  }

  private CaseId onAgenda(String meetingId, String number) {
    return agenda.of(meetingId).stream().map(AgendaItem::caseId).filter(id -> id.value().equals(number.strip())).findFirst()
        .orElseThrow(() -> new PanelRefusedException("note.case is " + ApiInput.named(number) + "; expected a case on the agenda of this meeting"));
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }
}
