package org.baton.protocol;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  private static final int MOST_ROWS = 30;
  /** The most rows that a form may ask for; lists that Baton itself fills may have as many. */
  static final int MOST_ROWS_EVER = 200;
  private static final double LARGEST = 1_000_000_000;

  private final FormContract contract;
  private final TextRules texts;

  private FormRules(FormContract contract) {
    this.contract = contract;
    this.texts = new TextRules(contract);
  }

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
   * The faults of what was sent, fifty at most and then how many more; empty if the answers can be taken.
   *
   * @param sent texts, numbers, booleans, and lists of maps or texts; checked as {@link FormText#clean} keeps them
   * @param facts what conditions may refer to beside the answers
   * @param today the day in London, by which days of the past and birthdays are told
   * @param contract how much room there is for what is kept
   */
  public static List<Fault> check(FormDefinition form, Map<String, ?> sent, Map<String, ?> facts, LocalDate today, FormContract contract) {
    var answers = FormText.clean(sent);
    var faults = new RuleFaults();
    form.fields().forEach(field -> DayRules.checkDays(field, field.key(), answers.get(field.key()), today, faults));
    answers.keySet().stream().filter(key -> form.fields().stream().noneMatch(field -> field.takesAnswer() && field.key().equals(key)))
        .forEach(key -> faults.add(RuleFaults.name(key), RuleFaults.shown(answers.get(key)), "no such field: form '" + form.id() + "' does not ask for it"));
    var known = new HashMap<String, Object>(facts);
    known.putAll(answers);
    var rules = new FormRules(contract);
    rules.check(form.fields(), "", answers, known, faults);
    if (faults.isEmpty()) {
      rules.checkTogether(form, answers, known, faults);
    }
    return faults.said();
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

  /** What is kept together is answered together, so that no answer is left aside in silence. */
  private void checkTogether(FormDefinition form, Map<String, ?> answers, Map<String, ?> all, RuleFaults faults) {
    var said = form.fields().stream().filter(field -> field.takesAnswer() && SaidReader.says(answers.get(field.key())) && asked(field, all)).toList();
    contract.missing(said.stream().flatMap(field -> field.targets().stream()).collect(Collectors.toSet())).forEach((path, named) -> form.asking(path).ifPresent(missing -> {
      var beside = said.stream().filter(field -> field.targets().stream().anyMatch(named::contains)).map(field -> "'" + field.label() + "'").collect(Collectors.joining(" and "));
      faults.add(missing.key(), "nothing", "an answer to '" + missing.label() + "', as " + beside + " is answered");
    }));
  }

  private void check(List<Field> fields, String prefix, Map<String, ?> answers, Map<String, ?> all, RuleFaults faults) {
    fields.stream().filter(Field::takesAnswer).forEach(field -> {
      var value = answers.get(field.key());
      if (asked(field, all)) {
        check(field, prefix + field.key(), value, all, faults);
      } else if (!blank(value)) {
        faults.add(prefix + field.key(), RuleFaults.shown(value), "nothing, as the form does not ask for it here");
      }
    });
  }

  private void check(Field field, String path, Object value, Map<String, ?> all, RuleFaults faults) {
    var rules = field.rules();
    if (blank(value)) {
      if (rules.required()) {
        faults.add(path, "nothing", field.repeats() ? "at least one row" : "an answer to '" + field.label() + "'");
      }
      return;
    }
    switch (field.type()) {
      case "number" -> checkNumber(field, path, value, faults);
      case "checkbox" -> {
        if (!(value instanceof Boolean)) {
          faults.add(path, RuleFaults.shown(value), "true or false");
        } else if (rules.required() && value.equals(false)) {
          faults.add(path, "false", "true: '" + field.label() + "' must be confirmed");
        }
      }
      case "select", "radio" -> checkOption(field, path, value, faults);
      case "checklist", "taglist" -> {
        if (value instanceof Collection<?> chosen) {
          var most = field.options().isEmpty() ? mostRows(field) : field.options().size();
          if (chosen.size() > most || new HashSet<>(chosen).size() < chosen.size()) {
            faults.add(path, chosen.size() + " choices", most + " at most, each once");
          } else {
            chosen.forEach(one -> checkOption(field, path, one, faults));
            field.alone().filter(alone -> chosen.size() > 1 && chosen.contains(alone))
                .ifPresent(alone -> faults.add(path, "'" + alone + "' and " + (chosen.size() - 1) + " more", "'" + alone + "' alone, or others without it"));
          }
        } else {
          faults.add(path, RuleFaults.shown(value), "a list of " + field.options());
        }
      }
      case "datetime" -> {
        DayRules.checkDate(path, value, faults);
        field.after().ifPresent(other -> DayRules.checkAfter(path, value, other, all.get(other), faults));
      }
      case "dynamiclist" -> checkRows(field, path, value, all, faults);
      default -> texts.check(field, path, value, faults);
    }
  }

  @SuppressWarnings("unchecked")
  private void checkRows(Field field, String path, Object value, Map<String, ?> all, RuleFaults faults) {
    if (!(value instanceof List<?> rows)) {
      faults.add(path, RuleFaults.shown(value), "a list of rows");
      return;
    }
    if (rows.size() > mostRows(field)) {
      faults.add(path, rows.size() + " rows", mostRows(field) + " rows at most");
      return;
    }
    for (var i = 0; i < rows.size(); i++) {
      var at = path + "[" + i + "]";
      if (rows.get(i) instanceof Map<?, ?> row) {
        row.keySet().stream().filter(key -> field.children().stream().noneMatch(child -> child.key().equals(key)))
            .forEach(key -> faults.add(at + "." + RuleFaults.name(String.valueOf(key)), RuleFaults.shown(row.get(key)), "no such field in '" + field.label() + "'"));
        check(field.children(), at + ".", (Map<String, ?>) row, all, faults);
      } else {
        faults.add(at, RuleFaults.shown(rows.get(i)), "a row with " + field.children().stream().map(Field::key).toList());
      }
    }
  }

  private static void checkNumber(Field field, String path, Object value, RuleFaults faults) {
    if (!(value instanceof Number number)) {
      faults.add(path, RuleFaults.shown(value), "a number");
      return;
    }
    var rules = field.rules();
    if (!(Math.abs(number.doubleValue()) <= LARGEST)) {
      faults.add(path, "a number out of range", "a number of at most " + (long) LARGEST);
    } else if (number.doubleValue() != Math.rint(number.doubleValue())) {
      faults.add(path, "a broken number", "a whole number");
    } else if (rules.min() != null && number.doubleValue() < rules.min() || rules.max() != null && number.doubleValue() > rules.max()) {
      faults.add(path, RuleFaults.shown(value), "a number from " + rules.min() + " to " + rules.max());
    }
  }

  private void checkOption(Field field, String path, Object value, RuleFaults faults) {
    if (!field.options().isEmpty() && !field.options().contains(String.valueOf(value))) {
      faults.add(path, RuleFaults.shown(field, value), "one of " + field.options());
    } else if (field.options().isEmpty()) {
      texts.check(field, path, value, faults);
    }
  }

  static int mostRows(Field field) {
    var stated = field.properties().get("mostRows");
    return stated != null && stated.matches("\\d{1,3}") ? Math.min(Integer.parseInt(stated), MOST_ROWS_EVER)
        : field.shows().isEmpty() ? MOST_ROWS : MOST_ROWS_EVER;
  }

  static boolean blank(Object value) {
    return value == null || value instanceof String text && FormText.blank(text) || value instanceof Collection<?> list && list.isEmpty();
  }
}
