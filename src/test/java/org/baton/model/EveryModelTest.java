package org.baton.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every model, shared or an authority's, has a test that runs it by itself. */
class EveryModelTest {

  private static final Pattern TESTED = Pattern.compile("super\\(\"([\\w-]+)\", \"(\\w+)\", List");
  private static final Pattern PROCESS = Pattern.compile("<(?:bpmn:)?process id=\"(\\w+)\"");

  @Test
  void each_is_run_by_itself() {
    var models = new TreeSet<String>();
    each("bpmn", ".bpmn", (file, text) ->
        PROCESS.matcher(text).results().forEach(found -> models.add(file.getParent().getFileName() + " " + found.group(1))));
    var tested = new TreeSet<String>();
    each("src/test/java/org/baton/model", "ModelTest.java", (file, text) ->
        TESTED.matcher(text).results().forEach(found -> tested.add(found.group(1) + " " + found.group(2))));
    var untested = new TreeSet<>(models);
    untested.removeAll(tested);
    assertThat(untested).as("models without a test").isEmpty();
    assertThat(models).as("models that are tested").containsAll(tested);
  }

  private static void each(String folder, String ending, BiConsumer<Path, String> read) {
    try (var files = Files.walk(Path.of(folder))) {
      for (var file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        read.accept(file, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
