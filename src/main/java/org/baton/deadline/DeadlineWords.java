package org.baton.deadline;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.baton.calendar.DueDate;
import org.baton.calendar.WorkingCalendar;
import org.baton.protocol.Row;

/** How a deadline explains its date. */
final class DeadlineWords {

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.UK).withZone(WorkingCalendar.ZONE);
  static final DateTimeFormatter SKIPPED = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
  /** Days that an explanation names, the rest by their number. */
  static final int NAMED = 20;
  /** Longest explanation, as its column holds it. */
  private static final int EXPLANATION = 4000;

  private DeadlineWords() {}

  /** {@code MEETING_END} and {@code planEndsOn} as people read them. */
  private static String inWords(String anchor) {
    return (anchor.contains("_") ? anchor : anchor.replaceAll("([a-z])([A-Z])", "$1 $2")).toLowerCase().replace('_', ' ');
  }

  static String explain(Row<DeadlineRow> row, Instant from, DueDate due) {
    var rest = due.skipped().size() - NAMED;
    var skipped = due.skipped().stream().limit(NAMED).map(day -> SKIPPED.format(day.date()) + " (" + day.reason() + ")").collect(Collectors.joining(", "))
        + (rest > 0 ? " and " + rest + " more" : "");
    return cut("Due " + DAY.format(due.at()) + ": " + row.cells().span() + " " + inWords(row.cells().countedFrom()) + " of "
        + DAY.format(from) + (row.clauses().isEmpty() ? "" : ", as " + String.join(" and ", row.clauses()) + " asks")
        + (skipped.isEmpty() ? "" : "; not counted: " + skipped) + ".");
  }

  static String cut(String explanation) {
    return explanation.length() <= EXPLANATION ? explanation : explanation.substring(0, EXPLANATION - 1) + "\u2026";
  }
}
