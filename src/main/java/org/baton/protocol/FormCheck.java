package org.baton.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds what is wrong with the forms of a pack: what Tasklist cannot show, what the server cannot hold to, and answers that nobody keeps. */
final class FormCheck {

  private static final ObjectMapper STRICT = JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final Set<String> TYPES = Set.of("text", "textfield", "textarea", "number", "select", "radio", "checkbox",
      "checklist", "taglist", "datetime", "group", "dynamiclist", "table", "separator", "spacer");
  private static final Set<String> FACT_TYPES = Set.of("number", "select", "radio", "checkbox");
  private static final Set<String> TEXTS = Set.of("textfield", "textarea");
  private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");
  private static final Set<String> CHECKLISTS = Set.of("checklist", "taglist");
  private static final Set<String> FORM_SETTINGS = Set.of("id", "type", "schemaVersion", "components", "executionPlatform", "executionPlatformVersion",
      "exporter", "versionTag");
  private static final Set<String> SETTINGS = Set.of("id", "type", "key", "path", "label", "text", "description", "properties", "validate", "conditional",
      "values", "defaultValue", "components", "allowAddRemove", "defaultRepetitions", "isRepeating", "showOutline", "disableCollapse", "nonCollapsedItems",
      "layout", "appearance", "subtype", "dateLabel", "timeLabel", "timeInterval", "timeSerializingFormat", "use24h", "disallowPassedDates", "readonly",
      "disabled", "decimalDigits", "increment", "serializeToString", "searchable", "height", "verticalAlignment", "dataSource", "columns", "rowCount");
  private static final Set<String> PROPERTIES = Set.of("target", "shows", "clauses", "options", "rows", "examples", "after", "day", "mostRows", "alone");
  private static final Set<String> DAYS = Set.of("past", "birth", "future");
  private static final Set<String> OPTIONS = Set.of("services", "leadServices", "coreServices", "invitedServices", "forums", "seats");
  /** Facts that Java sets by rules of its own, and that a form may say beside it. */
  private static final Set<String> SAID_BY_FORMS = Set.of(Fact.FORUM, Fact.ACCEPTANCE, Fact.PANEL_OUTCOME);
  private static final String ANSWER = "answer.";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w{0,99}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]{0,200})}}");
  private static final Pattern FOREIGN = Pattern.compile("<[a-zA-Z!/?]|//|!\\[|(?i)\\b(https?|javascript|data|file|ftp):");
  private static final int OLDEST_SCHEMA = 4;
  private static final int NEWEST_SCHEMA = 19;
  private static final int LONGEST_PATTERN = 200;
  /** As the narrowest column has that a choice goes to. */
  private static final int LONGEST_OPTION = 40;

  private final PackFiles files;
  private final Map<String, FormDefinition> forms;
  private final Set<String> facts;
  private final Set<String> answers;
  private final FormTargets targets;
  private final FormTargets shows;
  private final Catalogue catalogue;
  private final Faults faults;

  /** @param facts the names that conditions can ask beside the answers of their form */
  FormCheck(PackFiles files, Map<String, FormDefinition> forms, Set<String> facts, Set<String> answers, PackVocabulary vocabulary, Catalogue catalogue, Faults faults) {
    this.files = files;
    this.forms = forms;
    this.facts = facts;
    this.answers = answers;
    this.targets = new FormTargets(vocabulary.targets());
    this.shows = new FormTargets(vocabulary.shows());
    this.catalogue = catalogue;
    this.faults = faults;
  }

  void check() {
    forms.values().forEach(form -> {
      var file = PackCheck.kebab(form.id()) + ".form";
      if (!files.content().containsKey(file)) {
        faults.add(file, form.id(), "a form of this id in another file", "the file " + file);
      } else {
        checkFile(file, form);
      }
    });
  }

  private void checkFile(String file, FormDefinition form) {
    var root = tree(files.content().get(file));
    settings(file, file, root, FORM_SETTINGS);
    if (!root.path("schemaVersion").canConvertToInt() || root.path("schemaVersion").asInt() < OLDEST_SCHEMA || root.path("schemaVersion").asInt() > NEWEST_SCHEMA) {
      faults.add(file, file, "schemaVersion " + root.path("schemaVersion").asText("missing"), OLDEST_SCHEMA + " to " + NEWEST_SCHEMA);
    }
    if (!root.path("executionPlatform").asText("Camunda Platform").equals("Camunda Platform")) {
      faults.add(file, file, "executionPlatform " + root.path("executionPlatform").asText(), "Camunda Platform");
    }
    if (count(root) > PackLimits.FORM_COMPONENTS || depth(root) > PackLimits.FORM_DEPTH) {
      faults.add(file, file, count(root) + " components", PackLimits.FORM_COMPONENTS + " at most, nested " + PackLimits.FORM_DEPTH + " deep at most");
      return;
    }
    checkComponents(file, root, false);
    checkIds(file, form);
    var asked = new TreeSet<String>();
    form.fields().stream().map(FormDefinition.Field::key).filter(key -> !key.isEmpty()).forEach(asked::add);
    form.fields().forEach(field -> {
      checkField(file, form, field);
      checkTargets(file, field);
      checkCondition(file, field, asked);
      field.children().forEach(child -> {
        checkField(file, form, child);
        checkRowTargets(file, field, child);
        checkCondition(file, child, asked);
      });
    });
    checkKeys(file, form.fields());
    form.fields().forEach(field -> checkKeys(file, field.children()));
    checkTexts(file, root, form, asked);
  }

  /** What the server does not read of a component, and Tasklist may. */
  private void checkComponents(String file, JsonNode parent, boolean inRows) {
    parent.path("components").forEach(component -> {
      var id = component.path("id").asText();
      settings(file, id, component, SETTINGS);
      settings(file, id, component.path("properties"), PROPERTIES);
      settings(file, id, component.path("conditional"), Set.of("hide"));
      settings(file, id, component.path("validate"), Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType"));
      checkLimits(file, id, component.path("validate"));
      var type = component.path("type").asText();
      if (type.equals("group") && (component.has("conditional") || !component.path("path").asText().isEmpty())) {
        faults.add(file, id, "a condition or a path of a group", "a condition on each of its fields, and no path: the server reads fields as if no group were there");
      }
      if (type.equals("datetime") && !component.path("subtype").asText().equals("date")) {
        faults.add(file, id, "the subtype '" + component.path("subtype").asText() + "' of a date", "date, as an hour is not kept");
      }
      if (type.equals("dynamiclist") && inRows) {
        faults.add(file, id, "a repeated group in a repeated group", "one list of rows");
      }
      checkComponents(file, component, inRows || type.equals("dynamiclist"));
    });
  }

  private void checkLimits(String file, String id, JsonNode validate) {
    validate.fields().forEachRemaining(limit -> {
      var value = limit.getValue();
      var sound = switch (limit.getKey()) {
        case "required" -> value.isBoolean();
        case "minLength", "maxLength" -> value.canConvertToInt() && value.isIntegralNumber() && value.asInt() >= 0;
        case "min", "max" -> value.isNumber();
        default -> value.isTextual();
      };
      if (!sound) {
        faults.add(file, id, limit.getKey() + ": " + value, "true or false, a number, or a text: no calculation");
      }
    });
  }

  private void checkIds(String file, FormDefinition form) {
    var ids = new HashSet<String>();
    form.each(field -> {
      if (!field.id().isEmpty() && !ids.add(field.id())) {
        faults.add(file, field.id(), "the id a second time", "each id once, those inside groups included: Tasklist shows no form otherwise");
      }
      if (field.id().isEmpty()) {
        faults.add(file, field.key(), "a component without id", "an id such as field_" + field.key());
      }
    });
  }

  private void checkField(String file, FormDefinition form, FormDefinition.Field field) {
    if (!TYPES.contains(field.type())) {
      faults.add(file, field.id(), "the type '" + field.type() + "'", "one of " + TYPES.stream().sorted().toList() + ", which Tasklist shows");
    }
    if (!field.key().isEmpty() && !NAME.matcher(field.key()).matches()) {
      faults.add(file, field.id(), "the key '" + field.key() + "'", "a letter, then letters and digits, 100 characters at most");
    }
    checkShown(file, field);
    if (field.properties().containsKey("options") && (field.options().isEmpty() || !OPTIONS.contains(field.properties().get("options")))) {
      faults.add(file, field.id(), "the options '" + field.properties().get("options") + "', of which the authority has none",
          "services, leadServices, coreServices, invitedServices, forums or seats");
    }
    field.after().filter(other -> form.field(other).filter(day -> day.type().equals("datetime")).isEmpty())
        .ifPresent(other -> faults.add(file, field.id(), "a day after '" + other + "'", "the key of a date of this form"));
    checkFact(file, field);
    checkOptions(file, field);
    checkPattern(file, field);
    checkRoom(file, field);
    field.clauses().stream().filter(clause -> catalogue.find(clause).isEmpty())
        .forEach(clause -> faults.add(file, field.id(), "the clause " + clause, "a clause of the catalogue"));
    if (!field.key().isEmpty() && field.targets().isEmpty() && field.shows().isEmpty() && !field.type().equals("table")) {
      faults.add(file, field.id(), "no target for the answer '" + field.key() + "'", "properties.target");
    }
  }

  private void checkShown(String file, FormDefinition.Field field) {
    if (field.shows().startsWith(ANSWER) && !answers.contains(field.shows().substring(ANSWER.length()))) {
      faults.add(file, field.id(), "it shows '" + field.shows() + "'", "the key of an answer of a form after 'answer.', one of " + Near.first(answers, field.shows().substring(ANSWER.length())));
    } else if (!field.shows().isEmpty() && !shows.keeps(field.shows())) {
      faults.add(file, field.id(), "it shows '" + field.shows() + "'", "a path that begins with a home and that Baton can show, one of " + shows.like(field.shows()));
    }
  }

  private void checkFact(String file, FormDefinition.Field field) {
    if (field.isFact() && !FACT_TYPES.contains(field.type())) {
      faults.add(file, field.id(), "free text as an engine fact", "a target in the family file: the engine knows cases by reference");
    }
    if (field.isFact() && Fact.all().contains(field.key()) && !SAID_BY_FORMS.contains(field.key())) {
      faults.add(file, field.id(), "the fact '" + field.key() + "', which Baton alone sets", "another key");
    }
  }

  private void checkOptions(String file, FormDefinition.Field field) {
    if (!CHOICES.contains(field.type())) {
      return;
    }
    if (field.options().isEmpty()) {
      faults.add(file, field.id(), "a choice without values", "values to choose from");
    }
    var seen = new HashSet<String>();
    field.options().stream().filter(option -> option.isBlank() || option.length() > LONGEST_OPTION || !option.equals(FormText.clean(option)) || !seen.add(option))
        .forEach(option -> faults.add(file, field.id(), "the value '" + option + "'", "each value once, 1 to " + LONGEST_OPTION + " characters without blanks at the ends"));
  }

  /** A text that is longer than its home, or of which the form does not say how long it may be, would be refused when the work is done. */
  private void checkRoom(String file, FormDefinition.Field field) {
    var room = FieldLimits.of(field.targets());
    var stated = field.rules().maxLength();
    if (TEXTS.contains(field.type()) && field.takesAnswer() && (stated == null || stated > room)) {
      faults.add(file, field.id(), stated == null ? "no maxLength" : "maxLength " + stated, "a maxLength of " + room + " at most, as " + field.targets() + " has room for");
    }
    var day = field.properties().get("day");
    if (day != null && !(DAYS.contains(day) && field.type().equals("datetime"))) {
      faults.add(file, field.id(), "day '" + day + "'", "one of " + DAYS.stream().sorted().toList() + ", for a date");
    }
    field.alone().filter(option -> !CHECKLISTS.contains(field.type()) || !field.options().contains(option)).ifPresent(option ->
        faults.add(file, field.id(), "alone '" + option + "'", "one of the options " + field.options() + " of a checklist"));
    var rows = field.properties().get("mostRows");
    if (rows != null && !(field.repeats() && rows.matches("[1-9]\\d{0,2}") && Integer.parseInt(rows) <= FormRules.MOST_ROWS_EVER)) {
      faults.add(file, field.id(), "mostRows '" + rows + "'", "a number from 1 to " + FormRules.MOST_ROWS_EVER + ", for a repeated group");
    }
  }

  private void checkPattern(String file, FormDefinition.Field field) {
    if (field.rules().pattern() == null) {
      return;
    }
    try {
      if (field.rules().pattern().length() > LONGEST_PATTERN) {
        faults.add(file, field.id(), "a pattern of " + field.rules().pattern().length() + " characters", LONGEST_PATTERN + " at most");
      }
      com.google.re2j.Pattern.compile(field.rules().pattern());
    } catch (com.google.re2j.PatternSyntaxException e) {
      faults.add(file, field.id(), "the pattern '" + field.rules().pattern() + "'", "a regular expression (" + e.getDescription() + ")");
    }
  }

  private void checkTargets(String file, FormDefinition.Field field) {
    for (var target : field.targets()) {
      if (!target.equals("fact") && !targets.keeps(target)) {
        faults.add(file, field.id(), "the target '" + target + "'", "fact or a path that begins with a home and that is kept, one of " + targets.like(target));
      } else if (field.repeats() && !target.equals("answer") && !targets.takesRows(target)) {
        faults.add(file, field.id(), "the target '" + target + "' for rows", "answer, or a path that takes rows");
      } else if (!field.repeats() && targets.takesRowsAlone(target)) {
        faults.add(file, field.id(), "the target '" + target + "' for one answer", "a repeated group, as rows are kept there");
      }
    }
  }

  /** What stands in a row is kept by where its group goes; anything else would be lost. */
  private void checkRowTargets(String file, FormDefinition.Field group, FormDefinition.Field child) {
    child.targets().stream().filter(target -> !(target.equals("answer") ? group.targets().contains("answer") : targets.keepsInRow(group.targets(), target)))
        .forEach(target -> faults.add(file, child.id(), "the target '" + target + "' in rows that go to " + group.targets(),
            "no fact or a path of other things: answer where the group goes there too, or what is kept of such rows, one of " + targets.ofRows(group.targets(), target)));
  }

  /** Rows are judged by what the form asks outside them, as the server has no more to hand. */
  private void checkCondition(String file, FormDefinition.Field field, Set<String> asked) {
    field.hide().ifPresent(hide -> FormCondition.names(hide).ifPresentOrElse(
        names -> names.stream().filter(name -> !asked.contains(name) && !facts.contains(name)).forEach(name ->
            faults.add(file, field.id(), "a condition on '" + name + "'", "the key of a field of this form outside rows, or a fact of the pack")),
        () -> faults.add(file, field.id(), "the condition '" + hide + "'", FormCondition.EXPECTED)));
  }

  private void checkKeys(String file, List<FormDefinition.Field> fields) {
    var seen = new HashSet<String>();
    fields.stream().filter(field -> !field.key().isEmpty() && !seen.add(field.key()))
        .forEach(field -> faults.add(file, field.id(), "the key '" + field.key() + "' a second time", "each key once"));
  }

  private void checkTexts(String file, JsonNode parent, FormDefinition form, Set<String> asked) {
    var known = new TreeSet<>(asked);
    form.each(field -> known.add(field.shownAs()));
    parent.path("components").forEach(component -> {
      for (var setting : List.of("text", "label", "description", "dateLabel", "timeLabel")) {
        checkText(file, component.path("id").asText(), component.path(setting).asText(), known);
      }
      component.path("values").forEach(value -> checkText(file, component.path("id").asText(), value.path("label").asText(), known));
      checkTexts(file, component, form, asked);
    });
  }

  private void checkText(String file, String id, String text, Set<String> known) {
    if (text.startsWith("=")) {
      faults.add(file, id, "the calculation '" + text + "'", "a text");
    }
    var foreign = FOREIGN.matcher(text);
    if (foreign.find()) {
      faults.add(file, id, "'" + foreign.group() + "' in a text", "plain text with Markdown: no HTML, no pictures and no links to other places");
    }
    var rest = PLACEHOLDER.matcher(text).replaceAll(match -> {
      if (!known.contains(match.group(1).strip()) && !facts.contains(match.group(1).strip())) {
        faults.add(file, id, "{{" + match.group(1) + "}}", "the key of a field, what the form shows, or a fact, one of " + Near.first(known, match.group(1)));
      }
      return "";
    });
    if (rest.contains("{{")) {
      faults.add(file, id, "'{{' without a name", "{{name}}");
    }
  }

  private void settings(String file, String element, JsonNode node, Set<String> known) {
    node.fieldNames().forEachRemaining(name -> {
      if (!known.contains(name)) {
        faults.add(file, element, "the setting '" + name + "'", "one of " + known.stream().sorted().toList());
      }
    });
  }

  private static int count(JsonNode parent) {
    var count = 0;
    for (var component : parent.path("components")) {
      count += 1 + count(component);
    }
    return count;
  }

  private static int depth(JsonNode parent) {
    var deepest = 0;
    for (var component : parent.path("components")) {
      deepest = Math.max(deepest, 1 + depth(component));
    }
    return deepest;
  }

  /** @throws UncheckedIOException if a setting stands twice, or something follows the form */
  static void requireStrict(byte[] form) {
    tree(form);
  }

  private static JsonNode tree(byte[] form) {
    try {
      return STRICT.readTree(form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
