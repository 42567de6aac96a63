package org.baton.panel.sitting;

import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.TableRule;

/** Where sectors are looked for, each has its row, and the seats say who speaks. */
final class EverySector implements TableRule {

  private static final String SECTOR = "sector";

  @Override
  public void check(CheckedTables tables, Faults faults) {
    if (tables.find(SECTOR).isEmpty()) {
      return;
    }
    tables.words().sectors().stream().filter(sector -> !tables.answers(SECTOR, "sector", sector)).forEach(sector ->
        faults.add(tables.file(SECTOR), SECTOR, "no rule for the sector " + sector, "one for each sector that a service of the profile sits for"));
    tables.find("seat").filter(seats -> seats.outputs().stream().noneMatch(column -> "speaks".equals(column.expression()))).ifPresent(seats ->
        faults.add(tables.file("seat"), "seat", "no output column 'speaks'", "that column, as the table 'sector' asks who speaks"));
  }
}
