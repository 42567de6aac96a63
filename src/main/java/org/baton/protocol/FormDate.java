package org.baton.protocol;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Optional;
import org.baton.calendar.WorkingCalendar;

/** What a date in an answer is: a day, or an instant that lies on a day in London. One rule for all forms and doors. */
public final class FormDate {

  private static final int DAY = 10;
  private static final int LONGEST = 40;

  private FormDate() {}

  /**
   * The day that an answer names.
   *
   * @param answer {@code 2026-05-31}, or an instant or date-time with its offset, such as {@code 2026-05-31T23:00:00Z}, which is
   *     1 June in London
   * @return empty for anything else, null too
   */
  public static Optional<LocalDate> read(Object answer) {
    if (answer instanceof Date instant) {
      return Optional.of(WorkingCalendar.day(instant.toInstant()));
    }
    if (!(answer instanceof String text) || text.length() < DAY || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(text.length() == DAY ? LocalDate.parse(text)
          : WorkingCalendar.day(OffsetDateTime.parse(offset(text)).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * As {@link #read}, where the rules of the form have been kept.
   *
   * @throws IllegalArgumentException if it is no date; the message has only its length
   */
  public static LocalDate of(Object answer) {
    return read(answer).orElseThrow(() -> new IllegalArgumentException(
        "A date has " + String.valueOf(answer).length() + " characters that are no date; expected a day such as 2026-11-22"));
  }

  /**
   * The day of an answer that was kept: since there is one rule it is the day alone, before that its first ten characters were what counted.
   *
   * @throws java.time.DateTimeException if those are no day
   */
  public static LocalDate kept(String answer) {
    return LocalDate.parse(answer.substring(0, Math.min(DAY, answer.length())));
  }

  /** The engine writes an offset without its colon. */
  private static String offset(String text) {
    return text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
  }
}
