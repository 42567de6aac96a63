package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing reaches the engine that the check has not read: the engine chooses by the end of the name alone, in every folder. */
class FileNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"templates/evil.bpmn20.xml", "evil.bpmn20.xml", "templates/x.dmn11.xml", "x.cmmn", "x.cmmn10.xml", "templates/x.cmmn", "X.BPMN", "x.Bpmn",
      "templates/x.bpmn", "templates/xbpmn", "xdmn", "templates/xform", "sub/x.bpmn", "BPMN", "templates/x.BPMN20.XML"})
  void what_the_engine_would_run_unread_is_refused_by_two_rules(String name) {
    var faults = PlantedFaults.check(PlantedFaults.shipped("warwickshire").with(Map.of(name, "<x/>".getBytes(StandardCharsets.UTF_8))));

    PlantedFaults.assertNamed(faults, name, name, "the file name '" + name + "'", "small letters");
    PlantedFaults.assertNamed(faults, name, name, "a file that the engine would run and nobody has read", "small letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"templates/../../evil.txt", "templates/evil.html", "templates/Evil.txt", "templates/sub/evil.txt", "/etc/passwd.txt", "a b.bpmn", "a--b.bpmn",
      "-a.bpmn", "a_b.form", "templates\\evil.txt", "templates/evil.txt\n", "macro.groovy", "Authority.yaml", "templates/authority.yaml", ".bpmn", "\u0430.bpmn"})
  void any_other_name_is_refused_in_words(String name) {
    var faults = PlantedFaults.check(PlantedFaults.shipped("warwickshire").with(Map.of(name, "<x/>".getBytes(StandardCharsets.UTF_8))));

    PlantedFaults.assertNamed(faults, name, name, "the file name '" + name + "'", "small letters");
  }

  @ParameterizedTest
  @MethodSource("shippedNames")
  void the_names_of_shipped_files_are_allowed(String name) {
    assertThat(FileNames.allowed(name)).isTrue();
  }

  static Stream<String> shippedNames() {
    return PackFiles.shippedAuthorities().stream().flatMap(authority -> PlantedFaults.shipped(authority).content().keySet().stream()).distinct();
  }

  @Test
  void a_name_is_of_bounded_length() {
    assertThat(FileNames.allowed("a".repeat(95) + ".bpmn")).isTrue();
    assertThat(FileNames.allowed("a".repeat(96) + ".bpmn")).isFalse();
  }

  @Test
  void a_letter_is_nothing_that_the_engine_runs() {
    assertThat(FileNames.engineReads("templates/panel-decision.txt")).isFalse();
    assertThat(FileNames.engineReads("authority.yaml")).isFalse();
  }
}
