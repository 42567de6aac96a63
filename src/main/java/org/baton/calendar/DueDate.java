package org.baton.calendar;

import java.time.Instant;
import java.util.List;

/**
 * The instant at which a span ends, with the days that were passed over on the way.
 *
 * @param skipped in the order of the calendar; empty when every day counted
 */
public record DueDate(Instant at, List<SkippedDay> skipped) {

  public DueDate {
    skipped = List.copyOf(skipped);
  }
}
