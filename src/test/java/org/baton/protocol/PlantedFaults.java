package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.params.provider.Arguments;

/** Plants one fault into a shipped pack and asks whether the check names it. */
final class PlantedFaults {

  static final PackVocabulary VOCABULARY = new DeclaredVocabulary();

  private static final Map<String, PackFiles> SHIPPED = new ConcurrentHashMap<>();

  private PlantedFaults() {}

  static Arguments fault(String what, String file, String sound, String faulty, String element, String found, String expected) {
    return Arguments.of(what, file, sound, faulty, element, found, expected);
  }

  static PackFiles shipped(String authority) {
    return SHIPPED.computeIfAbsent(authority, PlantedFaults::read);
  }

  private static PackFiles read(String authority) {
    var faults = new ArrayList<PackFault>();
    var files = PackFiles.shipped(authority, faults);
    assertThat(faults.stream().map(fault -> fault.ofShipped(authority))).isEmpty();
    return files;
  }

  static PackFiles planted(String authority, String file, String sound, String faulty) {
    var files = shipped(authority);
    var text = new String(files.content().get(file), StandardCharsets.UTF_8);
    assertThat(text).as("the place where the fault is planted").contains(sound);
    return files.with(Map.of(file, text.replace(sound, faulty).getBytes(StandardCharsets.UTF_8)));
  }

  static List<PackFault> check(PackFiles files) {
    return PackCheck.check(files, VOCABULARY);
  }

  /** As {@link #check}, without those of steps that were planted and not drawn. */
  static List<PackFault> undrawn(PackFiles files) {
    return check(files).stream().filter(fault -> !fault.found().endsWith("that the picture does not show")).toList();
  }

  /** The fault is named by its file and element, with what stands there and what was expected. */
  static void assertNamed(List<PackFault> faults, String file, String element, String found, String expected) {
    assertThat(faults).anySatisfy(fault -> {
      assertThat(fault.file()).isEqualTo(file);
      assertThat(fault.element()).startsWith(element);
      assertThat(fault.found()).contains(found);
      assertThat(fault.expected()).contains(expected);
    });
  }
}
