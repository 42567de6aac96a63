package org.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baton.proof.ProofRecorder;
import org.baton.protocol.LetterData;
import org.baton.protocol.Letters;
import org.baton.protocol.Pack;
import org.baton.story.LetterExampleFile.Row;
import org.baton.support.Tables;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The letters of all packs by their examples: what each says of what is known. Stories tell to whom it goes, and that it is known. */
class LetterExamplesTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\{[#^/]?([^{}]+)}}");
  private static final String OF_ANSWER = LetterData.ANSWER + ".";

  /** What an example says is known, in place of what the store knows. */
  private record Known(Map<String, Object> data) implements LetterData {

    @Override
    public Set<String> names() {
      return data.keySet();
    }

    @Override
    public Map<String, Object> data(Map<String, Object> facts) {
      return data;
    }
  }

  static Stream<Arguments> examples() {
    return PackYaml.examplesOf(PackYaml.LETTER).stream().flatMap(file -> read(file).examples().stream().map(example -> Arguments.of(file, example.says(), example)));
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("examples")
  void the_letter_says_so(String file, String says, Example<Row> example, TestReporter reporter) {
    var pack = Tables.of(file.split("/")[0]).pack();
    PackYaml.requireKnown(pack, PackYaml.file("examples", file), example.clauses());
    ProofRecorder.publish(reporter, "Example: " + file + ": " + says, example.clauses());
    example.rows().forEach(row -> require(pack, read(file).letter(), row));
  }

  /** @throws AssertionError which says what the letter says otherwise */
  static void require(Pack pack, String letter, Row row) {
    var template = pack.template(letter);
    var text = new Letters(List.of(new Known(known(template, row)))).fill(pack, template, Map.of()).replaceAll("\\s+", " ");
    if (row.tells() != null) {
      assertThat(text).as("%s with %s", letter, row.when()).contains(row.tells());
    }
    if (row.tellsNot() != null) {
      assertThat(text).as("%s with %s", letter, row.when()).doesNotContain(row.tellsNot());
    }
  }

  /** What is named, and every other place as itself; of answers, within what they are of. */
  private static Map<String, Object> known(String template, Row row) {
    var known = new HashMap<String, Object>();
    var answers = new HashMap<String, Object>();
    PLACE.matcher(template).results().map(place -> place.group(1)).forEach(name -> {
      var value = row.when().containsKey(name) ? row.when().get(name) : "<" + name + ">";
      (name.startsWith(OF_ANSWER) ? answers : known).put(name.startsWith(OF_ANSWER) ? name.substring(OF_ANSWER.length()) : name, value);
    });
    known.put(LetterData.ANSWER, answers);
    return known;
  }

  private static LetterExampleFile read(String file) {
    return LetterExampleFile.read(PackYaml.file("examples", file));
  }
}
