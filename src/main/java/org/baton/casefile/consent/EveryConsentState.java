package org.baton.casefile.consent;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.TableRule;

/** Whatever a person says counts for something, and only who agreed counts as one who agreed. */
final class EveryConsentState implements TableRule {

  /** Whoever weighs them. */
  private static final Set<ConsentState> NO_CONSENT = EnumSet.of(ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.EXPIRED, ConsentState.MISSING);
  private static final String WEIGHT = "consentWeight";

  @Override
  public void check(CheckedTables tables, Faults faults) {
    Arrays.stream(ConsentState.values()).filter(state -> !tables.answers(WEIGHT, "state", state.name()))
        .forEach(state -> faults.add(tables.file(WEIGHT), WEIGHT, "no rule for state " + state, "one for each state of a consent"));
    tables.each(WEIGHT, ConsentWeightRow.class, (rule, row) -> NO_CONSENT.stream().filter(state -> row.standsAs() == ConsentState.GIVEN && tables.meets(WEIGHT, rule, "state", state.name()))
        .forEach(state -> faults.add(tables.file(WEIGHT), rule.id(), "column 'standsAs': \"GIVEN\" for " + state, state + " or another state, as nobody agreed")));
  }
}
