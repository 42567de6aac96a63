package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that somebody chose who had made the pack of harrowmere by the how-to and did not know this check: one at a time, each of a kind by
 * which cases would go wrong. Those that are taken say why; whoever finds one of them moves its row to the others.
 */
class PlantedByAStrangerTest {

  private static final String AUTHORITY = "harrowmere";
  private static final String TAKEN = "-";
  private static final int LEAST = 51;

  /** @param sound what stands in the file; empty if the whole file is taken away */
  private record Mistake(String what, String file, String sound, String faulty, String refusedIn, String because) {}

  private static List<Mistake> mistakes() throws IOException {
    var lines = Files.readAllLines(Path.of("src/test/resources/planted/" + AUTHORITY + ".tsv"));
    return lines.stream().skip(1).map(line -> line.split("\t", -1))
        .map(part -> new Mistake(part[0], named(part[1]), part[2].replace("\\n", "\n"), part[3].replace("\\n", "\n"), part[4], part[5])).toList();
  }

  static Stream<Arguments> numbered() throws IOException {
    var mistakes = mistakes();
    return IntStream.range(0, mistakes.size()).mapToObj(at -> Arguments.of(at + 1, mistakes.get(at).what(), mistakes.get(at)));
  }

  @ParameterizedTest(name = "{0}. {1}")
  @MethodSource("numbered")
  void is_refused_where_it_stands_or_known_to_be_taken(int number, String what, Mistake mistake) {
    var faults = PlantedFaults.check(planted(mistake));
    if (mistake.refusedIn().equals(TAKEN)) {
      assertThat(faults).as("taken until now, as %s", mistake.because()).isEmpty();
    } else {
      assertThat(faults).anySatisfy(fault -> {
        assertThat(fault.file()).isEqualTo(mistake.refusedIn());
        assertThat(fault.found()).startsWith(mistake.because());
        assertThat(fault.expected()).isNotBlank();
      });
    }
  }

  @Test
  void most_are_refused() throws IOException {
    assertThat(mistakes()).hasSize(56);
    assertThat(mistakes().stream().filter(mistake -> !mistake.refusedIn().equals(TAKEN))).hasSizeGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void a_clause_that_nothing_carries_out_is_found_when_the_pack_is_built() throws IOException {
    var planted = mistakes().stream().filter(mistake -> mistake.what().equals("a clause that the system is to carry out and nothing does")).findFirst().orElseThrow();
    assertThat(ShippedPacksTest.carriedOutByNothing(planted(planted))).containsExactly("HWM-14");
  }

  private static PackFiles planted(Mistake mistake) {
    var shipped = PlantedFaults.shipped(AUTHORITY);
    if (!mistake.sound().isEmpty()) {
      var text = new String(shipped.content().get(mistake.file()), StandardCharsets.UTF_8);
      assertThat(text).as("the place where the mistake is planted").contains(mistake.sound());
      return shipped.with(Map.of(mistake.file(), text.replace(mistake.sound(), mistake.faulty()).getBytes(StandardCharsets.UTF_8)));
    }
    var content = new TreeMap<>(shipped.content());
    assertThat(content.remove(mistake.file())).isNotNull();
    return new PackFiles(AUTHORITY, content);
  }

  /** As the pack names its files: {@code dmn/harrowmere/notice.dmn} is {@code notice.dmn} there. */
  private static String named(String path) {
    var file = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith("authorities/") ? PackFiles.PROFILE : path.startsWith("protocols/") ? PackFiles.CATALOGUE : path.startsWith("templates/") ? PackFiles.LETTERS + file : file;
  }
}
