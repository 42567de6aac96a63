package org.baton.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkingCalendarTest {

  /** Bank holidays of England and Wales as gov.uk published them, typed in by hand: the independent list. */
  private static final Set<LocalDate> BANK_HOLIDAYS = Set.of("2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26",
      "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
      "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26",
      "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28").stream().map(LocalDate::parse).collect(Collectors.toSet());

  private final WorkingCalendar calendar = new WorkingCalendar();

  @Property
  void counts_working_days_as_an_independent_count_does(@ForAll("moments") LocalDateTime from, @ForAll @IntRange(min = 0, max = 60) int amount) {
    var due = calendar.due(instant(from), Span.after(amount, Unit.WORKING_DAYS)).at().atZone(WorkingCalendar.ZONE).toLocalDate();

    assertThat(workingDaysAfter(from.toLocalDate(), due)).isEqualTo(amount);
    assertThat(amount == 0 ? due.equals(from.toLocalDate()) : works(due)).as("ends on a working day").isTrue();
  }

  @Property
  void counting_back_from_a_working_day_undoes_counting_on(@ForAll("moments") LocalDateTime from, @ForAll @IntRange(min = 0, max = 60) int amount) {
    var start = calendar.onWorkingDay(from.toLocalDate(), OnClosedDay.NEXT_WORKING_DAY);
    var there = calendar.due(WorkingCalendar.at(start, LocalTime.NOON), Span.after(amount, Unit.WORKING_DAYS));
    var back = calendar.due(there.at(), Span.before(amount, Unit.WORKING_DAYS));

    assertThat(back.at().atZone(WorkingCalendar.ZONE).toLocalDate()).isEqualTo(start);
  }

  @Property
  void every_day_passed_over_is_named_and_was_closed(@ForAll("moments") LocalDateTime from, @ForAll @IntRange(min = 1, max = 30) int amount) {
    var due = calendar.due(instant(from), Span.after(amount, Unit.WORKING_DAYS));
    var days = ChronoUnit.DAYS.between(from.toLocalDate(), due.at().atZone(WorkingCalendar.ZONE).toLocalDate());

    assertThat(due.skipped()).hasSize((int) days - amount).allMatch(day -> !works(day.date()) && !day.reason().isBlank());
  }

  @Property
  void clock_hours_are_elapsed_time_whatever_the_clocks_do(@ForAll("moments") LocalDateTime from, @ForAll @IntRange(min = 0, max = 200) int hours) {
    var start = instant(from);
    assertThat(calendar.due(start, Span.after(hours, Unit.CLOCK_HOURS)).at()).isEqualTo(start.plus(Duration.ofHours(hours)));
  }

  @Property
  void a_series_keeps_its_rhythm_and_never_sits_on_a_closed_day(@ForAll @IntRange(min = 1, max = 6) int weeks, @ForAll("moments") LocalDateTime first) {
    var dates = calendar.series(first.toLocalDate(), weeks, first.toLocalDate().plusYears(1), OnClosedDay.NEXT_WORKING_DAY);

    assertThat(dates).hasSizeBetween(52 / weeks, 53 / weeks + 1).allMatch(this::works);
    for (var i = 0; i < dates.size(); i++) {
      assertThat(ChronoUnit.DAYS.between(first.toLocalDate().plusWeeks((long) i * weeks), dates.get(i))).isBetween(0L, 5L);
    }
  }

  @Provide
  Arbitrary<LocalDateTime> moments() {
    return Arbitraries.integers().between(0, 365 * 3 * 24 * 60).map(minutes -> LocalDateTime.of(2024, 3, 1, 0, 0).plusMinutes(minutes));
  }

  @ParameterizedTest
  @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
      from             | amount | unit          | direction | at    | on closed day        | due
      2026-02-26T10:00 |     10 | WORKING_DAYS  | BEFORE    | 17:00 | KEEP                 | 2026-02-12T17:00
      2026-04-09T10:00 |     10 | WORKING_DAYS  | BEFORE    | 17:00 | KEEP                 | 2026-03-24T17:00
      2026-12-23T10:00 |      3 | WORKING_DAYS  | AFTER     | 17:00 | KEEP                 | 2026-12-30T17:00
      2026-01-31T09:00 |      1 | MONTHS        | AFTER     |       | KEEP                 | 2026-02-28T09:00
      2028-01-31T09:00 |      1 | MONTHS        | AFTER     |       | KEEP                 | 2028-02-29T09:00
      2026-04-10T10:00 |      1 | WEEKS         | BEFORE    | 10:00 | PREVIOUS_WORKING_DAY | 2026-04-02T10:00
      2026-04-10T10:00 |      1 | WEEKS         | BEFORE    | 10:00 | NEXT_WORKING_DAY     | 2026-04-07T10:00
      2026-04-10T10:00 |      1 | WEEKS         | BEFORE    | 10:00 | KEEP                 | 2026-04-03T10:00
      2026-06-18T10:00 |      1 | CALENDAR_DAYS | BEFORE    | 13:30 | KEEP                 | 2026-06-17T13:30
      2026-03-28T23:30 |      2 | CLOCK_HOURS   | AFTER     |       | KEEP                 | 2026-03-29T02:30
      2026-03-28T01:30 |      1 | CALENDAR_DAYS | AFTER     |       | KEEP                 | 2026-03-29T02:30
      2026-10-24T01:30 |      1 | CALENDAR_DAYS | AFTER     |       | KEEP                 | 2026-10-25T01:30
      """)
  void counts_as_protocols_do(String from, int amount, Unit unit, String direction, LocalTime at, OnClosedDay onClosedDay, String due) {
    var span = new Span(amount, unit, direction.equals("BEFORE"), Optional.ofNullable(at), onClosedDay);
    assertThat(calendar.due(instant(LocalDateTime.parse(from)), span).at()).isEqualTo(instant(LocalDateTime.parse(due)));
  }

  @Test
  void of_the_hour_that_comes_twice_in_october_the_first_counts() {
    assertThat(instant(LocalDateTime.parse("2026-10-25T01:30"))).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @Test
  void the_overlay_closes_and_opens_days() {
    var christmasEve = LocalDate.of(2026, 12, 24);
    var saturday = LocalDate.of(2026, 11, 28);
    var overlaid = new WorkingCalendar(new Overlay(Map.of(christmasEve, "Council closed"), Set.of(saturday)));

    assertThat(overlaid.closedBecause(christmasEve)).contains("Council closed");
    assertThat(overlaid.isWorkingDay(saturday)).isTrue();
    assertThat(calendar.isWorkingDay(christmasEve)).isTrue();
    assertThatThrownBy(() -> new Overlay(Map.of(saturday, "Closed"), Set.of(saturday))).hasMessageContaining("2026-11-28 is listed both as closed and as open");
  }

  @Test
  void holidays_are_named_and_weekdays_are_found() {
    assertThat(calendar.closedBecause(LocalDate.of(2026, 4, 3))).contains("Good Friday");
    assertThat(calendar.closedBecause(LocalDate.of(2026, 4, 4))).contains("Saturday");
    assertThat(WorkingCalendar.firstOnOrAfter(LocalDate.of(2026, 1, 1), DayOfWeek.THURSDAY)).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(WorkingCalendar.firstOnOrAfter(LocalDate.of(2026, 1, 2), DayOfWeek.THURSDAY)).isEqualTo(LocalDate.of(2026, 1, 8));
  }

  @ParameterizedTest
  @EnumSource(Unit.class)
  void the_longest_span_of_each_unit_is_counted_at_once(Unit unit) {
    var due = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> calendar.due(Instant.parse("2026-01-05T09:00:00Z"), Span.after(unit.most(), unit)));
    assertThat(due.at()).isBetween(Instant.parse("2045-01-01T00:00:00Z"), Instant.parse("2127-01-01T00:00:00Z"));
  }

  @Test
  void a_span_that_makes_no_sense_says_so() {
    assertThatThrownBy(() -> Span.after(-1, Unit.WEEKS)).hasMessageContaining("-1 WEEKS is negative");
    assertThatThrownBy(() -> Span.after(999_999_999, Unit.WORKING_DAYS)).hasMessageContaining("A span of 999999999 WORKING_DAYS is too long; expected 5000 at most");
    assertThatThrownBy(() -> Span.after(2, Unit.CLOCK_HOURS).at(LocalTime.NOON)).hasMessageContaining("has no clock time of its own");
    assertThatThrownBy(() -> calendar.series(LocalDate.EPOCH, 0, LocalDate.EPOCH, OnClosedDay.KEEP)).hasMessageContaining("not every 0");
    assertThat(calendar.series(LocalDate.EPOCH, 1, LocalDate.EPOCH.minusYears(1), OnClosedDay.KEEP)).as("before it begins").isEmpty();
  }

  private long workingDaysAfter(LocalDate from, LocalDate until) {
    return from.plusDays(1).datesUntil(until.plusDays(1)).filter(this::works).count();
  }

  private boolean works(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY && !BANK_HOLIDAYS.contains(date);
  }

  private static Instant instant(LocalDateTime london) {
    return london.atZone(WorkingCalendar.ZONE).toInstant();
  }
}
