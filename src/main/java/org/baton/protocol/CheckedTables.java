package org.baton.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The tables of a pack whose every cell can be read. */
public final class CheckedTables {

  private final Map<String, TableModel> tables;
  private final Map<String, String> files;
  private final PackWords words;

  CheckedTables(Map<String, TableModel> tables, Map<String, String> files, PackWords words) {
    this.tables = tables;
    this.files = files;
    this.words = words;
  }

  public PackWords words() {
    return words;
  }

  public Optional<TableModel> find(String key) {
    return Optional.ofNullable(tables.get(key));
  }

  public TableModel get(String key) {
    return tables.get(key);
  }

  public String file(String key) {
    return files.get(key);
  }

  /** Every row of a table as the record that it becomes; none if the pack does not have the table. */
  public <R extends Record> void each(String key, Class<R> type, BiConsumer<TableModel.Rule, R> row) {
    find(key).ifPresent(table -> table.rules().forEach(rule -> row.accept(rule, CellReader.read(type, new DecisionTable.Answer(key, rule.id(), rule.clauses(), values(table, rule))))));
  }

  /** Whether a rule of the table answers where the input column has that text. */
  public boolean answers(String key, String column, String value) {
    return get(key).rules().stream().anyMatch(rule -> meets(key, rule, column, value));
  }

  public boolean meets(String key, TableModel.Rule rule, String column, String value) {
    var cell = rule.inputs().get(get(key).inputs().stream().map(TableModel.Column::expression).toList().indexOf(column));
    var named = TableCheck.tested(cell).contains("\"" + value + "\"");
    return Cells.isEmpty(cell) || named != cell.startsWith("not(");
  }

  /** The texts for which a rule stands in that input column, which the table must have; none if it stands for any. */
  public List<String> named(String key, TableModel.Rule rule, String column) {
    var at = get(key).inputs().stream().map(TableModel.Column::expression).toList().indexOf(column);
    return Cells.split(rule.inputs().get(at)).stream().flatMap(cell -> Cells.text(cell).stream()).toList();
  }

  private static Map<String, Object> values(TableModel table, TableModel.Rule rule) {
    var values = new LinkedHashMap<String, Object>();
    for (var at = 0; at < table.outputs().size(); at++) {
      var cell = rule.outputs().get(at);
      values.put(table.outputs().get(at).expression(), Cells.isEmpty(cell) ? null : Cells.isTruth(cell) ? (Object) Boolean.valueOf(cell)
          : CellKind.number(cell).<Object>map(number -> number).orElseGet(() -> Cells.text(cell).orElse(cell)));
    }
    return values;
  }
}
