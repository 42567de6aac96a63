package org.baton.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.baton.calendar.OnClosedDay;
import org.baton.calendar.Unit;
import org.baton.deadline.DeadlineRow.Direction;
import org.junit.jupiter.api.Test;

/** Which of two deadlines that count from the same instant falls first, as far as the rows say. */
class DeadlineRowTest {

  private static final DeadlineRow FIVE_DAYS = row(5, Unit.WORKING_DAYS, Direction.AFTER, "RECEIVED", "17:00");

  @Test
  void fewer_of_the_same_unit_are_sooner() {
    assertThat(row(4, Unit.WORKING_DAYS, Direction.AFTER, "RECEIVED", "17:00").sooner(FIVE_DAYS)).isTrue();
    assertThat(FIVE_DAYS.sooner(FIVE_DAYS)).isFalse();
    assertThat(row(6, Unit.WORKING_DAYS, Direction.AFTER, "RECEIVED", "17:00").sooner(FIVE_DAYS)).isFalse();
  }

  @Test
  void more_before_an_instant_are_sooner() {
    var threeBefore = row(3, Unit.WORKING_DAYS, Direction.BEFORE, "RECEIVED", "17:00");
    assertThat(row(4, Unit.WORKING_DAYS, Direction.BEFORE, "RECEIVED", "17:00").sooner(threeBefore)).isTrue();
    assertThat(row(2, Unit.WORKING_DAYS, Direction.BEFORE, "RECEIVED", "17:00").sooner(threeBefore)).isFalse();
    assertThat(threeBefore.sooner(FIVE_DAYS)).isTrue();
  }

  @Test
  void of_the_same_day_the_earlier_hour_is_sooner() {
    assertThat(row(5, Unit.WORKING_DAYS, Direction.AFTER, "RECEIVED", "16:59").sooner(FIVE_DAYS)).isTrue();
    assertThat(row(5, Unit.WORKING_DAYS, Direction.AFTER, "RECEIVED", "").sooner(FIVE_DAYS)).isFalse();
  }

  @Test
  void units_that_a_calendar_must_compare_are_not_judged() {
    assertThat(row(4, Unit.CALENDAR_DAYS, Direction.AFTER, "RECEIVED", "17:00").sooner(FIVE_DAYS)).isFalse();
    assertThat(row(1, Unit.WEEKS, Direction.BEFORE, "RECEIVED", "17:00").sooner(FIVE_DAYS)).isTrue();
    var sameDay = row(0, Unit.CALENDAR_DAYS, Direction.AFTER, "RECEIVED", "23:59");
    assertThat(sameDay.sooner(row(2, Unit.CLOCK_HOURS, Direction.AFTER, "RECEIVED", ""))).as("the end of the day may come after two hours").isFalse();
    assertThat(row(2, Unit.CLOCK_HOURS, Direction.BEFORE, "RECEIVED", "").sooner(sameDay)).as("and the morning of a day before two hours before").isFalse();
    assertThat(row(4, Unit.CALENDAR_DAYS, Direction.AFTER, "RECEIVED", "09:00").sooner(row(4, Unit.WORKING_DAYS, Direction.AFTER, "RECEIVED", "17:00"))).isFalse();
  }

  @Test
  void another_instant_and_the_opening_of_a_task_are_not_compared() {
    assertThat(row(4, Unit.WORKING_DAYS, Direction.AFTER, "MEETING_END", "17:00").sooner(FIVE_DAYS)).isFalse();
    assertThat(row(1, Unit.WORKING_DAYS, Direction.AFTER, "OPENED", "17:00").sooner(row(5, Unit.WORKING_DAYS, Direction.AFTER, "OPENED", "17:00"))).isFalse();
  }

  @Test
  void days_that_move_differently_where_something_is_closed_are_not_compared() {
    var moved = new DeadlineRow("Something", 4, Unit.WORKING_DAYS, Direction.AFTER, "RECEIVED", Optional.empty(), OnClosedDay.NEXT_WORKING_DAY, true, List.of());
    assertThat(moved.sooner(FIVE_DAYS)).isFalse();
  }

  private static DeadlineRow row(int amount, Unit unit, Direction direction, String countedFrom, String at) {
    return new DeadlineRow("Something", amount, unit, direction, countedFrom, at.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(at)), OnClosedDay.KEEP, true, List.of());
  }
}
