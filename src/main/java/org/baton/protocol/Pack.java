package org.baton.protocol;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baton.calendar.WorkingCalendar;

/** One version of an authority's pack, parsed. Immutable; safe for use by several threads. */
public final class Pack {

  private static final ObjectMapper YAML = YAMLMapper.builder()
      .addModule(new JavaTimeModule())
      .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
      .build();

  private final String deploymentId;
  private final PackFiles files;
  private final Profile profile;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final Sentences sentences;
  private final CodeWords codes;
  private final Map<String, DecisionTable> tables = new TreeMap<>();
  private final Map<String, FormDefinition> forms = new TreeMap<>();
  private final Set<String> engineFacts = new TreeSet<>();
  private final Set<String> startable = new TreeSet<>();

  /**
   * @param deploymentId the engine deployment that holds it; any text for a pack that is not deployed
   * @throws RuntimeException if a file cannot be parsed; {@link PackCheck} finds that before
   */
  public Pack(String deploymentId, PackFiles files) {
    this.deploymentId = deploymentId;
    this.files = files;
    this.profile = readProfile(files.content().get(PackFiles.PROFILE));
    this.calendar = profile.calendar();
    this.sentences = new Sentences(files.content().get(Sentences.FILE));
    var asked = new TreeSet<String>();
    this.catalogue = readCatalogue(files.content().get(PackFiles.CATALOGUE));
    files.content().forEach((name, bytes) -> {
      if (name.endsWith(".dmn")) {
        DecisionTable.of(bytes).forEach(table -> tables.put(table.key(), table));
      } else if (name.endsWith(".form")) {
        var form = FormDefinition.read(bytes);
        forms.put(form.id(), form);
        form.fields().stream().filter(FormDefinition.Field::isFact).forEach(field -> engineFacts.add(field.key()));
      } else if (name.endsWith(".bpmn")) {
        var model = BpmnFile.read(bytes);
        engineFacts.addAll(model.resultVariables());
        asked.addAll(model.decisions());
        startable.addAll(model.startable());
      }
    });
    codes = new CodeWords(forms.values(), sentences);
    asked.forEach(key -> findTable(key).ifPresent(table -> table.model().inputs().forEach(input -> engineFacts.add(input.expression()))));
  }

  public String deploymentId() {
    return deploymentId;
  }

  public String authority() {
    return files.authority();
  }

  public PackFiles files() {
    return files;
  }

  public Profile profile() {
    return profile;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public WorkingCalendar calendar() {
    return calendar;
  }

  /** The processes that people start by a form. */
  public Set<String> startable() {
    return Collections.unmodifiableSet(startable);
  }

  /** The rows of the table {@code role}, in their order. */
  public List<String> roles() {
    return rows(RoleRow.class).names();
  }

  /**
   * The candidate groups of a row of the table {@code role}: one for each panel, for each service, or for the whole authority.
   *
   * @throws IllegalArgumentException if there is no such row
   */
  public List<String> groups(String role) {
    return switch (role(role).scope()) {
      case FORUM -> profile.forums().stream().map(forum -> RoleGroups.group(authority(), forum.id(), role)).toList();
      case SERVICE -> profile.services().stream().map(service -> RoleGroups.group(authority(), service.id(), role)).toList();
      case AUTHORITY -> List.of(RoleGroups.group(authority(), null, role));
    };
  }

  /** @throws IllegalArgumentException if there is no such row */
  public RoleRow role(String role) {
    return rows(RoleRow.class).one(Map.of("role", role)).cells();
  }

  public Set<String> tables() {
    return Collections.unmodifiableSet(tables.keySet());
  }

  /** @throws IllegalArgumentException if the pack has no such table */
  public DecisionTable table(String key) {
    return findTable(key).orElseThrow(() -> new IllegalArgumentException(
        "The pack of '" + authority() + "' has no table '" + key + "'; it has " + tables.keySet()));
  }

  /** A table by the record that its rows are. @throws IllegalArgumentException if the pack does not have it */
  public <R extends Record> TableRows<R> rows(Class<R> type) {
    return new TableRows<>(table(type.getAnnotation(PackTable.class).value()[0]), type);
  }

  /** As {@link #rows(Class)}; empty if the pack does not have it. */
  public <R extends Record> Optional<TableRows<R>> findRows(Class<R> type) {
    return findRows(type, type.getAnnotation(PackTable.class).value()[0]);
  }

  /** As {@link #findRows(Class)}, for one of several tables whose rows are alike. */
  public <R extends Record> Optional<TableRows<R>> findRows(Class<R> type, String key) {
    return findTable(key).map(table -> new TableRows<>(table, type));
  }

  public Optional<DecisionTable> findTable(String key) {
    return Optional.ofNullable(tables.get(key));
  }

  /** The name of the file in which the form stands. */
  public static String file(FormDefinition form) {
    return PackCheck.kebab(form.id()) + ".form";
  }

  public Set<String> forms() {
    return Collections.unmodifiableSet(forms.keySet());
  }

  /** @throws IllegalArgumentException if the pack has no such form */
  public FormDefinition form(String id) {
    return Optional.ofNullable(forms.get(id)).orElseThrow(() -> new IllegalArgumentException(
        "The pack of '" + authority() + "' has no form '" + id + "'; it has " + forms.keySet()));
  }

  /** @throws IllegalArgumentException if the pack has no such template */
  public String template(String name) {
    return Optional.ofNullable(files.content().get(PackFiles.LETTERS + name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(() -> new IllegalArgumentException("The pack of '" + authority() + "' has no template '" + name + "'"));
  }

  /**
   * A sentence of Baton, in this authority's words where it has its own.
   *
   * @param name as {@code templates/shared/sentences.yaml} has it
   * @param namesAndValues what its placeholders stand for, in turn; null for what is not known
   * @throws IllegalArgumentException if there is no such sentence
   */
  public String say(String name, Object... namesAndValues) {
    return sentences.say(name, namesAndValues);
  }

  /**
   * What people of this authority read for a code: its own sentence {@code code.X}, the label of an option of its forms, else that
   * sentence of Baton, or the question that is named after the code; a code without words stays as it is.
   *
   * @param asked targets of the fields that offer it, {@code answer.<key>}, or keys of facts
   */
  public String words(String code, String... asked) {
    return codes.of(code, asked).orElse(code);
  }

  /** As {@link #words}, of what a panel decided. */
  public String outcome(String code) {
    return codes.ofOutcome(code).orElse(code);
  }

  /** The variables that the engine may keep for this pack: those of its forms marked as facts, and what the tables that models ask need and answer. */
  public Set<String> engineFacts() {
    return Set.copyOf(engineFacts);
  }

  /** The profile of a pack alone. @throws UncheckedIOException if it is none */
  public static Profile readProfile(byte[] yaml) {
    return readYaml(yaml, Profile.class);
  }

  static Catalogue readCatalogue(byte[] yaml) {
    return yaml == null ? new Catalogue("", "", "", false, List.of()) : readYaml(yaml, Catalogue.class);
  }

  private static <T> T readYaml(byte[] yaml, Class<T> type) {
    try {
      return YAML.readValue(yaml, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
