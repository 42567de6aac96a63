package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check ends in bounded time, and its answer is of bounded length, whatever is sent. */
class BoundedCheckTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void thirty_columns_of_true_and_false_with_two_rules_are_answered_soon() {
    var columns = columns(28, "boolean", List.of());
    var table = new TableModel("wide", "Wide", "UNIQUE", "P1D", columns, columns(1, "string", List.of()),
        List.of(rule("one", 28, column -> "true"), rule("two", 28, column -> column == 0 ? "false" : "-")));

    var gaps = assertTimeoutPreemptively(SOON, () -> TableGaps.find(table));

    assertThat(gaps).isNotEmpty().allSatisfy(gap -> assertThat(gap).contains("no rule for"));
  }

  @Test
  void a_wide_table_that_is_sound_is_found_sound() {
    var table = new TableModel("wide", "Wide", "UNIQUE", "P1D", columns(28, "boolean", List.of()), columns(1, "string", List.of()),
        IntStream.rangeClosed(0, 28).mapToObj(number -> rule("rule" + number, 28, column -> column < number ? "true" : column == number ? "false" : "-")).toList());

    assertThat(assertTimeoutPreemptively(SOON, () -> TableGaps.find(table))).isEmpty();
  }

  @Test
  void a_table_with_too_many_combinations_is_refused_as_too_large() {
    var table = new TableModel("wide", "Wide", "UNIQUE", "P1D", columns(28, "boolean", List.of()), columns(1, "string", List.of()),
        IntStream.range(0, 56).mapToObj(number -> rule("rule" + number, 28, column -> column == number / 2 ? String.valueOf(number % 2 == 0) : "-")).toList());

    var gaps = assertTimeoutPreemptively(SOON, () -> TableGaps.find(table));

    assertThat(gaps).isNotEmpty().allSatisfy(gap -> assertThat(gap).containsAnyOf("all answer", "too many combinations"));
  }

  @Test
  void eight_columns_of_ten_values_are_answered_soon() {
    var listed = IntStream.range(0, 10).mapToObj(number -> "\"V" + number + "\"").toList();
    var table = new TableModel("wide", "Wide", "UNIQUE", "P1D", columns(8, "string", listed), columns(1, "string", List.of()),
        listed.stream().map(value -> rule("rule" + value, 8, column -> column == 7 ? value : "-")).toList());

    assertThat(assertTimeoutPreemptively(SOON, () -> TableGaps.find(table))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake.bpmn", "forum.dmn", "check-consent.form", "templates/not-heard.txt", "authority.yaml"})
  void a_file_of_more_than_a_megabyte_is_not_read(String file) {
    var faults = assertTimeoutPreemptively(SOON, () -> check(file, " ".repeat(PackLimits.FILE_BYTES + 1)));

    assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.toString()).contains(file, "1000001 bytes", "1000000 bytes at most"));
  }

  @Test
  void a_pack_of_too_many_bytes_or_files_is_not_read() {
    var large = new TreeMap<String, byte[]>();
    IntStream.range(0, 9).forEach(number -> large.put("templates/a" + number + ".txt", new byte[PackLimits.FILE_BYTES]));
    var many = new TreeMap<String, byte[]>();
    IntStream.range(0, PackLimits.FILES).forEach(number -> many.put("templates/a" + number + ".txt", "Subject: x\nx".getBytes(StandardCharsets.UTF_8)));

    for (var sent : List.of(large, many)) {
      assertThat(PlantedFaults.check(PlantedFaults.shipped("warwickshire").with(sent))).singleElement().extracting(PackFault::expected).asString().contains("at most");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake.bpmn", "forum.dmn"})
  void xml_that_would_take_memory_or_reach_out_is_refused_in_words(String file) {
    var text = text(file);
    var root = text.substring(text.indexOf('<', text.indexOf("?>")));
    var name = file.endsWith(".bpmn") ? "bpmn:extensionElements" : "extensionElements";
    var deep = ("<" + name + ">").repeat(10_000) + ("</" + name + ">").repeat(10_000);
    var last = root.lastIndexOf("</");

    assertThat(refusal(file, "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>" + root)).contains("a document type");
    assertThat(refusal(file, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>" + root.replaceFirst("name=\"[^\"]*\"", "name=\"&b;\""))).contains("a document type");
    assertThat(refusal(file, root.substring(0, last) + deep + root.substring(last))).contains("nested deeper than " + PackLimits.XML_DEPTH);
    assertThat(refusal(file, root.substring(0, last) + ("<" + name + "/>").repeat(PackLimits.XML_ELEMENTS + 1) + root.substring(last))).contains("more elements than can be checked");
    assertThat(refusal(file, root.substring(0, last) + "<x xmlns=\"\"/>" + root.substring(last))).contains("the element 'x' in no namespace");
    assertThat(refusal(file, root.substring(0, last))).contains("no readable XML");
  }

  @Test
  void yaml_that_repeats_itself_is_not_unfolded() {
    var bomb = IntStream.range(0, 30).mapToObj(number -> "  - &a" + (number + 1) + " [*a" + number + ", *a" + number + "]\n").collect(Collectors.joining());

    assertThat(refusal("authority.yaml", text("authority.yaml").replace("workedDays: []", "workedDays:\n  - &a0 x\n" + bomb))).contains("workedDays[0]: 'x'");
  }

  @Test
  void a_form_with_a_thousand_components_is_refused() {
    var components = IntStream.range(0, 1_000).mapToObj(number -> "{\"id\": \"t" + number + "\", \"type\": \"text\", \"text\": \"x\"}").collect(Collectors.joining(","));
    var deep = "{\"id\": \"g\", \"type\": \"group\", \"components\": [".repeat(200) + "]}".repeat(200);

    assertThat(refusal("check-consent.form", text("check-consent.form").replaceFirst("\"components\": \\[", "\"components\": [" + components + ","))).contains("components");
    assertThat(refusal("check-consent.form", text("check-consent.form").replaceFirst("\"components\": \\[", "\"components\": [" + deep + ","))).contains("nested");
  }

  @Test
  void a_table_with_ten_thousand_rules_is_refused_by_its_size() {
    var rule = "<rule id=\"r%d\"><description>none: x</description><inputEntry id=\"i%d\"><text>-</text></inputEntry><outputEntry id=\"o%d\"><text>\"rugby\"</text></outputEntry></rule>";
    var rules = IntStream.range(0, 1_000).mapToObj(number -> rule.formatted(number, number, number)).collect(Collectors.joining());

    assertThat(refusal("forum.dmn", text("forum.dmn").replace("</decisionTable>", rules + "</decisionTable>"))).contains("rules", PackLimits.TABLE_RULES + " rules at most");
  }

  @Test
  void an_answer_is_of_bounded_length() {
    var keys = IntStream.range(0, 20_000).mapToObj(number -> "\"unknown" + number + "\": 1").collect(Collectors.joining(","));
    var faults = assertTimeoutPreemptively(SOON, () -> check("check-consent.form", text("check-consent.form").replaceFirst("\\{", "{" + keys + ",")));

    assertThat(faults).hasSize(51);
    assertThat(faults.get(50).found()).matches("and \\d+ more faults");
    assertThat(new PackRefusedException("warwickshire", faults).getMessage()).hasSizeLessThan(60_000);
  }

  @Test
  void each_text_of_a_fault_is_cut() {
    var fault = new PackFault("f".repeat(1_000), "e".repeat(1_000), "x".repeat(100_000), "y".repeat(100_000));

    assertThat(fault.toString()).hasSizeLessThan(1_700);
    assertThat(fault.found()).hasSize(300).endsWith("...");
  }

  @Test
  void a_refusal_of_many_faults_names_the_first_fifty() {
    var many = IntStream.range(0, 10_000).mapToObj(number -> new PackFault("file", "element", "found" + number, "expected")).toList();
    var refused = new PackRefusedException("warwickshire", many);

    assertThat(refused.faults()).hasSize(51);
    assertThat(refused.getMessage()).contains("found49", "and 9950 more faults").doesNotContain("found50;");
  }

  @Test
  void a_cell_of_a_hundred_thousand_values_is_refused_soon() {
    var cell = IntStream.range(0, 100_000).mapToObj(number -> "\"R\"").collect(Collectors.joining(","));

    assertThat(refusal("forum.dmn", text("forum.dmn").replace("<inputEntry id=\"rugby_district\"><text>\"RUGBY\"", "<inputEntry id=\"rugby_district\"><text>" + cell))).contains("column 'district'");
  }

  private static String refusal(String file, String content) {
    var faults = assertTimeoutPreemptively(SOON, () -> check(file, content));
    assertThat(faults).isNotEmpty().extracting(PackFault::file).contains(file);
    return faults.toString();
  }

  private static List<PackFault> check(String file, String content) {
    return PlantedFaults.check(PlantedFaults.shipped("warwickshire").with(Map.of(file, content.getBytes(StandardCharsets.UTF_8))));
  }

  private static String text(String file) {
    return new String(PlantedFaults.shipped("warwickshire").content().get(file), StandardCharsets.UTF_8);
  }

  private static List<TableModel.Column> columns(int count, String type, List<String> listed) {
    return IntStream.range(0, count).mapToObj(number -> new TableModel.Column("c" + number, type, "", listed)).toList();
  }

  private static TableModel.Rule rule(String id, int columns, java.util.function.IntFunction<String> cell) {
    return new TableModel.Rule(id, "none: x", IntStream.range(0, columns).mapToObj(cell).toList(), List.of("\"x\""));
  }
}
