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

/**
 * Every shared model has a test that runs it by itself, and every model of an authority of which there is any such test. An authority whose
 * proof is files alone needs none: {@code FlowNodeCoverageIT} asks that its stories come by every step.
 */
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
    untested.removeIf(model -> tested.stream().noneMatch(other -> authority(other).equals(authority(model))));
    assertThat(tested).extracting(EveryModelTest::authority).contains("shared", "camden", "north-east-lincolnshire", "warwickshire");
    assertThat(untested).as("models without a test").isEmpty();
    assertThat(models).as("models that are tested").containsAll(tested);
  }

  private static String authority(String model) {
    return model.split(" ")[0];
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
