package org.baton.casefile.holder;

import java.util.Set;
import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.TableRule;

/** Who holds a case when it is received must be known for every way in, and cannot be whom nobody chose yet. */
final class HolderOfEveryRoute implements TableRule {

  private static final String HOLDER = "holder";

  @Override
  public void check(CheckedTables tables, Faults faults) {
    var received = tables.get(HOLDER).rules().stream().filter(rule -> tables.meets(HOLDER, rule, "stage", Holders.RECEIVED)).toList();
    tables.each(HOLDER, HolderRow.class, (rule, row) -> {
      if (received.contains(rule) && row.holder().equals(HolderRow.ALLOCATED_SERVICE)) {
        faults.add(tables.file(HOLDER), rule.id(), "column 'holder': \"" + row.holder() + "\" for RECEIVED",
            HolderRow.REFERRING_SERVICE + " or a service of the profile, as no service is allocated yet");
      }
    });
    var routes = tables.words().routes().isEmpty() ? Set.of("") : tables.words().routes();
    routes.stream().filter(route -> received.stream().noneMatch(rule -> tables.meets(HOLDER, rule, "route", route)))
        .forEach(route -> faults.add(tables.file(HOLDER), HOLDER, "no rule for stage RECEIVED and route '" + route + "'",
            "one, as a case has a holder from the moment it is received"));
  }
}
