package org.baton.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.protocol.Clause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes the traceability page after all other tests, and fails on unknown clauses and on unproved ones of a complete catalogue. */
class TraceabilityIT {

  private static final Path FOLDER = Path.of("target/traceability");
  /** Homes that a manager changes: a cell, an element, a field, the profile. */
  private static final Pattern KEPT = Pattern.compile("\\.(dmn|bpmn|form) · |^authorities · ");
  private static Map<String, Traceability> all;

  @BeforeAll
  static void readMarksAndProofs() throws IOException {
    assertThat(Traceability.proofFiles()).as("what the tests proved; run them with mvn verify").isNotEmpty();
    all = Traceability.ofAll();
  }

  @Test
  void writes_the_summary_and_the_page() throws IOException {
    var summary = new LinkedHashMap<String, Object>();
    var page = new StringBuilder("""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Traceability</title>
        <style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.4em;
        vertical-align:top;text-align:left}.proved{background:#e6f4e6}.realised,.weak{background:#fff6dc}.outstanding{background:#fbe3e0}
        .none{color:#666}small{color:#444}</style></head><body><h1>Where each clause lives and what proves it</h1>
        """);
    all.forEach((authority, traceability) -> {
      summary.put(authority, Map.of(
          "clauses", traceability.executable().size(),
          "realised", traceability.executable().stream().filter(traceability::realised).count(),
          "tested", traceability.executable().stream().filter(traceability::tested).count(),
          "proved", traceability.executable().stream().filter(traceability::proved).count(),
          "weak", traceability.executable().stream().filter(clause -> traceability.tested(clause) && !traceability.proved(clause)).collect(Collectors.toMap(Clause::id, traceability::weaknesses, (one, other) -> one, TreeMap::new)),
          "outstanding", traceability.outstanding(),
          "notExecutable", traceability.catalogue().clauses().stream().filter(clause -> !clause.executable())
              .map(clause -> Map.of("id", clause.id(), "reason", String.valueOf(clause.reason()))).toList()));
      page.append("<h2>").append(traceability.catalogue().title()).append("</h2>").append(readings(traceability)).append("<table><tr><th>Clause</th><th>What it says</th>"
          + "<th>Reading, where the document is unclear</th><th>Where it lives</th><th>Proved by</th></tr>");
      traceability.catalogue().clauses().forEach(clause -> page.append(row(traceability, clause)));
      page.append("</table>");
    });
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("index.html"), page.append("</body></html>\n"));
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(FOLDER.resolve("summary.json").toFile(), summary);

    assertThat(FOLDER.resolve("summary.json")).content().contains("\"warwickshire\"", "\"outstanding\"");
  }

  @Test
  void no_mark_names_a_clause_that_nobody_published() {
    all.forEach((authority, traceability) -> assertThat(traceability.unknown()).as(authority).isEmpty());
  }

  /** Code is nothing that a manager can change. */
  @Test
  void the_reading_of_an_unclear_clause_is_kept_where_a_manager_can_change_it() {
    all.forEach((authority, traceability) -> assertThat(readings(traceability.executable()).filter(traceability::realised)
        .filter(clause -> traceability.homes(clause).stream().noneMatch(home -> KEPT.matcher(home).find())).map(Clause::id).toList())
        .as("readings of %s that stand in code alone", authority).isEmpty());
  }

  @Test
  void a_catalogue_that_says_complete_has_nothing_outstanding() {
    all.values().stream().filter(traceability -> traceability.catalogue().complete())
        .forEach(traceability -> assertThat(traceability.outstanding()).as(traceability.catalogue().title()).isEmpty());
  }

  @Test
  void what_a_model_table_or_form_says_it_carries_out_is_proved() {
    all.forEach((authority, traceability) -> assertThat(traceability.executable().stream()
        .filter(clause -> traceability.realised(clause) && !traceability.tested(clause)).map(Clause::id).toList())
        .as("clauses of %s that are realised without a proof", authority).isEmpty());
  }

  private static Stream<Clause> readings(List<Clause> clauses) {
    return clauses.stream().filter(clause -> clause.ambiguity() != null && !clause.ambiguity().isBlank());
  }

  private static String readings(Traceability traceability) {
    return "<h3>Readings of unclear clauses, and where to change them</h3><ul>" + readings(traceability.executable()).map(clause ->
        "<li><a href=\"#" + clause.id() + "\">" + clause.id() + "</a> " + html(clause.ambiguity()) + "<br><small>" + lines(traceability.homes(clause)) + "</small></li>")
        .collect(Collectors.joining("\n")) + "</ul>";
  }

  private static String row(Traceability traceability, Clause clause) {
    var state = !clause.executable() ? "none" : traceability.proved(clause) ? "proved" : traceability.tested(clause) ? "weak" : traceability.realised(clause) ? "realised" : "outstanding";
    return "<tr class=\"" + state + "\"><td id=\"" + clause.id() + "\">" + clause.id() + "<br><small>" + state + "</small></td><td>" + html(clause.text())
        + (clause.executable() ? "" : "<br><small>Not executed: " + html(clause.reason()) + "</small>") + "</td><td>" + html(clause.ambiguity())
        + "</td><td>" + lines(traceability.homes(clause)) + "</td><td>" + lines(traceability.proofs(clause)) + weaknesses(traceability.weaknesses(clause)) + "</td></tr>\n";
  }

  private static String weaknesses(List<String> weak) {
    return weak.isEmpty() ? "" : "<br><small>Not noticed when taken away: " + weak.stream().map(TraceabilityIT::html).collect(Collectors.joining("; ")) + "</small>";
  }

  private static String lines(Set<String> lines) {
    return lines.stream().map(TraceabilityIT::html).collect(Collectors.joining("<br>"));
  }

  private static String html(String text) {
    return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
