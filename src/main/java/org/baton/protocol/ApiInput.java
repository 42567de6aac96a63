package org.baton.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Checks what callers of Baton's own API send beside forms, before it reaches a rule or a table. */
public final class ApiInput {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private ApiInput() {}

  /**
   * A text as forms take it too: with line breaks and tabs, without other control characters, see {@link FormText#fault}.
   *
   * @param value may be null
   * @param most longest length in characters
   * @throws BadInputException if it is longer or has others
   */
  public static String text(String field, String value, int most) {
    if (value != null && value.length() > most) {
      throw new BadInputException(field + " has " + value.length() + " characters; expected " + most + " at most");
    }
    if (value != null) {
      FormText.fault(value, true).ifPresent(expected -> {
        throw new BadInputException(field + " has " + value.length() + " characters; expected " + expected);
      });
    }
    return value;
  }

  /** An id or key as a message may repeat it; what is none could be anything, and messages reach logs: of that only its length. */
  public static String named(String id) {
    return id == null ? "without a name" : id.matches("[\\w.:-]{1,100}") ? "'" + id + "'" : "of " + id.length() + " characters";
  }

  /**
   * The authority that somebody asks for, or the only one they can ask for.
   *
   * @param asked null or empty where it is left out
   * @throws BadInputException if it is none of them, or left out by who has several
   */
  public static String authority(String asked, List<String> mine) {
    if ((asked == null || asked.isEmpty()) && mine.size() == 1) {
      return mine.get(0);
    }
    if (asked == null || !mine.contains(asked)) {
      throw new BadInputException("authority is " + (asked == null || asked.isEmpty() ? "missing" : "of " + asked.length() + " characters") + "; expected one of yours: " + mine);
    }
    return asked;
  }

  /**
   * An instant that the database can hold.
   *
   * @throws BadInputException if it lies outside the years 1900 to 9999
   */
  public static Instant instant(String field, Instant value) {
    if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
      throw new BadInputException(field + " is " + value + "; expected an instant of the years 1900 to 9999");
    }
    return value;
  }

  /**
   * A day on which something of a case can fall.
   *
   * @param value may be null
   * @throws BadInputException if it lies outside the years 1900 to 2199
   */
  public static LocalDate day(String field, LocalDate value) {
    if (value != null && (value.getYear() < 1900 || value.getYear() > 2199)) {
      throw new BadInputException(field + " is " + value + "; expected a day of the years 1900 to 2199");
    }
    return value;
  }

  /**
   * The rows of a list, none of them null.
   *
   * @throws BadInputException if the list or one of its rows is null
   */
  public static <T> List<T> rows(String field, List<T> rows) {
    if (rows == null) {
      throw new BadInputException(field + " is missing; expected a list of rows");
    }
    for (var i = 0; i < rows.size(); i++) {
      if (rows.get(i) == null) {
        throw new BadInputException(field + "[" + i + "] is null; expected a row");
      }
    }
    return rows;
  }
}
