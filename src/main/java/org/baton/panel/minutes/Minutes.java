package org.baton.panel.minutes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.panel.action.Action;
import org.baton.panel.action.ActionLog;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.PanelDecision;
import org.baton.panel.note.MeetingNote;
import org.baton.panel.note.Noted;
import org.baton.panel.note.Notes;
import org.baton.panel.sitting.Attendance;
import org.baton.panel.sitting.Sittings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The minutes of a sitting: drafted from what was recorded, then as somebody typed them. */
@Service
@Transactional
public class Minutes {

  private final Sittings sittings;
  private final Attendance attendance;
  private final Decisions decisions;
  private final ActionLog actions;
  private final Notes notes;

  Minutes(Sittings sittings, Attendance attendance, Decisions decisions, ActionLog actions, Notes notes) {
    this.sittings = sittings;
    this.attendance = attendance;
    this.decisions = decisions;
    this.actions = actions;
    this.notes = notes;
  }

  public void write(String meetingId, String minutes) {
    sittings.writeMinutes(meetingId, minutes);
  }

  /** Where the minutes are typed already, what is noted afterwards is added to them. */
  @EventListener
  void noted(Noted noted) {
    sittings.get(noted.meetingId()).minutes().ifPresent(typed -> sittings.writeMinutes(noted.meetingId(), typed + "\n" + line(noted.note())));
  }

  /** The minutes as far as they follow from what was recorded: who sat, what was decided, who is to do what. */
  @Transactional(readOnly = true)
  public String draft(String meetingId) {
    var warned = String.join("\n", attendance.warnings(meetingId));
    return "Present: " + present(meetingId) + (warned.isEmpty() ? "" : "\n" + warned) + "\n\nDecisions:\n" + decided(decisions.of(meetingId).stream())
        + "\n\nActions:\n" + actions(actions.ofMeeting(meetingId).stream()) + noted(notes.of(meetingId).stream());
  }

  /** Of the draft the part about one case and no other. */
  @Transactional(readOnly = true)
  public String extract(String meetingId, CaseId id) {
    return "Present: " + present(meetingId) + "\n\nDecision:\n" + decided(decisions.of(meetingId).stream().filter(one -> one.caseId().equals(id)))
        + "\n\nActions:\n" + actions(actions.ofMeeting(meetingId).stream().filter(action -> action.caseId().equals(id)))
        + noted(notes.of(meetingId).stream().filter(note -> note.caseId().equals(Optional.of(id))));
  }

  /** What the meeting gave members to do, a line for each. */
  @Transactional(readOnly = true)
  public List<String> actions(String meetingId) {
    return actions.ofMeeting(meetingId).stream().map(Minutes::line).toList();
  }

  private String present(String meetingId) {
    return attendance.present(meetingId).stream().map(one -> one.name() + " (" + one.service() + ")").collect(Collectors.joining(", "));
  }

  private static String decided(Stream<PanelDecision> decisions) {
    return decisions.map(decision -> decision.caseId() + ": " + decision.outcome() + decision.service().map(service -> " to " + service).orElse("") + " - " + decision.reasons())
        .collect(Collectors.joining("\n"));
  }

  private static String actions(Stream<Action> actions) {
    return actions.map(Minutes::line).collect(Collectors.joining("\n"));
  }

  private static String noted(Stream<MeetingNote> notes) {
    var lines = notes.map(Minutes::line).collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "" : "\n\nNotes:\n" + lines;
  }

  private static String line(Action action) {
    return action.what() + " - " + action.responsible() + ", by " + action.dueOn();
  }

  private static String line(MeetingNote note) {
    return note.kind().charAt(0) + note.kind().substring(1).toLowerCase().replace('_', ' ') + ": " + note.caseId().map(of -> of + " - ").orElse("")
        + note.who().map(name -> name + ": ").orElse("") + note.entry();
  }
}
