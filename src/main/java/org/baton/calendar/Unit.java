package org.baton.calendar;

/** What a protocol counts in. */
public enum Unit {
  /** Elapsed hours, nights and weekends included; never moved by a closed day. */
  CLOCK_HOURS("clock hour", 876_600),
  /** Days on which the authority works; the day counted from is day nought. */
  WORKING_DAYS("working day", 5_000),
  CALENDAR_DAYS("calendar day", 36_525),
  WEEKS("week", 5_218),
  /** Calendar months; a day that the month lacks becomes its last day (31 January + 1 month = 28 or 29 February). */
  MONTHS("month", 1_200);

  private final String one;
  private final int most;

  Unit(String one, int most) {
    this.one = one;
    this.most = most;
  }

  /** For people: "10 working days", "1 month". */
  String inWords(int amount) {
    return amount + " " + one + (amount == 1 ? "" : "s");
  }

  /** The longest span in this unit: a hundred years, and of working days, which are counted one by one, about twenty. */
  public int most() {
    return most;
  }
}
