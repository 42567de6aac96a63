package org.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each table of the database belongs to the module that writes it; who reads it from elsewhere is named here, with the reason. */
class TableOwnersTest {

  private static final Path CODE = Path.of("src/main/java/org/baton");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern CREATED = Pattern.compile("create table (\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern WRITTEN = Pattern.compile("\\b(?:insert into|update|delete from)\\s+(\\w+)");
  private static final Pattern NAMED = Pattern.compile("\\b(?:from|into|update|join)\\s+(\\w+)");
  /** The classes that read tables of other modules, with exactly those tables. */
  private static final Map<String, Set<String>> READERS = Map.of(
      // The register is one page of the case file and the panels.
      "RegisterStore", Set.of("agenda_item", "case_child", "family_case", "form_answer", "meeting", "panel_decision", "person"),
      // A page of duties is cut after what a person may see.
      "DutyStore", Set.of("deadline", "family_case", "meeting"),
      // The open cases of a forum that were decided on, and the last decision on a case or on the one that it parted from, each in one query.
      "DecisionStore", Set.of("chronology", "family_case"),
      // Every step of every process asks first.
      "OwnCase", Set.of("agenda_item", "case_run", "family_case", "meeting", "panel_action", "panel_member"),
      // The case file beside the engine's executions.
      "LostCasesStore", Set.of("case_run", "family_case"));
  /** Tables that no code writes, with the reason. */
  private static final Map<String, String> UNWRITTEN = Map.of(
      "planning_lock", "its rows come with it; they are locked and never changed",
      "agenda_place", "dropped by the migration that made it",
      "agenda_twice", "dropped by the migration that made it");

  /** @param module that the statement stands in */
  private record Statement(String file, String module, String table) {}

  @Test
  void a_table_is_written_by_one_module() throws IOException {
    var writers = new TreeMap<String, Set<String>>();
    statements(WRITTEN).forEach(one -> writers.computeIfAbsent(one.table(), table -> new TreeSet<>()).add(one.module()));
    assertThat(writers).hasSizeGreaterThan(30).allSatisfy((table, modules) -> assertThat(modules).as(table).hasSize(1));
  }

  @Test
  void a_table_that_nobody_writes_is_known() throws IOException {
    var unwritten = new TreeSet<>(tables());
    statements(WRITTEN).forEach(one -> unwritten.remove(one.table()));
    assertThat(unwritten).containsExactlyInAnyOrderElementsOf(UNWRITTEN.keySet());
  }

  @Test
  void what_reads_tables_of_other_modules_is_known_with_each_of_them() throws IOException {
    var owners = statements(WRITTEN).stream().collect(Collectors.toMap(Statement::table, Statement::module, (one, other) -> one));
    var strangers = new TreeMap<String, Set<String>>();
    statements(NAMED).stream().filter(one -> !owners.getOrDefault(one.table(), one.module()).equals(one.module()))
        .forEach(one -> strangers.computeIfAbsent(one.file(), file -> new TreeSet<>()).add(one.table()));
    assertThat(strangers).containsExactlyInAnyOrderEntriesOf(READERS);
  }

  /** Those of migrations are left out: they belong to nobody afterwards. */
  private static List<Statement> statements(Pattern pattern) throws IOException {
    var tables = tables();
    try (var files = Files.walk(CODE)) {
      return files.filter(path -> path.getFileName().toString().matches("(?!V\\d).*\\.java")).flatMap(path -> pattern.matcher(text(path)).results().map(found -> found.group(1)).filter(tables::contains)
          .map(table -> new Statement(path.getFileName().toString().replace(".java", ""), CODE.relativize(path).getName(0).toString(), table))).distinct().toList();
    }
  }

  private static Set<String> tables() throws IOException {
    try (var files = Files.walk(MIGRATIONS)) {
      return files.filter(path -> path.toString().endsWith(".sql")).flatMap(path -> CREATED.matcher(text(path)).results().map(found -> found.group(1))).collect(Collectors.toSet());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
