package org.baton.protocol;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.baton.protocol.FormDefinition.Field;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Enforces a form's own rules on what was sent, as the browser is not trusted: nothing that the form does not name, what is
 * required, lengths, ranges, patterns, options and conditions. A field that its condition hides counts as not asked.
 */
public final class FormRules {

  private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();
  /** As strict as mail programs are: a name and a host of plain parts, no dot at either end of one and no two together. */
  private static final Pattern EMAIL = Pattern.compile("[\\w+'-]+(\\.[\\w+'-]+)*@[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)+");
  /** Longest answer to a field without a limit of its own, in characters. */
  private static final int LONGEST = 15_000;
  private static final Set<String> CHOSEN = Set.of("radio", "select", "checklist", "taglist");

  private FormRules() {}

  /**
   * One answer that cannot be taken.
   *
   * @param field its key; rows of a repeated group as {@code children[0].givenName}
   * @param value as sent, "nothing" if missing; of a free text only its length, as messages reach logs
   */
  public record Fault(String field, String value, String expected) {

    @Override
    public String toString() {
      return field + ": got " + value + ", expected " + expected;
    }
  }

  /**
   * Every fault at once; empty if the answers can be taken.
   *
   * @param answers texts, numbers, booleans, and lists of maps or texts
   * @param facts what conditions may refer to beside the answers
   */
  public static List<Fault> check(FormDefinition form, Map<String, ?> answers, Map<String, ?> facts) {
    var faults = new ArrayList<Fault>();
    answers.keySet().stream().filter(key -> form.fields().stream().noneMatch(field -> field.takesAnswer() && field.key().equals(key)))
        .forEach(key -> faults.add(new Fault(key, shown(answers.get(key)), "no such field: form '" + form.id() + "' does not ask for it")));
    var known = new HashMap<String, Object>(facts);
    known.putAll(answers);
    check(form.fields(), "", answers, known, faults);
    return faults;
  }

  /** Whether the form shows the field, given the other answers and the facts. */
  public static boolean asked(Field field, Map<String, ?> answers) {
    if (field.hide().isEmpty()) {
      return true;
    }
    var condition = field.hide().get().replaceFirst("^=", "");
    var variables = Variables.createVariables();
    answers.forEach(variables::put);
    return !Boolean.TRUE.equals(FEEL.evaluateSimpleExpression(condition, variables.asVariableContext()));
  }

  private static void check(List<Field> fields, String prefix, Map<String, ?> answers, Map<String, ?> all, List<Fault> faults) {
    fields.stream().filter(Field::takesAnswer).forEach(field -> {
      var value = answers.get(field.key());
      if (asked(field, all)) {
        check(field, prefix + field.key(), value, all, faults);
      } else if (!blank(value)) {
        faults.add(new Fault(prefix + field.key(), shown(value), "nothing, as the form does not ask for it here"));
      }
    });
  }

  private static void check(Field field, String path, Object value, Map<String, ?> all, List<Fault> faults) {
    var rules = field.rules();
    if (blank(value)) {
      if (rules.required()) {
        faults.add(new Fault(path, "nothing", field.repeats() ? "at least one row" : "an answer to '" + field.label() + "'"));
      }
      return;
    }
    switch (field.type()) {
      case "number" -> checkNumber(field, path, value, faults);
      case "checkbox" -> {
        if (!(value instanceof Boolean)) {
          faults.add(new Fault(path, shown(value), "true or false"));
        } else if (rules.required() && value.equals(false)) {
          faults.add(new Fault(path, "false", "true: '" + field.label() + "' must be confirmed"));
        }
      }
      case "select", "radio" -> checkOption(field, path, value, faults);
      case "checklist", "taglist" -> {
        if (value instanceof Collection<?> chosen) {
          chosen.forEach(one -> checkOption(field, path, one, faults));
        } else {
          faults.add(new Fault(path, shown(value), "a list of " + field.options()));
        }
      }
      case "datetime" -> {
        checkDate(path, value, faults);
        field.after().ifPresent(other -> checkAfter(path, value, other, all.get(other), faults));
      }
      case "dynamiclist" -> checkRows(field, path, value, all, faults);
      default -> checkText(field, path, value, faults);
    }
  }

