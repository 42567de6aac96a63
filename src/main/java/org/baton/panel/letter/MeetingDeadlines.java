package org.baton.panel.letter;

import org.baton.deadline.Deadlines;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.SittingEnded;
import org.baton.panel.sitting.SittingMoved;
import org.baton.protocol.Packs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deadlines that count from a meeting follow it when it moves, and when it ends at another time than it was planned to. */
@Component
class MeetingDeadlines {

  private final Deadlines deadlines;
  private final Packs packs;

  MeetingDeadlines(Deadlines deadlines, Packs packs) {
    this.deadlines = deadlines;
    this.packs = packs;
  }

  @EventListener
  void moved(SittingMoved event) {
    follow(event.meeting());
  }

  @EventListener
  void ended(SittingEnded event) {
    follow(event.meeting());
  }

  private void follow(Meeting meeting) {
    deadlines.recount(packs.of(meeting.deploymentId()), meeting.id());
  }
}
