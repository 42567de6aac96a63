package org.baton.calendar;

/** Which way a counted date moves when it falls on a day on which the authority is closed. */
public enum OnClosedDay {
  KEEP,
  NEXT_WORKING_DAY,
  PREVIOUS_WORKING_DAY
}
