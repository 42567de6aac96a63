package org.baton.protocol;

/**
 * What the clocks of a pack must say together, given where its models place them; declared by the module that counts them and made without
 * arguments. Asked only of packs in which nothing else is wrong.
 */
public interface TimerRule {

  /** @param faults receives what is wrong, by file, element, found and expected */
  void check(CheckedTables tables, ModelTimers timers, Faults faults);
}
