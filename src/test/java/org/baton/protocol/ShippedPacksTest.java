package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped packs and those of the tests, held against everything that the modules declare. */
class ShippedPacksTest {

  /** What lies outside cases. */
  private static final Set<String> OUTSIDE = Set.of("reporting", "governance");

  @ParameterizedTest
  @MethodSource("org.baton.protocol.PackFiles#shippedAuthorities")
  void a_shipped_pack_is_sound(String authority) {
    assertThat(PlantedFaults.check(PlantedFaults.shipped(authority)).stream().map(fault -> fault.ofShipped(authority))).isEmpty();
  }

  /** Whose profile is gone is no authority any more, and nothing would say so of what is left. */
  @Test
  void every_folder_of_an_authority_has_its_profile() throws IOException {
    var known = new TreeSet<>(PackFiles.shippedAuthorities());
    known.add("shared");
    for (var kind : List.of("bpmn", "dmn", "forms", "templates", "stories", "examples")) {
      try (Stream<Path> folders = Files.list(Path.of(kind))) {
        assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())).as("folders of %s without a profile in authorities", kind).isSubsetOf(known);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.baton.protocol.PackFiles#shippedAuthorities")
  void every_clause_about_cases_is_named_by_what_carries_it_out(String authority) {
    assertThat(carriedOutByNothing(PlantedFaults.shipped(authority))).as("clauses without a step, a rule, a field or a line of carriedOut; 'enforce: none' says why one is not carried out").isEmpty();
  }

  static List<String> carriedOutByNothing(PackFiles files) {
    var carried = CarriedClauses.of(files);
    return new Pack("shipped", files).catalogue().clauses().stream().filter(clause -> clause.executable() && !OUTSIDE.contains(clause.pathway()))
        .map(Clause::id).filter(id -> !carried.contains(id)).toList();
  }
}
