package org.baton.story;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baton.protocol.Pack;

/**
 * Files of a pack that prove it: those of the authorities that are built in, and those of the made-up ones of the tests; of one authority,
 * or one file alone, with the property {@code baton.stories}.
 */
final class PackYaml {

  /** As many as on a test: what proves more proves none of them well. */
  static final int MOST_CLAUSES = 3;

  static final String FORM = ".form";
  static final String LETTER = ".txt";
  static final String STEPS = ".steps";

  private static final ObjectMapper YAML = YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private PackYaml() {}

  /** The files of a kind without their ending, such as {@code camden/smooth-step-down}, in order. */
  static List<String> names(String kind) {
    var all = new ArrayList<String>();
    for (var folder : folders(kind)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".yaml")).map(file -> folder.relativize(file).toString().replace('\\', '/').replace(".yaml", "")).forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    var asked = System.getProperty("baton.stories", "");
    return all.stream().filter(name -> all.contains(asked) ? name.equals(asked) : name.startsWith(asked)).sorted().toList();
  }

  /** Examples of one kind, which the ends of their names say; those of tables have none of these. */
  static List<String> examplesOf(String ending) {
    return names("examples").stream().filter(name -> name.endsWith(ending)).toList();
  }

  static boolean ofTable(String name) {
    return Stream.of(FORM, LETTER, STEPS).noneMatch(name::endsWith);
  }

  /** @param name as {@link #names} gives it */
  static Path file(String kind, String name) {
    return folders(kind).stream().map(folder -> folder.resolve(name + ".yaml")).filter(Files::exists).findFirst().orElseThrow();
  }

  /** @throws IllegalArgumentException which names the file, the line and what was expected */
  static <T> T read(Path file, Class<T> type) {
    try {
      return YAML.readValue(Files.readString(file), type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + ", line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws IllegalArgumentException if the authority's catalogue has no such clause: what names none proves none */
  static void requireKnown(Pack pack, Path file, List<String> clauses) {
    clauses.stream().filter(clause -> pack.catalogue().find(clause).isEmpty()).findFirst().ifPresent(clause -> {
      throw new IllegalArgumentException(file + ": clause " + clause + "; expected one of protocols/" + pack.authority() + ".yaml");
    });
  }

  private static List<Path> folders(String kind) {
    return Stream.of(Path.of(kind), Path.of("src/test/resources/pack", kind), Path.of("src/starter", kind)).filter(Files::isDirectory).toList();
  }
}
