package org.baton.notice;

import org.baton.deadline.DeadlineHold;
import org.baton.deadline.Deadlines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A duty to tell somebody is done when the message has arrived, not when its step has written it. */
@Component
class Arrivals implements DeadlineHold {

  private final NoticeStore store;
  private final ObjectProvider<Deadlines> deadlines;

  Arrivals(NoticeStore store, ObjectProvider<Deadlines> deadlines) {
    this.store = store;
    this.deadlines = deadlines;
  }

  @Override
  public boolean doneButHeld(String activity) {
    return store.doneButHeld(activity);
  }

  /** The message was sent, or told by other means: ends what only waited for it. */
  void arrived(String messageId) {
    store.release(messageId).forEach(activity -> deadlines.getObject().activityDone(activity));
  }
}
