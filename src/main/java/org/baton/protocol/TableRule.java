package org.baton.protocol;

/**
 * What the rows of tables that Java reads must say together, declared by the module that reads them; made without arguments. Asked only
 * of tables whose every cell can be read.
 */
public interface TableRule {

  void check(CheckedTables tables, Faults faults);
}
