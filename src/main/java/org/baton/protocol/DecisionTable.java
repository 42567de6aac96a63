package org.baton.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/** One decision table of a pack, with the clauses its rules carry. Safe for use by several threads. */
public final class DecisionTable {

  private static final Pattern CLAUSES_BEFORE_COLON = Pattern.compile("^([A-Z]{3}-[^:]+|none):.*", Pattern.DOTALL);
  private static final ThreadLocal<DmnDecisionTableEvaluationEvent> LAST = new ThreadLocal<>();
  private static final DmnEngine ENGINE = DmnTables.engine(LAST::set);

  private static final int MOST_REMEMBERED = 500;
  private static final int LONGEST_REMEMBERED = 100;

  private final String key;
  private final DmnDecision decision;
  private final TableModel model;
  /** A table says the same to the same, but reads every cell anew to find that out. */
  private final Map<Map<String, Object>, List<Answer>> said = new ConcurrentHashMap<>();

  /** Two packs that have a file as it stands share its tables, and what they have said. */
  private static final Cache<ByteBuffer, List<DecisionTable>> MADE = Caffeine.newBuilder().maximumSize(2_000).softValues().build();

  /** The tables of a file. */
  static List<DecisionTable> of(byte[] dmn) {
    return MADE.get(ByteBuffer.wrap(dmn.clone()), file -> DmnTables.read(file.array()).stream().map(model -> new DecisionTable(model, file.array())).toList());
  }

  private DecisionTable(TableModel model, byte[] dmn) {
    this.key = model.key();
    this.model = model;
    this.decision = ENGINE.parseDecision(key, new ByteArrayInputStream(dmn));
  }

  public String key() {
    return key;
  }

  /** The table as it is written: columns, listed values and rules. */
  public TableModel model() {
    return model;
  }

  /** The answers of all rules that match, in the order of the table; empty if none does. */
  public List<Answer> all(Map<String, ?> inputs) {
    var variables = new LinkedHashMap<String, Object>();
    model.inputs().forEach(input -> variables.put(input.expression(), null));
    variables.putAll(inputs);
    if (!variables.values().stream().allMatch(DecisionTable::isShort)) {
      return evaluated(variables);
    }
    if (said.size() >= MOST_REMEMBERED) {
      said.clear();
    }
    return said.computeIfAbsent(variables, this::evaluated);
  }

  private static boolean isShort(Object value) {
    return value == null || value instanceof Boolean || value instanceof Number || value instanceof String text && text.length() < LONGEST_REMEMBERED;
  }

  private List<Answer> evaluated(Map<String, Object> variables) {
    try {
      ENGINE.evaluateDecisionTable(decision, variables);
      return LAST.get().getMatchingRules().stream().map(this::answer).toList();
    } finally {
      LAST.remove();
    }
  }

  /** @return the answer of the one rule that matches, or empty if none does */
  public Optional<Answer> find(Map<String, ?> inputs) {
    var answers = all(inputs);
    if (answers.size() > 1) {
      throw new IllegalStateException("Table '" + key + "' gives " + answers.size() + " answers for " + inputs + ", expected one");
    }
    return answers.stream().findFirst();
  }

  /** @throws IllegalArgumentException if no rule matches, which names the inputs and the values that the table lists */
  public Answer one(Map<String, ?> inputs) {
    return find(inputs).orElseThrow(() -> new IllegalArgumentException(
        "Table '" + key + "' has no rule for " + inputs + "; it knows " + model.listedInputs()));
  }

  private Answer answer(DmnEvaluatedDecisionRule rule) {
    var outputs = new LinkedHashMap<String, Object>();
    rule.getOutputEntries().forEach((name, output) -> outputs.put(output.getOutputName(), output.getValue().getValue()));
    return new Answer(key, rule.getId(), List.copyOf(clauses(model.rule(rule.getId()).description())), Collections.unmodifiableMap(outputs));
  }

  /** The clause ids at the head of a rule's description; empty for "none: reason" and where there is no such head. */
  static List<String> clauses(String description) {
    var matcher = CLAUSES_BEFORE_COLON.matcher(description == null ? "" : description.strip());
    if (!matcher.matches() || matcher.group(1).equals("none")) {
      return List.of();
    }
    return new ArrayList<>(Arrays.stream(matcher.group(1).split(",")).map(String::strip).toList());
  }

  /**
   * What one matching rule says.
   *
   * @param rule its id
   * @param clauses the clauses that its description begins with
   */
  public record Answer(String table, String rule, List<String> clauses, Map<String, Object> values) {

    /** @throws IllegalStateException if the cell is empty */
    public String text(String output) {
      return optionalText(output).orElseThrow(() -> missing(output));
    }

    public Optional<String> optionalText(String output) {
      return Optional.ofNullable(values.get(output)).map(Object::toString).filter(text -> !text.isBlank());
    }

    public int number(String output) {
      if (values.get(output) instanceof Number number) {
        return number.intValue();
      }
      throw missing(output);
    }

    public boolean yes(String output) {
      if (values.get(output) instanceof Boolean yes) {
        return yes;
      }
      throw missing(output);
    }

    private IllegalStateException missing(String output) {
      return new IllegalStateException(
          "Table '" + table + "', rule '" + rule + "' gives " + values.get(output) + " for '" + output + "', which is no usable value");
    }
  }
}
