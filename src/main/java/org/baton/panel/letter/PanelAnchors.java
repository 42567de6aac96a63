package org.baton.panel.letter;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.deadline.Anchors;
import org.baton.panel.action.ActionLog;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.PanelDecision;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.Moment;
import org.springframework.stereotype.Component;

/** Instants of a meeting that deadlines count from: of the meeting at hand, else of the one that last decided on the case. */
@Component
class PanelAnchors implements Anchors {

  /** Those that move when a meeting moves. */
  private static final Set<String> OF_MEETING = Set.of("MEETING_START", "MEETING_END", "MEETING_CUT_OFF", "PRE_MEETING");

  private final Sittings sittings;
  private final Decisions decisions;
  private final ActionLog actions;

  PanelAnchors(Sittings sittings, Decisions decisions, ActionLog actions) {
    this.sittings = sittings;
    this.decisions = decisions;
    this.actions = actions;
  }

  @Override
  public Map<String, String> names() {
    return Map.of("MEETING_START", "the beginning of the sitting", "MEETING_END", "the end of the sitting", "MEETING_CUT_OFF", "the cut-off of the sitting",
        "PRE_MEETING", "the pre-meet", "DECISION", "the decision", "ACTION_DUE", "the day of the action");
  }

  @Override
  public Map<String, Moment> since() {
    return Map.of("MEETING_START", Moment.SITTING, "MEETING_END", Moment.SITTING, "MEETING_CUT_OFF", Moment.SITTING, "PRE_MEETING", Moment.SITTING, "DECISION", Moment.DECISION,
        "ACTION_DUE", Moment.ACTION);
  }

  @Override
  public Optional<Instant> instant(String name, Map<String, Object> facts) {
    return switch (name) {
      case "MEETING_START" -> meeting(facts).map(Meeting::startsAt);
      case "MEETING_END" -> meeting(facts).map(Meeting::end);
      case "MEETING_CUT_OFF" -> meeting(facts).map(Meeting::cutOffAt);
      case "PRE_MEETING" -> meeting(facts).map(Meeting::preMeetAt);
      case "DECISION" -> decision(facts).map(PanelDecision::decidedAt);
      case "ACTION_DUE" -> Optional.ofNullable((String) facts.get(Fact.ACTION_ID)).map(id -> actions.get(sittings.get((String) facts.get(Fact.MEETING_ID)).authority(), id))
          .map(action -> WorkingCalendar.at(action.dueOn(), LocalTime.MIDNIGHT));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<String> meeting(String name, Map<String, Object> facts) {
    return OF_MEETING.contains(name) ? meeting(facts).map(Meeting::id) : Optional.empty();
  }

  private Optional<Meeting> meeting(Map<String, Object> facts) {
    return Optional.ofNullable((String) facts.get(Fact.MEETING_ID)).or(() -> decision(facts).map(PanelDecision::meetingId)).flatMap(sittings::find);
  }

  private Optional<PanelDecision> decision(Map<String, Object> facts) {
    return Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new).flatMap(decisions::latest);
  }
}
