package org.baton.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.baton.proof.Traceability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tries every mutant of the authorities whose result is not known, a half in each of two processes; what was tried is written down at
 * once, so that a run that is stopped goes on where it was. {@code baton.mutants} narrows it to those whose names contain it.
 */
abstract class MutantsRun {

  static final Path FOLDER = Path.of("target/mutation");
  private static final int HALVES = 2;

  private final int half;

  MutantsRun(int half) {
    this.half = half;
  }

  static List<String> authorities() throws IOException {
    return Traceability.authorities();
  }

  static Path part(String authority, int half) {
    return FOLDER.resolve(authority + "-" + half + ".tsv");
  }

  @ParameterizedTest
  @MethodSource("authorities")
  void every_mutant_meets_the_tests_of_its_clauses(String authority) throws IOException {
    var jury = new Jury(authority);
    var known = Results.of(authority, jury.tests());
    known.take(part(authority, half));
    Files.createDirectories(FOLDER);
    var mutants = new ArrayList<>(Mutants.of(authority));
    for (var at = half; at < mutants.size(); at += HALVES) {
      var mutant = mutants.get(at);
      if (mutant.key().contains(System.getProperty("baton.mutants", "")) && known.of(mutant).state() == Verdict.State.UNKNOWN) {
        note(authority, known.line(mutant, jury.of(mutant)));
      }
    }
  }

  private void note(String authority, String line) {
    try {
      Files.writeString(part(authority, half), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
