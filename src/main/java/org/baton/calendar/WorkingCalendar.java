package org.baton.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The working calendar of one authority: weekends and the bank holidays of England and Wales, corrected by the authority's
 * overlay of one-off days. All dates are dates in Europe/London. Immutable; safe for use by several threads.
 */
public final class WorkingCalendar {

  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final HolidayManager BANK_HOLIDAYS = HolidayManager.getInstance(ManagerParameters.create("gb"));
  private static final Map<Integer, Map<LocalDate, String>> BY_YEAR = new ConcurrentHashMap<>();

  private final Overlay overlay;

  /** The calendar without closures or one-off days. */
  public WorkingCalendar() {
    this(Overlay.NONE);
  }

  public WorkingCalendar(Overlay overlay) {
    this.overlay = overlay;
  }

  public boolean isWorkingDay(LocalDate date) {
    return closedBecause(date).isEmpty();
  }

  /** Why nobody works on that day ("Sunday", "Good Friday", "Council closed"), or empty on a working day. */
  public Optional<String> closedBecause(LocalDate date) {
    if (overlay.closed().containsKey(date)) {
      return Optional.of(overlay.closed().get(date));
    }
    if (overlay.open().contains(date)) {
      return Optional.empty();
    }
    if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return Optional.of(date.getDayOfWeek() == DayOfWeek.SATURDAY ? "Saturday" : "Sunday");
    }
    return Optional.ofNullable(BY_YEAR.computeIfAbsent(date.getYear(), WorkingCalendar::bankHolidays).get(date));
  }

  /**
   * The instant at which the span, counted from {@code from}, ends.
   *
   * <p>The day of {@code from} is never counted. A local time that the clocks skip in March becomes the same time one hour
   * later; one that they repeat in October is its first occurrence.
   */
  public DueDate due(Instant from, Span span) {
    if (span.unit() == Unit.CLOCK_HOURS) {
      return new DueDate(from.plusSeconds(3600L * span.amount() * (span.backwards() ? -1 : 1)), List.of());
    }
    var start = from.atZone(ZONE);
    var skipped = new ArrayList<SkippedDay>();
    var sign = span.backwards() ? -1 : 1;
    var counted = switch (span.unit()) {
      case WORKING_DAYS -> countWorkingDays(start.toLocalDate(), span.amount(), sign, skipped);
      case CALENDAR_DAYS -> start.toLocalDate().plusDays((long) sign * span.amount());
      case WEEKS -> start.toLocalDate().plusWeeks((long) sign * span.amount());
      case MONTHS -> start.toLocalDate().plusMonths((long) sign * span.amount());
      case CLOCK_HOURS -> throw new IllegalStateException("Clock hours are counted above");
    };
    var day = onWorkingDay(counted, span.onClosedDay(), skipped);
    skipped.sort(Comparator.comparing(SkippedDay::date));
    return new DueDate(at(day, span.at().orElse(start.toLocalTime())), skipped);
  }

  /** The date itself if it is a working day or may stay where it is, else the nearest working day that way. */
  public LocalDate onWorkingDay(LocalDate date, OnClosedDay direction) {
    return onWorkingDay(date, direction, new ArrayList<>());
  }

  /**
   * The dates of a series that sits every so many weeks on one weekday, each moved off closed days; the rhythm itself does
   * not shift when one sitting moves.
   *
   * @param everyWeeks weeks between two sittings, at least one
   * @param until the last date that may be reached, inclusive; before the first there is none
   */
  public List<LocalDate> series(LocalDate first, int everyWeeks, LocalDate until, OnClosedDay direction) {
    if (everyWeeks < 1) {
      throw new IllegalArgumentException("A series sits every 1 week or more, not every " + everyWeeks);
    }
    return until.isBefore(first) ? List.of() : first.datesUntil(until.plusDays(1), Period.ofWeeks(everyWeeks))
        .map(date -> onWorkingDay(date, direction))
        .toList();
  }

  /** The first such weekday on or after the date. */
  public static LocalDate firstOnOrAfter(LocalDate date, DayOfWeek weekday) {
    return date.with(TemporalAdjusters.nextOrSame(weekday));
  }

  /** The London day of an instant. */
  public static LocalDate day(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  public static Instant at(LocalDate date, LocalTime time) {
    return ZonedDateTime.of(date, time, ZONE).toInstant();
  }

  private LocalDate countWorkingDays(LocalDate from, int amount, int sign, List<SkippedDay> skipped) {
    var day = from;
    for (var left = amount; left > 0; ) {
      day = day.plusDays(sign);
      var reason = closedBecause(day);
      if (reason.isPresent()) {
        skipped.add(new SkippedDay(day, reason.get()));
      } else {
        left--;
      }
    }
    return day;
  }

  private LocalDate onWorkingDay(LocalDate date, OnClosedDay direction, List<SkippedDay> skipped) {
    var day = date;
    while (direction != OnClosedDay.KEEP && !isWorkingDay(day)) {
      skipped.add(new SkippedDay(day, closedBecause(day).orElseThrow()));
      day = day.plusDays(direction == OnClosedDay.NEXT_WORKING_DAY ? 1 : -1);
    }
    return day;
  }

  private static Map<LocalDate, String> bankHolidays(int year) {
    var days = new HashMap<LocalDate, String>();
    BANK_HOLIDAYS.getHolidays(Year.of(year), "eng")
        .forEach(holiday -> days.put(holiday.getDate(), holiday.getDescription(Locale.UK)));
    return Map.copyOf(days);
  }
}
