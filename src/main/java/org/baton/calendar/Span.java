package org.baton.calendar;

import java.time.LocalTime;
import java.util.Optional;

/**
 * A length of time as a protocol states it, for example "by 17:00 ten working days before".
 *
 * @param amount how many units, not negative and {@link Unit#most} at most; the direction says which way
 * @param backwards whether it is counted back from the instant ("before") rather than on ("after")
 * @param at the clock time (Europe/London) at which the counted day falls due; empty keeps the time of day counted from;
 *     must be empty for {@link Unit#CLOCK_HOURS}
 * @param onClosedDay which way a counted date on a closed day moves; has no effect on working days and clock hours
 */
public record Span(int amount, Unit unit, boolean backwards, Optional<LocalTime> at, OnClosedDay onClosedDay) {

  public Span {
    if (amount < 0) {
      throw new IllegalArgumentException("A span of " + amount + " " + unit + " is negative; say 'backwards' instead");
    }
    if (amount > unit.most()) {
      throw new IllegalArgumentException("A span of " + amount + " " + unit + " is too long; expected " + unit.most() + " at most");
    }
    if (unit == Unit.CLOCK_HOURS && at.isPresent()) {
      throw new IllegalArgumentException("A span of clock hours has no clock time of its own, but has " + at.get());
    }
  }

  /** A span counted on from an instant, without a clock time of its own. */
  public static Span after(int amount, Unit unit) {
    return new Span(amount, unit, false, Optional.empty(), OnClosedDay.KEEP);
  }

  /** A span counted back from an instant, without a clock time of its own. */
  public static Span before(int amount, Unit unit) {
    return new Span(amount, unit, true, Optional.empty(), OnClosedDay.KEEP);
  }

  public Span at(LocalTime time) {
    return new Span(amount, unit, backwards, Optional.of(time), onClosedDay);
  }

  public Span moving(OnClosedDay direction) {
    return new Span(amount, unit, backwards, at, direction);
  }

  /** For people: "10 working days", "1 month". */
  public String length() {
    return unit.inWords(amount);
  }

  /** For people: "10 working days before, at 17:00". */
  @Override
  public String toString() {
    return length() + (backwards ? " before" : " after") + at.map(time -> ", at " + time).orElse("");
  }
}
