package org.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of the glossary are those of code, tables and models. */
class GlossaryTest {

  private static final Path GLOSSARY = Path.of("docs/glossary.md");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern CREATED = Pattern.compile("(?i)create table (\\w+)");
  private static final Pattern DECISION = Pattern.compile("<decision id=\"(\\w+)\"");

  static Stream<String> rows() throws IOException {
    return Files.readAllLines(GLOSSARY).stream().filter(line -> line.startsWith("| ") && !line.startsWith("| word "));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_word_stands_where_the_glossary_says(String row) {
    var columns = row.split("\\|");
    assertThat(columns).as("word, meaning, where it stands").hasSize(4);
    var names = NAME.matcher(columns[3]).results().map(found -> found.group(1)).toList();
    assertThat(names).isNotEmpty();
    assertThat(known()).containsAll(names);
  }

  /** So that nobody has to choose between two. */
  @Test
  void no_word_is_explained_twice() throws IOException {
    assertThat(rows().flatMap(row -> Arrays.stream(row.split("\\|")[1].split(","))).map(String::strip)).doesNotHaveDuplicates();
  }

  private static Set<String> known() {
    var known = new TreeSet<String>();
    each("src/main/java", ".java", file -> known.add(name(file)));
    each("bpmn", ".bpmn", file -> known.add(name(file)));
    each("dmn", ".dmn", file -> DECISION.matcher(text(file)).results().forEach(found -> known.add(found.group(1))));
    each("src/main/resources/db/migration", ".sql", file -> CREATED.matcher(text(file)).results().forEach(found -> known.add(found.group(1))));
    return known;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void each(String folder, String ending, Consumer<Path> file) {
    try (var files = Files.walk(Path.of(folder))) {
      files.filter(path -> path.toString().endsWith(ending)).forEach(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
