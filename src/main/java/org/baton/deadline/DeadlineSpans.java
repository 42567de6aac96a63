package org.baton.deadline;

import java.util.Map;
import org.baton.calendar.Unit;
import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.TableRule;

/** A deadline that no calendar can count, or whose hour would be ignored. */
final class DeadlineSpans implements TableRule {

  /** The longest that a protocol may mean, in the unit itself. */
  private static final Map<Unit, Integer> LONGEST =
      Map.of(Unit.CLOCK_HOURS, 10_000, Unit.WORKING_DAYS, 1_000, Unit.CALENDAR_DAYS, 1_000, Unit.WEEKS, 150, Unit.MONTHS, 36);

  @Override
  public void check(CheckedTables tables, Faults faults) {
    tables.each("deadline", DeadlineRow.class, (rule, row) -> {
      if (row.amount() > LONGEST.get(row.unit())) {
        faults.add(tables.file("deadline"), rule.id(), "column 'amount': " + row.amount(), LONGEST.get(row.unit()) + " " + row.unit() + " at most");
      }
      if (row.direction() == DeadlineRow.Direction.BEFORE && Deadlines.ANCHORS.containsKey(row.countedFrom())) {
        faults.add(tables.file("deadline"), rule.id(), "column 'direction': \"BEFORE\" for " + row.countedFrom(), "AFTER, as what is due before that is late from the beginning");
      }
      row.at().filter(at -> row.unit() == Unit.CLOCK_HOURS).ifPresent(at ->
          faults.add(tables.file("deadline"), rule.id(), "column 'at': \"" + at + "\"", "nothing, as CLOCK_HOURS count on whatever the time of day"));
    });
  }
}
