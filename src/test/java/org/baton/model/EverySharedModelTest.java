package org.baton.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every shared model has a test that runs it by itself. */
class EverySharedModelTest {

  private static final Pattern TESTED = Pattern.compile("super\\(\"shared\", \"(\\w+)\", List");
  private static final Pattern PROCESS = Pattern.compile("<(?:bpmn:)?process id=\"(\\w+)\"");

  @Test
  void each_is_run_by_itself() throws IOException {
    var models = new TreeSet<String>();
    try (var files = Files.list(Path.of("bpmn/shared"))) {
      files.forEach(file -> PROCESS.matcher(text(file)).results().forEach(found -> models.add(found.group(1))));
    }
    var tested = new TreeSet<String>();
    try (var tests = Files.list(Path.of("src/test/java/org/baton/model"))) {
      tests.forEach(file -> TESTED.matcher(text(file)).results().forEach(found -> tested.add(found.group(1))));
    }
    assertThat(tested).isEqualTo(models);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
