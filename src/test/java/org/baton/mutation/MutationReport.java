package org.baton.mutation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Takes over what the halves found, and writes {@code target/mutation/index.html} and {@code summary.json}. */
class MutationReport {

  private static final Path PAGE = Path.of("docs/reliability.md");
  private static final String BEGIN = "<!-- written by MutationReport -->";
  private static final String END = "<!-- end -->";

  @Test
  void takes_over_what_was_found_and_tells_it() throws IOException {
    var page = new StringBuilder("""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Taken away</title><style>body{font-family:sans-serif;margin:2em}
        table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.3em .6em;text-align:left}</style></head><body>
        <h1>What was taken away from the protocols, and which tests noticed</h1>
        """);
    var summary = new TreeMap<String, Object>();
    var all = new ArrayList<Tried>();
    for (var authority : MutantsRun.authorities()) {
      var tests = new ClauseTests(authority);
      var results = Results.of(authority, tests);
      results.take(MutantsRun.part(authority, 0));
      results.take(MutantsRun.part(authority, 1));
      var mutants = Mutants.of(authority);
      results.write(mutants);
      // A mutant may be of the other half next time; what its half says now would then outlive what that one finds.
      Files.deleteIfExists(MutantsRun.part(authority, 0));
      Files.deleteIfExists(MutantsRun.part(authority, 1));
      var tried = mutants.stream().map(mutant -> new Tried(mutant, results.of(mutant), tests.isExample(results.of(mutant).by()))).toList();
      summary.put(authority, counted(tried));
      all.addAll(tried);
      tell(page, authority, tried, tests);
    }
    Files.createDirectories(MutantsRun.FOLDER);
    Files.writeString(MutantsRun.FOLDER.resolve("index.html"), page.append("</body></html>\n"));
    write(all);
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(MutantsRun.FOLDER.resolve("summary.json").toFile(), summary);
  }

  /** Into the page of the repository, between its marks. */
  private static void write(List<Tried> all) throws IOException {
    var lines = new ArrayList<>(List.of(BEGIN, "| What is taken away | mutants | killed | of these by examples | survived | equivalent | killed of those that can be noticed |", "|---|---|---|---|---|---|---|"));
    for (var kind : Kind.values()) {
      lines.add(line(kind.part() + ": " + kind.inWords(), all.stream().filter(one -> one.mutant().kind() == kind).toList()));
    }
    lines.add(line("**all**", all));
    all.stream().collect(Collectors.groupingBy(one -> one.mutant().authority(), TreeMap::new, Collectors.toList())).forEach((authority, some) -> lines.add(line(authority, some)));
    var page = Files.readString(PAGE);
    Files.writeString(PAGE, page.substring(0, page.indexOf(BEGIN)) + String.join("\n", lines) + "\n" + page.substring(page.indexOf(END)));
  }

  private static String line(String what, List<Tried> tried) {
    var counts = counts(tried);
    var killed = counts.getOrDefault("killed", 0L);
    var met = killed + counts.getOrDefault("survived", 0L) + counts.getOrDefault("unknown", 0L);
    return "| %s | %d | %d | %d | %d | %d | %s |".formatted(what, tried.size(), killed, counts.get("killedByExamples"), met - killed, counts.getOrDefault("equivalent", 0L), met == 0 ? "" : "%.1f %%".formatted(100.0 * killed / met));
  }

  private static Map<String, Object> counted(List<Tried> tried) {
    var counted = new LinkedHashMap<String, Object>();
    counted.put("all", counts(tried));
    tried.stream().collect(Collectors.groupingBy(one -> one.mutant().kind(), () -> new EnumMap<>(Kind.class), Collectors.toList())).forEach((kind, some) -> counted.put(kind.name(), counts(some)));
    return counted;
  }

  private record Tried(Mutant mutant, Verdict verdict, boolean byExample) {}

  /** Also how many an example noticed, which says again what stands in the file, and how many a story or a test that runs the protocol. */
  private static Map<String, Long> counts(List<Tried> tried) {
    var counts = new TreeMap<String, Long>();
    states(tried).forEach((state, count) -> counts.put(state.name().toLowerCase(), count));
    counts.put("killedByExamples", tried.stream().filter(one -> one.verdict().state() == Verdict.State.KILLED && one.byExample()).count());
    return counts;
  }

  private static Map<Verdict.State, Long> states(List<Tried> tried) {
    return tried.stream().collect(Collectors.groupingBy(one -> one.verdict().state(), () -> new EnumMap<>(Verdict.State.class), Collectors.counting()));
  }

  private static void tell(StringBuilder page, String authority, List<Tried> tried, ClauseTests tests) {
    page.append("<h2>").append(authority).append("</h2><table><tr><th>What</th><th>mutated</th>");
    for (var state : Verdict.State.values()) {
      page.append("<th>").append(state.name().toLowerCase()).append("</th>");
    }
    page.append("<th>of the killed, by examples</th><th>killed of those that tests can meet</th></tr>");
    for (var kind : Kind.values()) {
      row(page, kind.part() + ": " + kind.inWords(), tried.stream().filter(one -> one.mutant().kind() == kind).toList());
    }
    row(page, "all", tried);
    page.append("</table><h3>Not noticed</h3><table><tr><th>Mutant</th><th>What</th><th>Clauses</th><th>Tests that passed</th></tr>");
    tried.stream().filter(one -> one.verdict().state() == Verdict.State.SURVIVED).forEach(one -> page.append("<tr><td>").append(html(one.mutant().key())).append("</td><td>").append(one.mutant().kind().inWords())
        .append("</td><td>").append(String.join(", ", one.mutant().clauses())).append("</td><td>").append(tests.of(one.mutant().clauses()).stream().map(test -> html(test.name())).collect(Collectors.joining("<br>"))).append("</td></tr>\n"));
    page.append("</table>");
  }

  private static void row(StringBuilder page, String what, List<Tried> tried) {
    var states = states(tried);
    var met = states.getOrDefault(Verdict.State.KILLED, 0L) + states.getOrDefault(Verdict.State.SURVIVED, 0L);
    page.append("<tr><td>").append(what).append("</td><td>").append(tried.size()).append("</td>");
    for (var state : Verdict.State.values()) {
      page.append("<td>").append(states.getOrDefault(state, 0L)).append("</td>");
    }
    page.append("<td>").append(tried.stream().filter(one -> one.verdict().state() == Verdict.State.KILLED && one.byExample()).count()).append("</td><td>").append(met == 0 ? "" : "%.1f %%".formatted(100.0 * states.getOrDefault(Verdict.State.KILLED, 0L) / met)).append("</td></tr>\n");
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
