package org.baton.casefile.consent;

import java.util.Arrays;
import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.TableRule;

/** Whatever a person says counts for something. */
final class EveryConsentState implements TableRule {

  private static final String WEIGHT = "consentWeight";

  @Override
  public void check(CheckedTables tables, Faults faults) {
    Arrays.stream(ConsentState.values()).filter(state -> !tables.answers(WEIGHT, "state", state.name()))
        .forEach(state -> faults.add(tables.file(WEIGHT), WEIGHT, "no rule for state " + state, "one for each state of a consent"));
  }
}
