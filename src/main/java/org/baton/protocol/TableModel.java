package org.baton.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A decision table as it is written.
 *
 * @param key decision id
 * @param hitPolicy {@code UNIQUE} or {@code COLLECT}
 */
public record TableModel(
    String key, String name, String hitPolicy, String historyTimeToLive, List<Column> inputs, List<Column> outputs, List<Rule> rules) {

  /**
   * @param expression the process variable's name
   * @param type {@code string}, {@code boolean}, {@code integer}, ...
   * @param listed the allowed values as written, text in quotation marks; empty if none are listed
   */
  public record Column(String expression, String type, String label, List<String> listed) {

    public Column {
      listed = List.copyOf(listed);
    }
  }

  /** @param inputs and outputs: the cells as written, in the order of the columns */
  public record Rule(String id, String description, List<String> inputs, List<String> outputs) {

    /** The texts in its first input cell. */
    public List<String> names() {
      return Cells.split(inputs.get(0)).stream().flatMap(part -> Cells.text(part).stream()).toList();
    }

    /** The clauses that the description begins with. */
    public List<String> clauses() {
      return DecisionTable.clauses(description);
    }
  }

  /** The texts in the first input column, in the order of the rules: the names of the rows. */
  public List<String> names() {
    return rules.stream().flatMap(rule -> rule.names().stream()).toList();
  }

  public Rule rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  Map<String, List<String>> listedInputs() {
    var listed = new LinkedHashMap<String, List<String>>();
    inputs.forEach(input -> listed.put(input.expression(), input.listed()));
    return listed;
  }
}
