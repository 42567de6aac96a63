package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A step that was left out leaves behind what it named; that is refused, so that it is noticed. */
class UnusedCheckTest {

  /** One name of each kind of row, of a step that stands once in its pack. */
  static Stream<Arguments> leftOut() {
    return Stream.of(
        Arguments.of("warwickshire", "a message that is not sent", "notices.send(execution, 'lateReferral')", "notice.dmn", "'lateReferral', which no step names"),
        Arguments.of("camden", "a stage that no case comes to", "cases.stage(execution, 'ALLOCATED')", "holder.dmn", "'ALLOCATED', which no step names"),
        Arguments.of("north-east-lincolnshire", "an outcome that no case is closed with", "cases.close(execution, 'ADVICE_GIVEN')", "closure.dmn", "'ADVICE_GIVEN', which no step names"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("leftOut")
  void what_the_step_named_is_left_behind(String authority, String what, String call, String file, String found) {
    var sound = PlantedFaults.shipped(authority);
    var changed = new HashMap<String, byte[]>();
    sound.content().forEach((name, bytes) -> {
      var text = new String(bytes, StandardCharsets.UTF_8);
      if (name.endsWith(".bpmn") && text.contains(call)) {
        changed.put(name, text.replace(call, call.startsWith("cases.close") ? "cases.close(execution, 'OUTCOME_MET')" : "cases.readSharing(execution)").getBytes(StandardCharsets.UTF_8));
      }
    });
    assertThat(changed).as("models with the step").isNotEmpty();
    PlantedFaults.assertNamed(PlantedFaults.check(sound.with(changed)), file, "rule_", found, "a step that names it, or no such row");
  }

  /** Of a form's own fact, and of what follows from a consent. */
  static Stream<Arguments> unread() {
    return Stream.of(
        Arguments.of("check-minutes.form", "\"target\": \"answer\"", "\"target\": \"fact\"", "field_administrationSound", "administrationSound"),
        Arguments.of("obtain-consent.form", "\"target\": \"consent.sharing\"", "\"target\": \"consent.shearing\"", "field_", "consentShearing"));
  }

  @ParameterizedTest(name = "{4}")
  @MethodSource("unread")
  void a_fact_that_nothing_reads_is_named(String file, String sound, String faulty, String element, String fact) {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("warwickshire", file, sound, faulty)), file, element, "the fact '" + fact + "', which nothing reads",
        "a table, a condition of a model or of a form that asks it");
  }

  @ParameterizedTest
  @MethodSource("org.baton.protocol.PackFiles#shippedAuthorities")
  void a_form_that_no_step_asks_is_named(String authority) {
    var pack = PlantedFaults.shipped(authority);
    var form = first(pack, ".form");
    var faults = PlantedFaults.check(pack.with(Map.of(
        "never-asked.form", form.replaceFirst("\"id\": \"" + id(form) + "\"", "\"id\": \"neverAsked\"").getBytes(StandardCharsets.UTF_8))));
    PlantedFaults.assertNamed(faults, "never-asked.form", "neverAsked", "a form that no step asks", "camunda:formRef neverAsked");
  }

  @ParameterizedTest
  @MethodSource("org.baton.protocol.PackFiles#shippedAuthorities")
  void a_process_that_nothing_begins_is_named(String authority) {
    var pack = PlantedFaults.shipped(authority);
    var process = new String(pack.content().get("safeguarding.bpmn"), StandardCharsets.UTF_8).replace("\"safeguarding\"", "\"neverBegun\"");
    PlantedFaults.assertNamed(PlantedFaults.check(pack.with(Map.of("never-begun.bpmn", process.getBytes(StandardCharsets.UTF_8)))),
        "never-begun.bpmn", "neverBegun", "a process that nothing begins", "a start form, a call or a step that begins it");
  }

  private static String first(PackFiles pack, String ending) {
    return pack.content().entrySet().stream().filter(file -> file.getKey().endsWith(ending)).map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
        .filter(text -> !text.contains("case.reference") && !id(text).equals("referral")).findFirst().orElseThrow();
  }

  private static String id(String form) {
    var found = Pattern.compile("(?m)^ {2}\"id\": \"(\\w+)\"").matcher(form);
    return found.find() ? found.group(1) : "";
  }
}
