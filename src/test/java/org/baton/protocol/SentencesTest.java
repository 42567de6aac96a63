package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baton.protocol.PlantedFaults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Baton says, and what an authority says in its own words instead. */
class SentencesTest {

  private static final Path CODE = Path.of("src/main/java/org/baton");
  /** A call with its names and values, as far as the statement goes; one within another is found too. */
  private static final Pattern SAID = Pattern.compile("(?=(?:say\\(|minutes\\()\"([a-zA-Z]+\\.[a-zA-Z]+)\"([^;]*);)");
  private static final Pattern NAME = Pattern.compile("\"([a-zA-Z]+)\",");
  /** Words that begin with a capital and go on in small letters: somebody is to read them. */
  /** Comments, and what declares calls for whoever draws models. */
  private static final Pattern WITHOUT_READERS = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|@(?:ModelCall|Names)\\([^\n]*?\"[^\n]*?\"[^\n)]*\\)");
  private static final Pattern SENTENCE = Pattern.compile("\"[A-Z][a-z]+ [a-z]+ [a-z ]+[^\"]*\"");

  @Test
  void every_sentence_is_said_somewhere_with_the_names_that_it_has_and_no_other_is() throws IOException {
    var said = new TreeMap<String, Set<String>>();
    for (var text : code(CODE).values()) {
      SAID.matcher(text).results().forEach(call -> NAME.matcher(call.group(2)).results().forEach(name -> said.computeIfAbsent(call.group(1), any -> new TreeSet<>()).add(name.group(1))));
      SAID.matcher(text).results().forEach(call -> said.computeIfAbsent(call.group(1), any -> new TreeSet<>()));
    }
    assertThat(said.keySet()).isEqualTo(Sentences.shared().keySet().stream().filter(name -> !name.startsWith("code.")).collect(Collectors.toSet()));
    said.forEach((name, names) -> assertThat(names).as("names given to '%s'", name).containsAll(
        name.startsWith("minutes.draft") || name.startsWith("minutes.extract") ? Set.of() : Placeholders.in(Sentences.shared().get(name))));
  }

  @Test
  void no_sentence_stands_in_what_models_call() throws IOException {
    var found = new ArrayList<String>();
    code(CODE).forEach((file, text) -> {
      if (file.getParent().endsWith("process")) {
        Stream.of(WITHOUT_READERS.matcher(text).replaceAll("").split(";")).filter(statement -> !statement.contains("Exception(") && !statement.contains("deleteProcessInstance"))
            .flatMap(statement -> SENTENCE.matcher(statement).results().map(MatchResult::group)).forEach(words -> found.add(file.getFileName() + ": " + words));
      }
    });
    assertThat(found).isEmpty();
  }

  /** {@code ALLOCATED} is what people chose, in the words in which they chose it, and not "allocated" because the code looks like it. */
  @Test
  void no_code_is_shown_by_writing_it_in_small_letters() throws IOException {
    assertThat(code(CODE)).noneSatisfy((file, text) -> assertThat(text).as("%s", file).contains("replace('_', ' ')"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "plan.set | aim=School every day | Plan: School every day",
      "plan.set | aim=School every day,reviewOn=2026-03-02 | Plan: School every day; review on 2 March 2026",
      "address.noted | withheld=true | An address was noted that must be withheld",
      "decision.taken | outcome=SIGNPOSTED,reachedBy=chairs,reasons=nothing | SIGNPOSTED, reached by chairs: ",
      "decision.taken | outcome=NO_AGREEMENT,reachedBy=nothing,reasons=No majority | NO_AGREEMENT: No majority",
      "consent.given | purpose=support,state=given | Consent to support: given",
      "consent.given | purpose=support,who=Jo Penn,state=given | Consent to support by Jo Penn: given"})
  void what_is_not_known_is_left_out(String name, String facts, String said) {
    assertThat(new Sentences(null).say(name, values(facts))).isEqualToIgnoringWhitespace(said);
  }

  @Test
  void an_authority_says_in_its_own_words_what_it_says_otherwise_and_no_more() {
    var own = new Sentences("agenda.notReached: Time ran out\n".getBytes(StandardCharsets.UTF_8));
    assertThat(own.say("agenda.notReached")).isEqualTo("Time ran out");
    assertThat(own.say("agenda.notQuorate")).isEqualTo("The sitting was not quorate");
    assertThatThrownBy(() -> own.say("agenda.nothing")).hasMessageContaining("no sentence 'agenda.nothing'").hasMessageContaining("agenda.notReached");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("a sentence that Baton does not say", "", "", "agenda.notReeched: Time ran out", "agenda.notReeched", "the sentence 'agenda.notReeched'", "agenda.notReached"),
        fault("a name that the sentence does not have", "", "", "plan.set: 'Plan of {{child}}: {{aim}}'", "plan.set", "{{child}}", "[aim, reviewOn]"),
        fault("no words", "", "", "plan.set: ' '", "plan.set", "nothing", "a text"),
        fault("too many words", "", "", "plan.set: " + "a".repeat(1_001), "plan.set", "1001 characters", "1000 characters at most"),
        fault("a section that does not end", "", "", "plan.set: 'Plan {{#reviewOn}} {{aim}}'", "plan.set", "placeholders that cannot be read", "{{#name}} and {{/name}}"),
        fault("no list", "", "", "- plan.set", "sentences", "no list of sentences", "agenda.notReached: Not reached"),
        fault("a sentence twice", "", "", "plan.set: One\nplan.set: Two", "sentences", "no list of sentences", "a line such as"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_pack_is_refused_with(String what, String file, String sound, String text, String element, String found, String expected) {
    var files = PlantedFaults.shipped("camden").with(Map.of(Sentences.FILE, text.getBytes(StandardCharsets.UTF_8)));
    PlantedFaults.assertNamed(PlantedFaults.check(files), Sentences.FILE, element, found, expected);
  }

  @Test
  void a_pack_may_have_a_file_of_its_own() {
    var shipped = new String(PlantedFaults.shipped("camden").content().get(Sentences.FILE), StandardCharsets.UTF_8);
    var files = PlantedFaults.shipped("camden").with(Map.of(Sentences.FILE, (shipped + "agenda.notReached: Time ran out\n").getBytes(StandardCharsets.UTF_8)));
    assertThat(PlantedFaults.check(files)).isEmpty();
    assertThat(FileNames.allowed(Sentences.FILE)).isTrue();
    assertThat(new Pack("shipped", files).say("agenda.notReached")).isEqualTo("Time ran out");
  }

  private static Object[] values(String facts) {
    return Stream.of(facts.split(",")).flatMap(fact -> Stream.of(fact.split("="))).<Object>map(value -> (value.equals("true") ? Boolean.TRUE : value.equals("nothing") ? null : value.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(value) : value)).toArray();
  }

  private static Map<Path, String> code(Path folder) throws IOException {
    var code = new HashMap<Path, String>();
    try (var files = Files.walk(folder)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(file -> code.put(file, text(file)));
    }
    return code;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
