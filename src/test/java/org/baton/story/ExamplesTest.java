package org.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baton.proof.ProofRecorder;
import org.baton.protocol.DecisionTable;
import org.baton.protocol.TableModel;
import org.baton.story.ExampleFile.Row;
import org.baton.support.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of all packs by their examples: each rule answers at least once, and both sides of each boundary stand. */
class ExamplesTest {

  private static final String KIND = "examples";

  static List<String> files() {
    return PackYaml.names(KIND).stream().filter(PackYaml::ofTable).toList();
  }

  static Stream<Arguments> examples() {
    return files().stream().flatMap(file -> read(file).examples().stream().map(example -> Arguments.of(file, example.says(), example)));
  }

  /** Rules that carry a clause, of tables whose examples prove all of theirs. */
  static Stream<Arguments> rules() {
    return files().stream().filter(file -> read(file).provesItsClauses()).flatMap(file -> model(file).rules().stream().filter(rule -> !rule.clauses().isEmpty())
        .map(rule -> Arguments.of(file, rule.id(), rule.clauses())));
  }

  /** One authority asked for alone may have none. */
  @Test
  void there_are_examples_of_all_authorities_together() {
    assertThat(System.getProperty("baton.stories", "").isEmpty() && files().isEmpty()).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("examples")
  void the_table_says_so(String file, String says, Example<Row> example, TestReporter reporter) {
    PackYaml.requireKnown(Tables.of(file.split("/")[0]).pack(), PackYaml.file(KIND, file), example.clauses());
    ProofRecorder.publish(reporter, "Example: " + file + ": " + says, example.clauses());
    var table = table(file);
    example.rows().forEach(row -> require(table, row));
  }

  /** @throws AssertionError which says what the table says otherwise */
  static void require(DecisionTable table, Row row) {
    assertThat(differs(table, row)).as("%s", row).isEmpty();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("files")
  void each_rule_answers_at_least_once(String file) {
    var table = table(file);
    var answered = new HashSet<String>();
    rows(file).forEach(row -> table.all(inputs(table, row)).forEach(answer -> answered.add(answer.rule())));
    assertThat(table.model().rules()).extracting(TableModel.Rule::id).isSubsetOf(answered);
  }

  @ParameterizedTest(name = "{0} without {1}", allowZeroInvocations = true)
  @MethodSource("rules")
  void an_example_of_its_clause_misses_a_rule(String file, String rule, List<String> clauses) {
    var without = Tables.without(file.split("/")[0], tableFile(file), rule).table(read(file).table());
    var missed = new ArrayList<String>();
    read(file).examples().stream().filter(example -> example.rows().stream().anyMatch(row -> !differs(without, row).isEmpty())).forEach(example -> missed.addAll(example.clauses()));
    assertThat(missed).as("clauses of the examples that fail").containsAnyElementsOf(clauses);
  }

  /** What the table says otherwise; empty if it says what the row does. */
  private static String differs(DecisionTable table, Row row) {
    var answers = table.all(inputs(table, row));
    if (row.each() != null) {
      var said = new HashMap<String, List<Object>>();
      row.each().keySet().forEach(column -> said.put(column, answers.stream().map(answer -> answer.values().get(column)).toList()));
      return said.equals(row.each()) ? "" : said.toString();
    }
    if (row.then().isEmpty() || answers.size() != 1) {
      return row.then().isEmpty() && answers.isEmpty() ? "" : answers.toString();
    }
    var said = new HashMap<String, Object>();
    row.then().keySet().forEach(column -> said.put(column, answers.get(0).values().get(column)));
    return said.equals(row.then()) ? "" : said.toString();
  }

  private static Map<String, Object> inputs(DecisionTable table, Row row) {
    var inputs = new HashMap<String, Object>();
    table.model().inputs().forEach(column -> inputs.put(column.expression(), null));
    assertThat(inputs.keySet()).as("inputs of %s", table.key()).containsAll(row.when().keySet());
    inputs.putAll(row.when());
    return inputs;
  }

  private static Stream<Row> rows(String file) {
    return read(file).examples().stream().flatMap(example -> example.rows().stream());
  }

  private static ExampleFile read(String file) {
    return ExampleFile.read(PackYaml.file(KIND, file));
  }

  private static DecisionTable table(String file) {
    return Tables.of(file.split("/")[0]).table(read(file).table());
  }

  private static TableModel model(String file) {
    return table(file).model();
  }

  private static String tableFile(String file) {
    return file.split("/")[1] + ".dmn";
  }
}
