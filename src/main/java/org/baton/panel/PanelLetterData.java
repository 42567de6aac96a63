package org.baton.panel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.LetterData;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Component;

/** What letters say about a meeting and about what it decided on the case. */
@Component
class PanelLetterData implements LetterData {

  private final PanelStore store;
  private final Packs packs;

  PanelLetterData(PanelStore store, Packs packs) {
    this.store = store;
    this.packs = packs;
  }

  @Override
  public Map<String, Object> data(Map<String, Object> facts) {
    var data = new HashMap<String, Object>();
    var decision = Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new).flatMap(store::latestDecision);
    decision.ifPresent(made -> {
      data.put("outcome", made.outcome().toLowerCase().replace('_', ' '));
      data.put("reasons", made.reasons());
      data.put("decidedOn", made.decidedAt().atZone(WorkingCalendar.ZONE).toLocalDate().toString());
    });
    Optional.ofNullable((String) facts.get(Fact.MEETING_ID)).or(() -> decision.map(PanelDecision::meetingId)).flatMap(store::meeting)
        .ifPresent(meeting -> {
          var start = meeting.startsAt().atZone(WorkingCalendar.ZONE);
          data.put("panel", packs.of(meeting.deploymentId()).profile().forum(meeting.forum()).name());
          data.put("meetingDate", start.toLocalDate() + " at " + start.toLocalTime());
          data.put("agenda", store.items(meeting.id()).stream().filter(item -> item.state() == AgendaItem.State.LISTED)
              .map(item -> item.position() + ". " + item.caseId()).collect(Collectors.joining("\n")));
          data.put("heard", Optional.ofNullable((String) facts.get(Fact.CASE_ID)).flatMap(id -> store.items(meeting.id()).stream()
              .filter(item -> item.caseId().value().equals(id)).findFirst()).map(AgendaItem::state).filter(AgendaItem.State.LISTED::equals).isPresent());
          data.put("minutes", meeting.minutes().orElse(""));
        });
    Optional.ofNullable((Integer) facts.get("programmeYear")).ifPresent(year -> data.put("programme", programme(facts, year)));
    return data;
  }

  private String programme(Map<String, Object> facts, int year) {
    var authority = (String) facts.get(LetterData.AUTHORITY);
    return store.meetings(authority).stream().map(meeting -> Map.entry(meeting.startsAt().atZone(WorkingCalendar.ZONE), meeting.forum()))
        .filter(sitting -> sitting.getKey().getYear() == year)
        .map(sitting -> sitting.getKey().toLocalDate() + " at " + sitting.getKey().toLocalTime() + " - " + packs.current(authority).profile().forum(sitting.getValue()).name())
        .collect(Collectors.joining("\n"));
  }
}
