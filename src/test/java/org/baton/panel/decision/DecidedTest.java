package org.baton.panel.decision;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.baton.panel.PanelRefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decision without an outcome or a reason is refused by the name of what is missing, not by the database. */
class DecidedTest {

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"-, It helps, panelOutcome", "' ', It helps, panelOutcome", "ALLOCATED, -, reasons", "ALLOCATED, ' ', reasons"})
  void what_is_missing_is_named(String outcome, String reasons, String named) {
    assertThatThrownBy(() -> new Decisions.Decided(outcome, Optional.empty(), "AGREEMENT", reasons)).isInstanceOf(PanelRefusedException.class)
        .hasMessageStartingWith(named + ": got nothing, expected");
  }
}
