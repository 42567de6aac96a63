package org.baton.casefile.access;

import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.TableRule;

/** What a role without a row may see would be taken from what it was before there was this table. */
final class AccessOfEveryRole implements TableRule {

  private static final String ACCESS = "access";

  @Override
  public void check(CheckedTables tables, Faults faults) {
    tables.words().roles().stream().filter(role -> !tables.answers(ACCESS, "role", role)).forEach(role ->
        faults.add(tables.file(ACCESS), ACCESS, "no rule for the role " + role, "one for each role of the table 'role', NONE where it sees no case"));
  }
}
