package org.baton.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;

/** The examples and stories of an authority that say which clauses they prove, for whoever asks whether they do. */
public final class Proofs {

  private Proofs() {}

  /**
   * @param name of an example, its file and what it says; of a story, its file
   * @param text what stands in the file about it
   */
  public record Proof(String name, List<String> clauses, String text) {}

  public static List<Proof> examples(String authority) {
    return of("examples", authority).flatMap(Proofs::ofFile).toList();
  }

  private static Stream<Proof> ofFile(String name) {
    return Examples.read(name).examples().stream().map(example -> new Proof(name + ": " + example.says(), example.clauses(), example.toString()));
  }

  public static List<Proof> stories(String authority) {
    return of("stories", authority).map(file -> new Proof(file, StoryFile.read(PackYaml.file("stories", file)).clauses(), text("stories", file))).toList();
  }

  /** Whether the example is of that file of the pack. */
  public static boolean about(String name, String file) {
    var example = file(name).split("/")[1];
    return example.endsWith(PackYaml.STEPS) ? file.endsWith(".bpmn") || file.equals(PackFiles.PROFILE) : file.equals(example.endsWith(PackYaml.FORM) ? example : example.endsWith(PackYaml.LETTER) ? "templates/" + example : example + ".dmn");
  }

  /** Whether the example still holds in a pack; of what the pack does not have, it does not. */
  public static boolean holds(String name, Supplier<Pack> mutant) {
    try {
      Examples.read(file(name)).require(mutant.get(), name.substring(file(name).length() + ": ".length()));
      return true;
    } catch (AssertionError | RuntimeException e) {
      return false;
    }
  }

  private static String file(String example) {
    return example.substring(0, example.indexOf(": "));
  }

  private static Stream<String> of(String kind, String authority) {
    return PackYaml.names(kind).stream().filter(file -> file.startsWith(authority + "/"));
  }

  private static String text(String kind, String file) {
    try {
      return Files.readString(PackYaml.file(kind, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
