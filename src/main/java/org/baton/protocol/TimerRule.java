package org.baton.protocol;

/**
 * What the clocks of a pack must say together, by where its models have them; declared by the module that counts them and made without
 * arguments. Asked only of packs in which nothing else is wrong.
 */
public interface TimerRule {

  void check(CheckedTables tables, ModelTimers timers, Faults faults);
}
