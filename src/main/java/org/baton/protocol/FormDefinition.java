package org.baton.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A form of a pack, as far as the server enforces, stores and fills it.
 *
 * @param fields top-level fields in the order of the screen; fields of groups are among them, those of a repeated group are its children
 */
public record FormDefinition(String id, List<Field> fields) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One component of a form.
   *
   * @param key under which its answer is sent; empty for what only shows something
   * @param hide FEEL condition under which it is not shown; empty if it always is
   * @param options allowed values, as often as they stand there; empty where any are allowed
   * @param labels what people read for each of them
   * @param targets where its answer goes: {@code fact}, {@code answer}, or a path such as {@code child.givenName}; empty for none
   * @param shows what it is filled with when a task opens, for example {@code case.summary}; empty for nothing
   * @param children the fields of one row, if the component repeats
   * @param properties all of its properties by name
   */
  public record Field(
      String id, String key, String type, String label, Optional<String> hide, Rules rules, List<String> options, Map<String, String> labels,
      List<String> targets, String shows, List<String> clauses, List<Field> children, Map<String, String> properties) {

    /**
     * An answer as people read it: what was chosen by its label, a day as a day, a row as its questions and answers. What somebody wrote
     * stays as written.
     *
     * @param kept as it is stored: a text, or JSON of a list, a number or a truth
     */
    public String inWords(String kept) {
      return AnswerWords.of(this, kept);
    }

    public boolean takesAnswer() {
      return !key.isEmpty() && !targets.isEmpty();
    }

    public boolean isFact() {
      return targets.contains("fact");
    }

    /** The key of the date of the same form that this one must come after; empty for any. */
    public Optional<String> after() {
      return Optional.ofNullable(properties.get("after"));
    }

    /** The option that says that none of the others holds, and is chosen alone; empty for none. */
    public Optional<String> alone() {
      return Optional.ofNullable(properties.get("alone"));
    }

    /** Answers that the authority's own tables know, for made-up referrals; empty for any. */
    public List<String> examples() {
      return list(properties.getOrDefault("examples", ""));
    }

    /** The name under which what it shows stands in texts of the form: its key, else {@code caseSummary} for {@code case.summary}. */
    public String shownAs() {
      if (!key.isEmpty() || shows.isEmpty()) {
        return key;
      }
      return shows.charAt(0) + Pattern.compile("\\.(.)").matcher(shows.substring(1)).replaceAll(dot -> dot.group(1).toUpperCase());
    }

    /** The values that can be chosen, as a fact has them; empty where it can have any. */
    Set<String> choices() {
      return type.equals("checkbox") ? Set.of("true", "false") : Set.copyOf(options);
    }

    public boolean repeats() {
      return type.equals("dynamiclist");
    }
  }

  /** Numbers are as the form states them; lengths count characters; null where the form sets no limit. */
  public record Rules(
      boolean required, Integer minLength, Integer maxLength, Double min, Double max, String pattern, String validationType) {}

  /** @throws UncheckedIOException if the text is no JSON */
  public static FormDefinition read(byte[] form) {
    try {
      var root = JSON.readTree(form);
      return new FormDefinition(root.path("id").asText(), fields(root.path("components")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<Field> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** Whether the form has a component of that id, rows of repeated groups included. */
  boolean has(String id) {
    return fields.stream().anyMatch(field -> field.id().equals(id) || field.children().stream().anyMatch(child -> child.id().equals(id)));
  }

  /** Whether the form has a field whose answer goes there, rows of repeated groups not counted. */
  public boolean takes(String target) {
    return asking(target).isPresent();
  }

  /** The first field whose answer goes there, rows of repeated groups not counted. */
  Optional<Field> asking(String target) {
    return fields.stream().filter(field -> field.targets().contains(target)).findFirst();
  }

  /**
   * Answers that are known by their homes, as this form asks for them: by field key. What the form does not ask for keeps its target
   * as its key, so that the form's rules name it.
   *
   * @param byTarget target path to answer; rows of a repeated group as maps by the children's targets
   */
  public Map<String, Object> byKey(Map<String, ?> byTarget) {
    var answers = new LinkedHashMap<String, Object>();
    byTarget.forEach((target, value) -> asking(target)
        .ifPresentOrElse(field -> answers.put(field.key(), field.repeats() ? rows(field, (List<?>) value) : value), () -> answers.put(target, value)));
    return answers;
  }

  private static List<Map<String, Object>> rows(Field field, List<?> rows) {
    return rows.stream().map(row -> {
      var answers = new LinkedHashMap<String, Object>();
      ((Map<?, ?>) row).forEach((target, value) -> answers.put(field.children().stream()
          .filter(child -> child.targets().contains(String.valueOf(target))).findFirst().map(Field::key).orElse(String.valueOf(target)), value));
      return (Map<String, Object>) answers;
    }).toList();
  }

  /** Every field, those of repeated groups included. */
  public void each(Consumer<Field> consumer) {
    fields.forEach(field -> {
      consumer.accept(field);
      field.children().forEach(consumer);
    });
  }

  private static List<Field> fields(JsonNode components) {
    var fields = new ArrayList<Field>();
    components.forEach(component -> {
      if (component.path("type").asText().equals("group")) {
        fields.addAll(fields(component.path("components")));
      } else {
        fields.add(field(component));
      }
    });
    return fields;
  }

  private static Field field(JsonNode component) {
    var properties = component.path("properties");
    var repeats = component.path("type").asText().equals("dynamiclist");
    return new Field(
        component.path("id").asText(),
        component.path(repeats ? "path" : "key").asText(),
        component.path("type").asText(),
        component.path("label").asText(component.path("dateLabel").asText(component.path("text").asText())),
        Optional.of(component.path("conditional").path("hide").asText()).filter(text -> !text.isBlank()),
        rules(component.path("validate"), repeats && properties.has("rows")),
        StreamSupport.stream(component.path("values").spliterator(), false).map(value -> value.path("value").asText()).toList(),
        labels(component.path("values")),
        list(properties.path("target").asText()),
        properties.path("shows").asText(),
        list(properties.path("clauses").asText()),
        repeats ? fields(component.path("components")) : List.of(),
        properties(properties));
  }

  private static Map<String, String> properties(JsonNode node) {
    var properties = new LinkedHashMap<String, String>();
    node.fields().forEachRemaining(property -> properties.put(property.getKey(), property.getValue().asText()));
    return Map.copyOf(properties);
  }

  /** @param rows whether at least one row is asked for: Tasklist's forms cannot require one themselves */
  private static Rules rules(JsonNode validate, boolean rows) {
    return new Rules(
        rows || validate.path("required").asBoolean(false),
        validate.has("minLength") ? validate.get("minLength").asInt() : null,
        validate.has("maxLength") ? validate.get("maxLength").asInt() : null,
        validate.has("min") ? validate.get("min").asDouble() : null,
        validate.has("max") ? validate.get("max").asDouble() : null,
        validate.path("pattern").asText(null),
        validate.path("validationType").asText(null));
  }

  private static Map<String, String> labels(JsonNode values) {
    var labels = new LinkedHashMap<String, String>();
    values.forEach(value -> labels.put(value.path("value").asText(), value.path("label").asText(value.path("value").asText())));
    return Collections.unmodifiableMap(labels);
  }

  private static List<String> list(String commaSeparated) {
    return Arrays.stream(commaSeparated.split(",")).map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
