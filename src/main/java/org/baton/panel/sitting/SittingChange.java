package org.baton.panel.sitting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.baton.panel.PanelRefusedException;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** A sitting is moved or cancelled. The fact {@code meetingId} names it afterwards. */
@Component
class SittingChange implements FormTarget<SittingChange.Change> {

  enum What { MOVE, CANCEL }

  record Change(
      @TargetPath(value = "panel.sittingOn", about = "The day of the sitting that is to be changed", sets = Fact.MEETING_ID) LocalDate sittingOn,
      @TargetPath(value = "panel.sittingChange", about = "Whether it is moved or cancelled") What what,
      @TargetPath(value = "panel.newOn", about = "The day to which it is moved") Optional<LocalDate> newOn,
      @TargetPath(value = "panel.newAt", about = "The hour at which it begins then") Optional<LocalTime> newAt,
      @TargetPath(value = "panel.changeReason", about = "Why, as those who are told of it read it") String reason) {}

  private final Schedule schedule;
  private final Sittings sittings;

  SittingChange(Schedule schedule, Sittings sittings) {
    this.schedule = schedule;
    this.sittings = sittings;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Change said) {
    var meeting = schedule.on(submission.authority(), submission.need(Fact.FORUM), said.sittingOn());
    if (said.what() == What.CANCEL) {
      sittings.cancel(meeting.id(), said.reason());
    } else {
      schedule.move(meeting.id(), said.newOn().orElseThrow(() -> missing("panel.newOn")), said.newAt().orElseThrow(() -> missing("panel.newAt")), said.reason());
    }
    return Map.of(Fact.MEETING_ID, meeting.id());
  }

  private static PanelRefusedException missing(String target) {
    return new PanelRefusedException(target + ": got nothing, expected where the sitting is moved to");
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }
}
