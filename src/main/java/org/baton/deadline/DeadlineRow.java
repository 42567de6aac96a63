package org.baton.deadline;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.baton.calendar.OnClosedDay;
import org.baton.calendar.Span;
import org.baton.calendar.Unit;
import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** How long something may take, and who is told when it has taken longer. */
@PackTable(value = "deadline", always = true, about = "How long each duty may take, counted from what, and who is told when it has taken longer", asksFor = {"referralCutOff", "preMeeting"},
    asks = @Asks(value = "name", cell = @Cell(value = "Deadline", name = Cell.Name.LOWER_CAMEL, room = 60)))
record DeadlineRow(
    @Cell("What is to be done") String what,
    @Cell("Amount") int amount,
    @Cell("Unit") Unit unit,
    @Cell("Before or after") Direction direction,
    @Cell(value = "Counted from", of = {Known.ANCHOR, Known.DAY}, room = 60) String countedFrom,
    @Cell("Due at (London time, empty: same time of day)") Optional<LocalTime> at,
    @Cell("On a closed day") OnClosedDay onClosedDay,
    @Cell("A breach when passed?") boolean hard,
    @Cell(value = "Who is told", of = Known.ROLE, room = 60) List<String> tells) {

  enum Direction { BEFORE, AFTER }

  Span span() {
    return new Span(amount, unit, direction == Direction.BEFORE, at, onClosedDay);
  }

  /** Whether it surely falls before the other, both counted from the same instant; false where a calendar or a case would have to say. */
  boolean sooner(DeadlineRow other) {
    if (!countedFrom.equals(other.countedFrom) || countedFrom.equals(Deadlines.OPENED) || onClosedDay != other.onClosedDay) {
      return false;
    }
    if (signed() != other.signed()) {
      return signed() < other.signed() && (unit == other.unit || signed() < 0 && other.signed() > 0);
    }
    return unit == other.unit && at.isPresent() && other.at.filter(at.get()::isBefore).isPresent();
  }

  private int signed() {
    return direction == Direction.BEFORE ? -amount : amount;
  }
}
