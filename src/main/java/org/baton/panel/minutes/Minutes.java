package org.baton.panel.minutes;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
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
  private final Packs packs;

  Minutes(Sittings sittings, Attendance attendance, Decisions decisions, ActionLog actions, Notes notes, Packs packs) {
    this.packs = packs;
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
    var meeting = sittings.get(noted.meetingId());
    Optional.of(noted.note()).filter(Minutes::isMinuted).flatMap(note -> meeting.minutes()).ifPresent(typed -> sittings.writeMinutes(noted.meetingId(), typed + "\n" + line(pack(meeting.id()), noted.note())));
  }

  /** The minutes as far as they follow from what was recorded: who sat, what was decided, who is to do what. */
  @Transactional(readOnly = true)
  public String draft(String meetingId) {
    return minutes("minutes.draft", meetingId, of -> true);
  }

  /** Of the draft the part about one case and no other. */
  @Transactional(readOnly = true)
  public String extract(String meetingId, CaseId id) {
    return minutes("minutes.extract", meetingId, of -> of.equals(Optional.of(id)));
  }

  /** What the meeting gave members to do, a line for each. */
  @Transactional(readOnly = true)
  public List<String> actions(String meetingId) {
    var pack = pack(meetingId);
    return actions.ofMeeting(meetingId).stream().map(action -> line(pack, action)).toList();
  }

  /** What the meeting gave members to do about one case, a line for each. */
  @Transactional(readOnly = true)
  public List<String> actions(String meetingId, CaseId id) {
    var pack = pack(meetingId);
    return actions.ofMeeting(meetingId).stream().filter(action -> action.caseId().equals(id)).map(action -> line(pack, action)).toList();
  }

  /** @param about which cases, of what is about one */
  private String minutes(String sentence, String meetingId, Predicate<Optional<CaseId>> about) {
    var pack = pack(meetingId);
    return pack.say(sentence, "present", attendance.present(meetingId).stream().map(one -> one.name() + " (" + pack.profile().serviceName(one.service()) + ")").collect(Collectors.joining(", ")),
        "warnings", String.join("\n", attendance.warnings(meetingId)),
        "decisions", lines(decisions.of(meetingId).stream().filter(one -> about.test(Optional.of(one.caseId()))).map(one -> line(pack, one))),
        "actions", lines(actions.ofMeeting(meetingId).stream().filter(one -> about.test(Optional.of(one.caseId()))).map(one -> line(pack, one))),
        "notes", lines(notes.of(meetingId).stream().filter(one -> isMinuted(one) && about.test(one.caseId())).map(one -> line(pack, one))));
  }

  /** The learning log is read by those who run the panel, minutes by all who sit on it. */
  private static boolean isMinuted(MeetingNote note) {
    return !note.kind().startsWith(Notes.LOG);
  }

  private Pack pack(String meetingId) {
    return packs.of(sittings.get(meetingId).deploymentId());
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }

  private static String line(Pack pack, PanelDecision decision) {
    return pack.say("minutes.lineOfDecision", "case", decision.caseId(), "outcome", pack.outcome(decision.outcome()),
        "service", decision.service().map(pack.profile()::serviceName).orElse(null), "reasons", decision.reasons());
  }

  private static String line(Pack pack, Action action) {
    return pack.say("minutes.lineOfAction", "what", action.what(), "responsible", action.who(pack.profile()), "due", action.dueOn());
  }

  private static String line(Pack pack, MeetingNote note) {
    return pack.say("minutes.lineOfNote", "kind", pack.words(note.kind(), "panel.note." + note.kind().toLowerCase()), "case", note.caseId().orElse(null),
        "who", note.who().orElse(null), "entry", note.entry());
  }
}
