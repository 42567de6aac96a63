package org.baton.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures in {@code docs/pictures} are those of the models; {@code mvn test -Dtest=ModelPicturesTest -Dbaton.draw=true} draws them anew. */
class ModelPicturesTest {

  private static final Path PICTURES = Path.of("docs/pictures");

  static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void the_picture_is_that_of_the_model(Path file) throws IOException {
    var picture = PICTURES.resolve(file.getParent().getFileName() + "-" + file.getFileName().toString().replace(".bpmn", ".svg"));
    var drawn = ModelPicture.of(Bpmn.readModelFromFile(file.toFile()));
    if (Boolean.getBoolean("baton.draw")) {
      Files.createDirectories(PICTURES);
      Files.writeString(picture, drawn);
    }
    assertThat(picture).as("draw it anew with -Dbaton.draw=true").hasContent(drawn);
  }
}
