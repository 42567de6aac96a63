package org.baton.notice;

import java.util.Set;
import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.TableRule;

/** A letter that says whom a family is, or what was said of it, goes by mail that others can read: it is locked with a password. */
final class LettersOfFamiliesLocked implements TableRule {

  @Override
  public void check(CheckedTables tables, Faults faults) {
    tables.each("notice", NoticeRow.class, (rule, row) -> {
      var personal = tables.words().personal().getOrDefault(row.template(), Set.of());
      if (!row.encrypted() && !personal.isEmpty()) {
        faults.add(tables.file("notice"), rule.id(), "column 'encrypted': false, for the letter '" + row.template() + "', which says " + personal, "true, or a letter that names the case by its number alone");
      }
    });
  }
}
