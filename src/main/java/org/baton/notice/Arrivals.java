package org.baton.notice;

import org.baton.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** Ends the duties that only waited for a message to arrive. */
@Component
class Arrivals {

  private final NoticeStore store;
  private final Deadlines deadlines;

  Arrivals(NoticeStore store, Deadlines deadlines) {
    this.store = store;
    this.deadlines = deadlines;
  }

  /** The message was sent, or told by other means. */
  void arrived(String messageId) {
    store.release(messageId).forEach(deadlines::activityDone);
  }
}
