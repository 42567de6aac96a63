package org.baton.deadline;

import java.util.HashMap;
import java.util.Map;
import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.ModelTimers;
import org.baton.protocol.TableModel;
import org.baton.protocol.TimerRule;

/** What a model comes to later is not due sooner; otherwise it would be late before anybody can begin it. */
final class ClocksInOrder implements TimerRule {

  private record Named(TableModel.Rule rule, DeadlineRow row) {}

  @Override
  public void check(CheckedTables tables, ModelTimers timers, Faults faults) {
    var rows = rows(tables);
    timers.all().stream().filter(timer -> rows.containsKey(timer.row())).forEach(timer -> {
      var row = rows.get(timer.row()).row();
      timers.after(timer, row.countedFrom()).stream().filter(later -> rows.containsKey(later.row()) && (later.duty() || !timer.duty())).filter(later -> rows.get(later.row()).row().sooner(row))
          .forEach(later -> add(faults, tables, rows.get(later.row()), "'" + later.row() + "' is due before '" + timer.row() + "', whose step comes first (" + timer.step() + ", " + later.step() + " of " + timer.file() + ")"));
      timers.notBefore(timer).stream().filter(rows::containsKey).filter(before -> row.sooner(rows.get(before).row()))
          .forEach(before -> add(faults, tables, rows.get(timer.row()), "'" + timer.row() + "' is over before '" + before + "', and what waits for it must not be done sooner (" + timer.id() + " of " + timer.file() + ")"));
    });
  }

  private static void add(Faults faults, CheckedTables tables, Named named, String found) {
    faults.add(tables.file("deadline"), named.rule().id(), found, "an instant that is no earlier, counted from the same");
  }

  private static Map<String, Named> rows(CheckedTables tables) {
    var rows = new HashMap<String, Named>();
    tables.each("deadline", DeadlineRow.class, (rule, row) -> tables.named("deadline", rule, "name").forEach(name -> rows.put(name, new Named(rule, row))));
    return rows;
  }
}