  @SuppressWarnings("unchecked")
  private static void checkRows(Field field, String path, Object value, Map<String, ?> all, List<Fault> faults) {
    if (!(value instanceof List<?> rows)) {
      faults.add(new Fault(path, shown(value), "a list of rows"));
      return;
    }
    for (var i = 0; i < rows.size(); i++) {
      var at = path + "[" + i + "]";
      if (rows.get(i) instanceof Map<?, ?> row) {
        row.keySet().stream().filter(key -> field.children().stream().noneMatch(child -> child.key().equals(key)))
            .forEach(key -> faults.add(new Fault(at + "." + key, shown(row.get(key)), "no such field in '" + field.label() + "'")));
        check(field.children(), at + ".", (Map<String, ?>) row, all, faults);
      } else {
        faults.add(new Fault(at, shown(rows.get(i)), "a row with " + field.children().stream().map(Field::key).toList()));
      }
    }
  }

  private static void checkNumber(Field field, String path, Object value, List<Fault> faults) {
    if (!(value instanceof Number number)) {
      faults.add(new Fault(path, shown(value), "a number"));
      return;
    }
    var rules = field.rules();
    if (rules.min() != null && number.doubleValue() < rules.min() || rules.max() != null && number.doubleValue() > rules.max()) {
      faults.add(new Fault(path, shown(value), "a number from " + rules.min() + " to " + rules.max()));
    }
  }

  private static void checkOption(Field field, String path, Object value, List<Fault> faults) {
    if (!field.options().isEmpty() && !field.options().contains(String.valueOf(value))) {
      faults.add(new Fault(path, shown(field, value), "one of " + field.options()));
    } else if (field.options().isEmpty()) {
      checkText(field, path, value, faults);
    }
  }

  private static void checkDate(String path, Object value, List<Fault> faults) {
    try {
      LocalDate.parse(value.toString().substring(0, Math.min(10, value.toString().length())));
    } catch (DateTimeParseException e) {
      faults.add(new Fault(path, shown(value), "a date such as 2026-11-22"));
    }
  }

  private static void checkAfter(String path, Object value, String other, Object earlier, List<Fault> faults) {
    if (!blank(earlier) && faults.isEmpty() && !day(value).isAfter(day(earlier))) {
      faults.add(new Fault(path, day(value).toString(), "a day after " + other + ", which is " + day(earlier)));
    }
  }

  private static LocalDate day(Object value) {
    return LocalDate.parse(value.toString().substring(0, 10));
  }

  private static void checkText(Field field, String path, Object value, List<Fault> faults) {
    var rules = field.rules();
    if (!(value instanceof String text)) {
      faults.add(new Fault(path, shown(value), "a text"));
      return;
    }
    var longest = rules.maxLength() == null ? LONGEST : rules.maxLength();
    if (text.length() > longest || rules.minLength() != null && text.length() < rules.minLength()) {
      faults.add(new Fault(path, length(text),
          (rules.minLength() == null ? "" : rules.minLength() + " to ") + longest + " characters" + (rules.minLength() == null ? " at most" : "")));
    }
    if (rules.pattern() != null && !text.matches(rules.pattern())) {
      faults.add(new Fault(path, length(text), "a text of the form " + rules.pattern()));
    }
    if ("email".equals(rules.validationType()) && !EMAIL.matcher(text).matches()) {
      faults.add(new Fault(path, length(text), "an e-mail address"));
    }
  }

  static boolean blank(Object value) {
    return value == null || value instanceof String text && text.isBlank() || value instanceof Collection<?> list && list.isEmpty();
  }

  private static String length(String text) {
    return text.length() + " characters";
  }

  /** What was chosen may be repeated; of what could be free text only the length. */
  private static String shown(Field field, Object value) {
    return CHOSEN.contains(field.type()) && String.valueOf(value).matches("[\\w.:-]{1,40}") ? "'" + value + "'" : shown(value);
  }

  private static String shown(Object value) {
    return value == null ? "nothing" : value instanceof Boolean || value instanceof Number ? value.toString()
        : value instanceof Collection<?> list ? list.size() + " rows" : length(String.valueOf(value));
  }
}
