package org.baton.casefile.consent;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.baton.protocol.Faults;
import org.baton.protocol.Pack;
import org.baton.protocol.PackRule;
import org.baton.protocol.Row;
import org.baton.protocol.StartRule;

/** What the table {@code starter} asks of the case is asked of some case, and a consent that must stand is one that somebody can give. */
final class StartRulesHold implements PackRule {

  private static final String FILE = "starter.dmn";

  @Override
  public void check(Pack pack, Faults faults) {
    var askedFor = Purposes.askedFor(pack);
    pack.findRows(StartRule.class).ifPresent(table -> table.names().stream().map(process -> table.one(Map.of("process", process))).forEach(row -> check(row, askedFor, faults)));
  }

  private static void check(Row<StartRule> row, SortedSet<String> askedFor, Faults faults) {
    var rule = row.cells();
    rule.consents().orElse(List.of()).stream().filter(purpose -> !askedFor.contains(purpose))
        .forEach(purpose -> faults.add(FILE, row.rule(), "the consent '" + purpose + "'", "one that a form asks for: " + askedFor));
    if (rule.cases() != StartRule.May.OWN && (rule.onlyOpen() || rule.oneAtATime() || rule.consents().isPresent())) {
      faults.add(FILE, row.rule(), "what the case must be like, with \"" + rule.cases() + "\" in the column 'cases'", "\"OWN\" there, as only those cases are looked at");
    }
  }
}
