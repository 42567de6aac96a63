package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baton.protocol.PlantedFaults.fault;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile by which no sitting could be planned, or no group named, is refused, in words of the profile. */
class ProfileCheckTest {

  private static final String RUGBY = "{id: rugby, name: Rugby (Borough Wide), everyWeeks: 6, firstMeeting: 2026-01-15, startsAt: \"10:00\", hours: 3}";

  static Stream<Arguments> faults() {
    return Stream.of(
        rugby("everyWeeks: 6", "everyWeeks: 0", "rugby", "everyWeeks: 0", "1 to 52"),
        rugby("everyWeeks: 6, ", "", "rugby", "everyWeeks: 0", "1 to 52"),
        rugby("2026-01-15", "2026-01-18", "rugby", "firstMeeting: 2026-01-18", "Monday to Friday"),
        rugby("startsAt: \"10:00\", ", "", "rugby", "startsAt: nothing", "a time of day"),
        rugby("hours: 3", "hours: 13", "rugby", "hours: 13", "1 to 12"),
        rugby("name: Rugby (Borough Wide)", "name: \" \"", "rugby", "the name ' '", "1 to 120 characters"),
        rugby("id: rugby", "id: warwick", "forums", "'warwick' a second time", "each id once"),
        rugby("id: rugby", "id: Rugby Town", "forums", "'Rugby Town'", "small letters"),
        rugby("startsAt: \"10:00\"", "startsAt: \"25:00\"", "forums[2].startsAt", "'25:00'", "a time of day such as"),
        rugby("hours: 3", "hours: three", "forums[2].hours", "'three'", "a whole number"),
        rugby("hours: 3", "hour: 3", "forums[2].hour", "the setting 'hour', which nothing reads", "one of [hours, "),
        fault("a service twice", "authority.yaml", "{id: prospects,", "{id: police,", "services", "'police' a second time", "each id once"),
        fault("a service that is too long", "authority.yaml", "{id: prospects,", "{id: " + "p".repeat(41) + ",", "services", "ppp", "40 characters at most"),
        fault("a service without a name", "authority.yaml", "name: \"Prospects\",", "name: \"\",", "prospects", "the name ''", "1 to 120 characters"),
        fault("a clause that nobody published", "authority.yaml", "clause: WAR-4.4k", "clause: WAR-9.9z", "prospects", "WAR-9.9z", "a clause of the catalogue"),
        fault("a setting twice", "authority.yaml", "caseNumberPrefix: WAR", "caseNumberPrefix: WAR\ncaseNumberPrefix: XYZ", "authority.yaml", "caseNumberPrefix", "a well-formed file"),
        fault("another authority", "authority.yaml", "authority: warwickshire", "authority: camden", "authority", "camden", "warwickshire"),
        fault("a tab", "authority.yaml", "closures:\n  2026-12-29", "closures:\n\t2026-12-29", "authority.yaml", "line", "a well-formed file"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("faults")
  void a_profile_is_refused_with(String what, String file, String sound, String faulty, String element, String found, String expected) {
    var faults = PlantedFaults.check(PlantedFaults.planted("warwickshire", file, sound, faulty));

    PlantedFaults.assertNamed(faults, file, element, found, expected);
    assertThat(faults.toString()).doesNotContain("org.baton", "com.fasterxml", "java.", "REDACTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "[]", "just text", "{}"})
  void a_profile_or_catalogue_that_says_nothing_is_refused_in_words(String yaml) {
    for (var file : new String[] {"authority.yaml", "catalogue.yaml"}) {
      var faults = PlantedFaults.check(PlantedFaults.shipped("warwickshire").with(Map.of(file, yaml.getBytes(StandardCharsets.UTF_8))));

      assertThat(faults).as(file + " " + yaml).isNotEmpty().extracting(PackFault::file).contains(file);
      assertThat(faults.toString()).doesNotContain("org.baton", "com.fasterxml", "java.", "REDACTED");
    }
  }

  @Test
  void a_panel_that_nobody_sits_on_is_refused() {
    var profile = new String(PlantedFaults.shipped("warwickshire").content().get(PackFiles.PROFILE), StandardCharsets.UTF_8);
    assertThat(profile).contains("core: true");
    var faults = PlantedFaults.check(PlantedFaults.shipped("warwickshire").with(Map.of(PackFiles.PROFILE, profile.replace("core: true", "core: false").getBytes(StandardCharsets.UTF_8))));
    PlantedFaults.assertNamed(faults, PackFiles.PROFILE, "services", "no service with core: true", "one at least");
  }

  private static Arguments rugby(String sound, String faulty, String element, String found, String expected) {
    return fault(faulty, "authority.yaml", RUGBY, RUGBY.replace(sound, faulty), element, found, expected);
  }
}
