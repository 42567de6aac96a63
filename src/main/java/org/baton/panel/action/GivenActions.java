package org.baton.panel.action;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.calendar.WorkingCalendar;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

/** Services report on these themselves; the panel only reads how they stand. */
@Component
@Shows(value = "panel.givenActions", about = "What services were given to do at the panel and have not done yet, the oldest due first")
class GivenActions implements FormShow<String> {

  private final ActionLog log;
  private final Sittings sittings;
  private final Clock clock;

  GivenActions(ActionLog log, Sittings sittings, Clock clock) {
    this.log = log;
    this.sittings = sittings;
    this.clock = clock;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(sittings::get).map(meeting -> log.open(meeting.authority(), meeting.forum()).stream()
        .filter(action -> action.service().isPresent()).map(this::inWords).collect(Collectors.joining("\n\n")));
  }

  private String inWords(Action action) {
    return action.caseId() + ": " + action.what() + " - " + log.who(action) + ", by " + action.dueOn()
        + (action.overdue(WorkingCalendar.day(clock.instant())) ? " (overdue)" : "") + action.report().map(report -> "; " + report).orElse("") + action.followedUp().map(word -> "; " + word).orElse("");
  }
}
