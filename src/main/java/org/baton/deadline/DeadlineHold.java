package org.baton.deadline;

/** Something that keeps the duties of an activity open although the activity itself is done, for example a letter that has not arrived. */
public interface DeadlineHold {

  /** Takes note that the activity is done. @return whether its duties stay open; who says so calls {@link Deadlines#activityDone} once nothing holds them */
  boolean doneButHeld(String activity);
}
