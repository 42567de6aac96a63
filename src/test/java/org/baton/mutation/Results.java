package org.baton.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of each mutant at the last run, kept in the repository: a mutant whose element and whose test are as they were need not be
 * run again. Those that do what the pack does are named by hand in a file of their own, with a reason.
 */
final class Results {

  static final Path FOLDER = Path.of("src/test/mutation");
  private static final Path EQUIVALENT = FOLDER.resolve("equivalent.tsv");

  /** @param tests hash of the test that failed, or of all that passed */
  private record Line(String hash, Verdict verdict, String tests) {}

  private final String authority;
  private final ClauseTests tests;
  private final Map<String, Line> lines = new TreeMap<>();
  private final Map<String, String> equivalent;

  private Results(String authority, ClauseTests tests) {
    this.authority = authority;
    this.tests = tests;
    this.equivalent = equivalent(authority);
  }

  /** Those that are kept, if any are. */
  static Results of(String authority, ClauseTests tests) {
    var results = new Results(authority, tests);
    results.take(results.file());
    return results;
  }

  /** By what mutants of the authority are called, the reasons why they do what the pack does. */
  static Map<String, String> equivalent(String authority) {
    return lines(EQUIVALENT).filter(cells -> cells.get(0).equals(authority)).collect(Collectors.toMap(cells -> cells.get(1), cells -> cells.get(2)));
  }

  /** Adds what a run wrote down; a file that is not there adds nothing. */
  void take(Path file) {
    lines(file).forEach(cells -> lines.put(cells.get(0), new Line(cells.get(1), new Verdict(Verdict.State.valueOf(cells.get(2)), cells.get(3)), cells.get(4))));
  }

  Verdict of(Mutant mutant) {
    if (equivalent.containsKey(mutant.key())) {
      return new Verdict(Verdict.State.EQUIVALENT, equivalent.get(mutant.key()));
    }
    var line = lines.get(mutant.key());
    return line == null || !line.hash().equals(mutant.hash()) || !line.tests().equals(hash(mutant, line.verdict())) ? new Verdict(Verdict.State.UNKNOWN, "") : line.verdict();
  }

  /** As a line of the file. */
  String line(Mutant mutant, Verdict verdict) {
    return String.join("\t", mutant.key(), mutant.hash(), verdict.state().name(), verdict.by().replaceAll("\\s+", " "), hash(mutant, verdict));
  }

  /** Writes those of the mutants that there are, and no others. */
  void write(Collection<Mutant> mutants) throws IOException {
    Files.createDirectories(FOLDER);
    Files.write(file(), mutants.stream().filter(mutant -> lines.containsKey(mutant.key())).sorted(Comparator.comparing(Mutant::key)).map(mutant -> {
      var line = lines.get(mutant.key());
      return String.join("\t", mutant.key(), line.hash(), line.verdict().state().name(), line.verdict().by(), line.tests());
    }).toList());
  }

  private String hash(Mutant mutant, Verdict verdict) {
    var asked = tests.of(mutant.clauses());
    return Mutant.hash(asked.stream().filter(test -> verdict.state() != Verdict.State.KILLED || test.name().equals(verdict.by())).map(ClauseTest::source).collect(Collectors.joining("\n")));
  }

  private Path file() {
    return FOLDER.resolve(authority + ".tsv");
  }

  private static Stream<List<String>> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> List.of(line.split("\t", -1))) : Stream.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
