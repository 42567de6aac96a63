package org.baton.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures in {@code docs/pictures} are those of the models, and {@code docs/models.md} shows each once;
 * {@code mvn test -Dtest=ModelPicturesTest -Dbaton.draw=true} draws them anew.
 */
class ModelPicturesTest {

  private static final Path PICTURES = Path.of("docs/pictures");
  private static final Path GALLERY = Path.of("docs/models.md");

  static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void the_picture_is_that_of_the_model(Path file) throws IOException {
    var picture = PICTURES.resolve(picture(file));
    var drawn = ModelPicture.of(Bpmn.readModelFromFile(file.toFile()));
    if (Boolean.getBoolean("baton.draw")) {
      Files.createDirectories(PICTURES);
      Files.writeString(picture, drawn);
    }
    assertThat(picture).as("draw it anew with -Dbaton.draw=true").hasContent(drawn);
  }

  @Test
  void the_gallery_shows_every_model_once() throws IOException {
    var page = gallery();
    if (Boolean.getBoolean("baton.draw")) {
      Files.writeString(GALLERY, page);
    }
    assertThat(Files.readString(GALLERY)).isEqualTo(page);
    try (Stream<Path> pictures = Files.list(PICTURES)) {
      assertThat(pictures.map(picture -> picture.getFileName().toString())).as("pictures of models that are no more")
          .allMatch(picture -> page.contains("(pictures/" + picture + ")"));
    }
  }

  private static String gallery() throws IOException {
    var page = new StringBuilder("# The models\n\nDrawn by `mvn test -Dtest=ModelPicturesTest -Dbaton.draw=true`; a test compares the pictures with the models.\n");
    var folder = "";
    for (var file : models()) {
      var of = file.getParent().getFileName().toString();
      if (!of.equals(folder)) {
        folder = of;
        page.append("\n## ").append(heading(of)).append('\n');
      }
      var process = Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(Process.class).iterator().next();
      page.append("\n### ").append(process.getName()).append("\n\n`").append(file).append("`\n\n![").append(process.getName()).append("](pictures/").append(picture(file)).append(")\n");
    }
    return page.toString();
  }

  private static String heading(String folder) {
    return folder.equals("shared") ? "Shared by the authorities"
        : Arrays.stream(folder.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining(" "));
  }

  private static String picture(Path model) {
    return model.getParent().getFileName() + "-" + model.getFileName().toString().replace(".bpmn", ".svg");
  }
}
