package org.baton.panel.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.baton.panel.sitting.Schedule;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** A sitting beside the series. The fact {@code meetingId} names it afterwards. */
@Component
class ExtraSitting implements FormTarget<ExtraSitting.Extra> {

  enum Takes { NONE, CARRIED_OVER }

  record Extra(
      @TargetPath(value = "panel.extraOn", about = "The day of a sitting beside the series", sets = Fact.MEETING_ID) LocalDate day,
      @TargetPath(value = "panel.extraAt", about = "The hour at which it begins") LocalTime at,
      @TargetPath(value = "panel.extraTakes", about = "Whether it takes the cases that were carried over to later sittings; none if it is left out") Optional<Takes> takes) {}

  private final Schedule schedule;
  private final Listing listing;

  ExtraSitting(Schedule schedule, Listing listing) {
    this.schedule = schedule;
    this.listing = listing;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Extra said) {
    var planned = schedule.planExtra(submission.authority(), submission.need(Fact.FORUM), said.day(), said.at());
    if (said.takes().filter(Takes.CARRIED_OVER::equals).isPresent()) {
      listing.bringForward(planned.id());
    }
    return Map.of(Fact.MEETING_ID, planned.id());
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }
}
