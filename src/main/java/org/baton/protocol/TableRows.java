package org.baton.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.protocol.DecisionTable.Answer;

/** A decision table of a pack by the record that its rows are. */
public final class TableRows<R extends Record> {

  private final DecisionTable table;
  private final Class<R> type;

  TableRows(DecisionTable table, Class<R> type) {
    this.table = table;
    this.type = type;
  }

  /** The rows of all rules that match, in the order of the table; empty if none does. */
  public List<Row<R>> all(Map<String, ?> inputs) {
    return table.all(inputs).stream().map(this::row).toList();
  }

  /** The row of the one rule that matches; empty if none does. */
  public Optional<Row<R>> find(Map<String, ?> inputs) {
    return table.find(inputs).map(this::row);
  }

  /** @throws IllegalArgumentException if no rule matches, which names the inputs and the values that the table lists */
  public Row<R> one(Map<String, ?> inputs) {
    return row(table.one(inputs));
  }

  /** The texts in the first input column, in the order of the table: the names of its rows. */
  public List<String> names() {
    return table.model().names();
  }

  private Row<R> row(Answer answer) {
    return new Row<>(CellReader.read(type, answer), answer.rule(), answer.clauses());
  }
}
