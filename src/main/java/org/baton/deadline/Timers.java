package org.baton.deadline;

/** The engine's timers, which follow the stored deadlines. */
public interface Timers {

  /** Lets the timers and the task of an activity follow its deadlines as they now stand. @param activity as {@link Deadlines#activity} names it */
  void follow(String activity);
}
