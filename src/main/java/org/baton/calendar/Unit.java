package org.baton.calendar;

/** What a protocol counts in. */
public enum Unit {
  /** Elapsed hours, nights and weekends included; never moved by a closed day. */
  CLOCK_HOURS,
  /** Days on which the authority works; the day counted from is day nought. */
  WORKING_DAYS,
  CALENDAR_DAYS,
  WEEKS,
  /** Calendar months; a day that the month lacks becomes its last day (31 January + 1 month = 28 or 29 February). */
  MONTHS
}
