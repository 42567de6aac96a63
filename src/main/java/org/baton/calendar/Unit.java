package org.baton.calendar;

/** What a protocol counts in. */
public enum Unit {
  /** Elapsed hours, nights and weekends included; never moved by a closed day. */
  CLOCK_HOURS(876_600),
  /** Days on which the authority works; the day counted from is day nought. */
  WORKING_DAYS(5_000),
  CALENDAR_DAYS(36_525),
  WEEKS(5_218),
  /** Calendar months; a day that the month lacks becomes its last day (31 January + 1 month = 28 or 29 February). */
  MONTHS(1_200);

  private final int most;

  Unit(int most) {
    this.most = most;
  }

  /** The longest span in this unit: a hundred years, and of working days, which are counted one by one, about twenty. */
  public int most() {
    return most;
  }
}
