package org.baton.panel.sitting;

import org.baton.calendar.WorkingCalendar;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Component;

/** How a sitting is named for people. */
@Component
class SittingWords {

  private final Packs packs;

  SittingWords(Packs packs) {
    this.packs = packs;
  }

  String heading(Meeting meeting) {
    var start = meeting.startsAt().atZone(WorkingCalendar.ZONE);
    return packs.of(meeting.deploymentId()).profile().forumName(meeting.forum()) + ", " + start.toLocalDate() + " at " + start.toLocalTime();
  }
}
