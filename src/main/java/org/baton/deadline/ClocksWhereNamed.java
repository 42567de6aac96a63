package org.baton.deadline;

import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.ModelTimers;
import org.baton.protocol.TimerRule;

/** A duty that says in words which task it is of runs on that task, and not on another of the same model alone. */
final class ClocksWhereNamed implements TimerRule {

  @Override
  public void check(CheckedTables tables, ModelTimers timers, Faults faults) {
    tables.each("deadline", DeadlineRow.class, (rule, row) -> tables.named("deadline", rule, "name").forEach(name -> {
      var duties = timers.all().stream().filter(timer -> timer.duty() && timer.row().equals(name)).toList();
      if (duties.stream().allMatch(timer -> timers.otherTask(timer, row.what()).isPresent())) {
        duties.forEach(timer -> faults.add(timer.file(), timer.id(), "the deadline '" + name + "' (" + row.what() + ") on '" + timer.step() + "'",
            "on '" + timers.otherTask(timer, row.what()).orElseThrow() + "', which is called so; or other words in the column 'what' of the row"));
      }
    }));
  }
}
