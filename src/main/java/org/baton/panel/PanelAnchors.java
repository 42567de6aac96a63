package org.baton.panel;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baton.casefile.CaseId;
import org.baton.deadline.Anchors;
import org.baton.protocol.Fact;
import org.springframework.stereotype.Component;

/** Instants of a meeting that deadlines count from: of the meeting at hand, else of the one that last decided on the case. */
@Component
class PanelAnchors implements Anchors {

  private final PanelStore store;

  PanelAnchors(PanelStore store) {
    this.store = store;
  }

  @Override
  public Set<String> names() {
    return Set.of("MEETING_START", "MEETING_END", "MEETING_CUT_OFF", "PRE_MEETING", "DECISION");
  }

  @Override
  public Optional<Instant> instant(String name, Map<String, Object> facts) {
    return switch (name) {
      case "MEETING_START" -> meeting(facts).map(Meeting::startsAt);
      case "MEETING_END" -> meeting(facts).map(Meeting::end);
      case "MEETING_CUT_OFF" -> meeting(facts).map(Meeting::cutOffAt);
      case "PRE_MEETING" -> meeting(facts).map(Meeting::preMeetAt);
      case "DECISION" -> decision(facts).map(PanelDecision::decidedAt);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<String> meeting(String name, Map<String, Object> facts) {
    return Programme.ANCHORS.contains(name) ? meeting(facts).map(Meeting::id) : Optional.empty();
  }

  private Optional<Meeting> meeting(Map<String, Object> facts) {
    return Optional.ofNullable((String) facts.get(Fact.MEETING_ID)).or(() -> decision(facts).map(PanelDecision::meetingId)).flatMap(store::meeting);
  }

  private Optional<PanelDecision> decision(Map<String, Object> facts) {
    return Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new).flatMap(store::latestDecision);
  }
}
