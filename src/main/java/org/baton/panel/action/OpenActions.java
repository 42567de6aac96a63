package org.baton.panel.action;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.calendar.WorkingCalendar;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** What members report about what they are to do. */
@Component
@Shows(value = "panel.openActions", about = "What members of the panel are still to do and no service was given, a row for each, the oldest due first")
class OpenActions implements FormTarget<OpenActions.Reported>, FormShow<List<OpenActions.Open>> {

  enum State { OPEN, DONE }

  record Reported(@TargetPath(value = "panel.openActions", about = "What members report about what they are to do", alongside = "action.about") List<Row> actions) {}

  record Row(
      @TargetPath(value = "action.id", about = "The action, as the form shows it") String id,
      @TargetPath(value = "action.state", about = "Whether it is done") Optional<State> state,
      @TargetPath(value = "action.report", about = "What the member says about it") Optional<String> report) {}

  record Open(String action, String about) {}

  private final ActionLog log;
  private final Sittings sittings;
  private final Clock clock;

  OpenActions(ActionLog log, Sittings sittings, Clock clock) {
    this.log = log;
    this.sittings = sittings;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Reported said) {
    said.actions().forEach(row -> row.state().ifPresent(state -> log.report(submission.authority(), row.id(), state == State.DONE, row.report().orElse(null))));
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }

  @Override
  public Optional<List<Open>> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(sittings::get).map(meeting -> log.open(meeting.authority(), meeting.forum()).stream()
        .filter(action -> action.service().isEmpty())
        .map(action -> new Open(action.id(), inWords(action))).toList());
  }

  private String inWords(Action action) {
    return action.caseId() + ": " + action.what() + " - " + action.responsible() + ", by " + action.dueOn()
        + (action.overdue(WorkingCalendar.day(clock.instant())) ? " (overdue)" : "");
  }
}
