package org.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.baton.proof.ProofRecorder;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.FormDefinition.Field;
import org.baton.protocol.FormRules;
import org.baton.protocol.Pack;
import org.baton.story.FormExampleFile.Row;
import org.baton.support.DeclaredVocabulary;
import org.baton.support.Tables;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of all packs by their examples: what is asked, what must be answered, what can be chosen, and where the answer goes. */
class FormExamplesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 2, 2);

  static Stream<Arguments> examples() {
    return PackYaml.examplesOf(PackYaml.FORM).stream().flatMap(file -> read(file).examples().stream().map(example -> Arguments.of(file, example.says(), example)));
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("examples")
  void the_form_does_so(String file, String says, Example<Row> example, TestReporter reporter) {
    var pack = Tables.of(file.split("/")[0]).pack();
    PackYaml.requireKnown(pack, PackYaml.file("examples", file), example.clauses());
    ProofRecorder.publish(reporter, "Example: " + file + ": " + says, example.clauses());
    example.rows().forEach(row -> require(pack, pack.form(read(file).form()), row));
  }

  /** @throws AssertionError which says what the form does otherwise */
  static void require(Pack pack, FormDefinition form, Row row) {
    var fields = fields(form);
    var answers = new HashMap<String, Object>();
    var facts = new HashMap<String, Object>();
    row.when().forEach((key, value) -> (form.field(key).isPresent() ? answers : facts).put(key, value));
    var usual = new UsualAnswers(pack, TODAY);
    var known = new HashMap<>(facts);
    var sent = usual.to(form, Map.of(), facts, answers);
    known.putAll(sent);
    if (row.taken() != null || row.refused() != null) {
      var faults = FormRules.check(form, sent, facts, TODAY, new DeclaredVocabulary().forms()).stream().map(Object::toString).toList();
      if (row.refused() == null) {
        assertThat(faults).as("%s: what is refused of %s", form.id(), row.when()).isEmpty();
      } else {
        assertThat(faults).as("%s: what is refused of %s", form.id(), row.when()).anyMatch(fault -> fault.startsWith(row.refused()));
      }
    }
    each(row.asked(), key -> assertThat(asked(fields, key, known)).as("whether %s asks '%s' with %s", form.id(), key, row.when()).isTrue());
    each(row.notAsked(), key -> assertThat(asked(fields, key, known)).as("whether %s asks '%s' with %s", form.id(), key, row.when()).isFalse());
    if (row.offers() != null) {
      row.offers().forEach((key, options) -> assertThat(field(fields, key).options()).as("what %s offers for '%s'", form.id(), key).containsExactlyInAnyOrderElementsOf(options));
    }
    if (row.goesTo() != null) {
      row.goesTo().forEach((key, target) -> assertThat(field(fields, key).targets()).as("where the answer to '%s' of %s goes", key, form.id()).containsExactlyInAnyOrder(target.split(", ")));
    }
    each(row.tells(), text -> assertThat(form.fields()).as("texts of %s", form.id()).anyMatch(field -> field.key().isEmpty() && field.label().contains(text)));
  }

  private static boolean asked(Map<String, Field> fields, String key, Map<String, Object> known) {
    return fields.containsKey(key) && FormRules.asked(fields.get(key), known);
  }

  private static Field field(Map<String, Field> fields, String key) {
    assertThat(fields.keySet()).as("fields of the form").contains(key);
    return fields.get(key);
  }

  private static Map<String, Field> fields(FormDefinition form) {
    var fields = new TreeMap<String, Field>();
    form.each(field -> fields.putIfAbsent(field.key(), field));
    return fields;
  }

  private static void each(List<String> some, Consumer<String> consumer) {
    if (some != null) {
      some.forEach(consumer);
    }
  }

  private static FormExampleFile read(String file) {
    return FormExampleFile.read(PackYaml.file("examples", file));
  }
}
