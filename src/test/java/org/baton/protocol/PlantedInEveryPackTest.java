package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mistake, of each kind that a colleague can make, in a copy of each shipped pack: none comes into force, and each is named where it stands. */
class PlantedInEveryPackTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A changed file, and where in it the mistake stands. */
  private record Planted(String file, byte[] content, String element) {}

  private record Mistake(String what, Function<PackFiles, Planted> plant, String found, String expected) {}

  private static final List<Mistake> MISTAKES = List.of(
      new Mistake("the second word of a target, misspelt", pack -> field(pack, node -> target(node).matches("(case|family|panel|consent)\\.\\w+") && !node.path("type").asText().equals("dynamiclist"), (form, node) -> retarget(node, target(node) + "z")), "z'", "one of"),
      new Mistake("a target of rows outside them", pack -> field(pack, node -> target(node).equals("answer") && node.path("type").asText().equals("textarea"), (form, node) -> retarget(node, "action.what")), "'action.what'", "a target that is kept, one of"),
      new Mistake("an anchor that Baton does not know", pack -> cell(pack, "deadline", "countedFrom", "\"MEETING_STRAT\""), "MEETING_STRAT", "MEETING_START"),
      new Mistake("a unit that is none", pack -> cell(pack, "deadline", "unit", "\"WORKING_DAY\""), "WORKING_DAY", "WORKING_DAYS"),
      new Mistake("a time with a point", pack -> cell(pack, "deadline", "at", "\"17.00\""), "17.00", "17:00"),
      new Mistake("a direction, misspelt", pack -> cell(pack, "deadline", "direction", "\"BEFOR\""), "BEFOR", "BEFORE"),
      new Mistake("a recipient, misspelt", pack -> cell(pack, "notice", "recipient", "\"REFERER\""), "REFERER", "REFERRER"),
      new Mistake("a role, misspelt", pack -> cell(pack, "deadline", "tells", "\"chiar\""), "chiar", "a role of the table 'role'"),
      new Mistake("a panel, misspelt", pack -> cell(pack, "forum", "forum", "\"noplace\""), "noplace", "one of"),
      new Mistake("a record system, misspelt", pack -> cell(pack, "record-duty", "system", "\"MOSIAC\""), "MOSIAC", "one of"),
      new Mistake("a holder, misspelt", pack -> cell(pack, "holder", "holder", "\"REFERING_SERVICE\""), "REFERING_SERVICE", "REFERRING_SERVICE"),
      new Mistake("a text that is longer than its column", pack -> cell(pack, "deadline", "what", "\"" + "a".repeat(301) + "\""), "aaa", "of 300 characters"),
      new Mistake("a letter with a name that nobody fills", pack -> letter(pack, text -> text + "\nDear {{referer}}\n"), "referer", "a name that letters know, one of"),
      new Mistake("a letter with a section that does not end", pack -> letter(pack, text -> text + "\n{{#children}}\n"), "children", ""),
      new Mistake("a field whose answer nobody reads", PlantedInEveryPackTest::unread, "the answer 'unreadAnswer', which nothing reads", "evidence: true with its clause"),
      new Mistake("a model that is not executable", pack -> model(pack, "isExecutable=\"true\"", "isExecutable=\"false\""), "isExecutable", "true"),
      new Mistake("a model among the letters", pack -> new Planted("templates/evil.bpmn20.xml", pack.content().get("referral.bpmn"), "templates/evil.bpmn20.xml"), "templates/evil.bpmn20.xml", ""));

  /** Where a pack has such a thing: the made-up ones of the tests have no panel, for example. */
  static Stream<Arguments> planted() {
    return PackFiles.shippedAuthorities().stream().flatMap(authority -> MISTAKES.stream().filter(mistake -> mistake.plant().apply(PlantedFaults.shipped(authority)) != null)
        .map(mistake -> Arguments.of(authority, mistake.what(), mistake)));
  }

  @Test
  void each_is_planted_in_most_packs() {
    var planted = planted().collect(Collectors.groupingBy(one -> (String) one.get()[1], Collectors.counting()));
    assertThat(planted).hasSameSizeAs(MISTAKES).allSatisfy((what, packs) -> assertThat(packs).as(what).isGreaterThanOrEqualTo(3));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("planted")
  void is_refused(String authority, String what, Mistake mistake) {
    var shipped = PlantedFaults.shipped(authority);
    var planted = mistake.plant().apply(shipped);
    var faults = PlantedFaults.check(shipped.with(Map.of(planted.file(), planted.content())));
    PlantedFaults.assertNamed(faults, planted.file(), planted.element(), mistake.found(), mistake.expected());
  }

  /** Two of the three lead such an outcome to a person; {@code UnknownOutcomeTest} proves that there, {@code ModelCheckTest} that a pack is refused which no longer does. */
  @ParameterizedTest
  @ValueSource(strings = {"warwickshire", "north-east-lincolnshire", "camden"})
  void an_outcome_that_no_way_leads_on_from_is_refused_in_warwickshire_and_taken_where_a_person_catches_it(String authority) {
    var shipped = PlantedFaults.shipped(authority);
    var planted = outcome(shipped);
    var faults = PlantedFaults.check(shipped.with(Map.of(planted.file(), planted.content())));
    assertThat(faults).allSatisfy(fault -> {
      assertThat(fault.found()).contains("for any other value of 'panelOutcome'");
      assertThat(fault.expected()).contains("a user task on the way of a value that no condition knows");
    });
    assertThat(faults.isEmpty()).as("no way of the pack's own for it: %s", faults).isEqualTo(!authority.equals("warwickshire"));
  }

  private interface Change {

    void in(ObjectNode form, ObjectNode field);
  }

  /** The first field of any form that fits; null for none. */
  private static Planted field(PackFiles pack, Predicate<JsonNode> which, Change change) {
    return field(pack, any -> true, which, change);
  }

  private static Planted field(PackFiles pack, Predicate<String> files, Predicate<JsonNode> which, Change change) {
    for (var file : pack.content().keySet().stream().filter(name -> name.endsWith(".form")).filter(files).toList()) {
      var form = json(pack, file);
      for (var node : components(form)) {
        if (which.test(node)) {
          change.in(form, (ObjectNode) node);
          return new Planted(file, bytes(form), node.path("id").asText());
        }
      }
    }
    return null;
  }

  private static List<JsonNode> components(JsonNode parent) {
    var all = new ArrayList<JsonNode>();
    parent.path("components").forEach(all::add);
    return all;
  }

  private static String target(JsonNode field) {
    return field.path("properties").path("target").asText();
  }

  private static void retarget(ObjectNode field, String target) {
    ((ObjectNode) field.get("properties")).put("target", target);
  }

  /** The first cell of a column; null if the pack has no such table or column. */
  private static Planted cell(PackFiles pack, String table, String column, String text) {
    var file = table + ".dmn";
    if (!pack.content().containsKey(file)) {
      return null;
    }
    var dmn = text(pack, file);
    var columns = Pattern.compile("<output [^>]*?name=\"(\\w+)\"").matcher(dmn).results().map(found -> found.group(1)).toList();
    var place = columns.indexOf(column);
    var rule = Pattern.compile("(?s)<rule id=\"(\\w+)\">.*?</rule>").matcher(dmn);
    if (place < 0 || !rule.find()) {
      return null;
    }
    var entries = Pattern.compile("(?s)<outputEntry.*?</outputEntry>").matcher(rule.group()).results().toList();
    var entry = entries.get(place).group();
    var changed = entry.replaceFirst("(?s)<text>.*?</text>", "<text>" + text.replace("\"", "&quot;") + "</text>");
    return new Planted(file, (dmn.substring(0, rule.start()) + rule.group().replace(entry, changed) + dmn.substring(rule.end())).getBytes(StandardCharsets.UTF_8), rule.group(1));
  }

  private static Planted letter(PackFiles pack, Function<String, String> change) {
    var file = pack.content().keySet().stream().filter(name -> name.startsWith("templates/") && name.endsWith(".txt")).findFirst().orElse(null);
    return file == null ? null : new Planted(file, change.apply(text(pack, file)).getBytes(StandardCharsets.UTF_8), "");
  }

  private static Planted model(PackFiles pack, String sound, String faulty) {
    return new Planted("referral.bpmn", text(pack, "referral.bpmn").replace(sound, faulty).getBytes(StandardCharsets.UTF_8), "");
  }

  private static Planted outcome(PackFiles pack) {
    return field(pack, file -> !file.startsWith("carry-"), node -> node.path("key").asText().equals("panelOutcome"),
        (form, node) -> ((ArrayNode) node.get("values")).addObject().put("label", "Something new").put("value", "SOMETHING_NEW"));
  }

  private static Planted unread(PackFiles pack) {
    var file = pack.content().keySet().stream().filter(name -> name.endsWith(".form")).findFirst().orElseThrow();
    var form = json(pack, file);
    var field = ((ArrayNode) form.get("components")).addObject().put("id", "field_unreadAnswer").put("type", "textarea").put("key", "unreadAnswer").put("label", "What nobody reads");
    field.putObject("validate").put("maxLength", 100);
    field.putObject("properties").put("target", "answer");
    return new Planted(file, bytes(form), "field_unreadAnswer");
  }

  private static String text(PackFiles pack, String file) {
    return new String(pack.content().get(file), StandardCharsets.UTF_8);
  }

  private static ObjectNode json(PackFiles pack, String file) {
    try {
      return (ObjectNode) JSON.readTree(pack.content().get(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(JsonNode form) {
    return form.toString().getBytes(StandardCharsets.UTF_8);
  }
}
