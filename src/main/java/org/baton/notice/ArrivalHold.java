package org.baton.notice;

import org.baton.deadline.DeadlineHold;
import org.springframework.stereotype.Component;

/** A duty to tell somebody is done when the message has arrived, not when its step has written it. */
@Component
class ArrivalHold implements DeadlineHold {

  private final NoticeStore store;

  ArrivalHold(NoticeStore store) {
    this.store = store;
  }

  @Override
  public boolean doneButHeld(String activity) {
    return store.doneButHeld(activity);
  }
}
