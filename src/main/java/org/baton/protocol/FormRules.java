package org.baton.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
  /** As strict as mail programs are: a name and a host of plain parts, no dot or hyphen at either end of one and no two dots together. */
  private static final Pattern EMAIL = Pattern.compile(
      "[\\w+'-]{1,64}(\\.[\\w+'-]{1,64})*@[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)+");
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_EMAIL_NAME = 64;
  private static final int MOST_ROWS = 30;
  /** The most rows that a form may ask for; lists that Baton itself fills may have as many. */
  static final int MOST_ROWS_EVER = 200;
  private static final int MOST_FAULTS = 50;
  private static final int LONGEST_KEY = 60;
  private static final double LARGEST = 1_000_000_000;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int OLDEST_CHILD = 25;
  private static final int OLDEST = 120;
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
   * The faults of what was sent, fifty at most and then how many more; empty if the answers can be taken.
   *
   * @param sent texts, numbers, booleans, and lists of maps or texts; checked as {@link FormText#clean} keeps them
   * @param facts what conditions may refer to beside the answers
   * @param today the day in London, by which days of the past and birthdays are told
   */
  public static List<Fault> check(FormDefinition form, Map<String, ?> sent, Map<String, ?> facts, LocalDate today) {
    var answers = FormText.clean(sent);
    var faults = new Faults();
    form.fields().forEach(field -> checkDays(field, field.key(), answers.get(field.key()), today, faults));
    answers.keySet().stream().filter(key -> form.fields().stream().noneMatch(field -> field.takesAnswer() && field.key().equals(key)))
        .forEach(key -> faults.add(new Fault(name(key), shown(answers.get(key)), "no such field: form '" + form.id() + "' does not ask for it")));
    var known = new HashMap<String, Object>(facts);
    known.putAll(answers);
    check(form.fields(), "", answers, known, faults);
    return faults.said();
  }

  /** Keeps what an answer can say, and counts the rest. */
  private static final class Faults {

    private final List<Fault> first = new ArrayList<>();
    private int all;

    void add(Fault fault) {
      all++;
      if (first.size() < MOST_FAULTS) {
        first.add(fault);
      }
    }

    boolean isEmpty() {
      return all == 0;
    }

    List<Fault> said() {
      if (all > first.size()) {
        first.add(new Fault("answers", (all - first.size()) + " more faults", "none"));
      }
      return first;
    }
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

  private static void check(List<Field> fields, String prefix, Map<String, ?> answers, Map<String, ?> all, Faults faults) {
    fields.stream().filter(Field::takesAnswer).forEach(field -> {
      var value = answers.get(field.key());
      if (asked(field, all)) {
        check(field, prefix + field.key(), value, all, faults);
      } else if (!blank(value)) {
        faults.add(new Fault(prefix + field.key(), shown(value), "nothing, as the form does not ask for it here"));
      }
    });
  }

  private static void check(Field field, String path, Object value, Map<String, ?> all, Faults faults) {
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
          var most = field.options().isEmpty() ? mostRows(field) : field.options().size();
          if (chosen.size() > most || new HashSet<>(chosen).size() < chosen.size()) {
            faults.add(new Fault(path, chosen.size() + " choices", most + " at most, each once"));
          } else {
            chosen.forEach(one -> checkOption(field, path, one, faults));
            field.alone().filter(alone -> chosen.size() > 1 && chosen.contains(alone))
                .ifPresent(alone -> faults.add(new Fault(path, "'" + alone + "' and " + (chosen.size() - 1) + " more", "'" + alone + "' alone, or others without it")));
          }
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
  private static void checkRows(Field field, String path, Object value, Map<String, ?> all, Faults faults) {
    if (!(value instanceof List<?> rows)) {
      faults.add(new Fault(path, shown(value), "a list of rows"));
      return;
    }
    if (rows.size() > mostRows(field)) {
      faults.add(new Fault(path, rows.size() + " rows", mostRows(field) + " rows at most"));
      return;
    }
    for (var i = 0; i < rows.size(); i++) {
      var at = path + "[" + i + "]";
      if (rows.get(i) instanceof Map<?, ?> row) {
        row.keySet().stream().filter(key -> field.children().stream().noneMatch(child -> child.key().equals(key)))
            .forEach(key -> faults.add(new Fault(at + "." + name(String.valueOf(key)), shown(row.get(key)), "no such field in '" + field.label() + "'")));
        check(field.children(), at + ".", (Map<String, ?>) row, all, faults);
      } else {
        faults.add(new Fault(at, shown(rows.get(i)), "a row with " + field.children().stream().map(Field::key).toList()));
      }
    }
  }

  private static void checkNumber(Field field, String path, Object value, Faults faults) {
    if (!(value instanceof Number number)) {
      faults.add(new Fault(path, shown(value), "a number"));
      return;
    }
    var rules = field.rules();
    if (!(Math.abs(number.doubleValue()) <= LARGEST)) {
      faults.add(new Fault(path, "a number out of range", "a number of at most " + (long) LARGEST));
    } else if (number.doubleValue() != Math.rint(number.doubleValue())) {
      faults.add(new Fault(path, "a broken number", "a whole number"));
    } else if (rules.min() != null && number.doubleValue() < rules.min() || rules.max() != null && number.doubleValue() > rules.max()) {
      faults.add(new Fault(path, shown(value), "a number from " + rules.min() + " to " + rules.max()));
    }
  }

  private static void checkOption(Field field, String path, Object value, Faults faults) {
    if (!field.options().isEmpty() && !field.options().contains(String.valueOf(value))) {
      faults.add(new Fault(path, shown(field, value), "one of " + field.options()));
    } else if (field.options().isEmpty()) {
      checkText(field, path, value, faults);
    }
  }

  private static void checkDate(String path, Object value, Faults faults) {
    var day = FormDate.read(value);
    if (day.isEmpty()) {
      faults.add(new Fault(path, shown(value), "a date such as 2026-11-22"));
    } else if (day.get().getYear() < FIRST_YEAR || day.get().getYear() > LAST_YEAR) {
      faults.add(new Fault(path, day.get().toString(), "a day from " + FIRST_YEAR + " to " + LAST_YEAR));
    }
  }

  /** Days that lie in the past or the future by their meaning: the form says so by its property {@code day}. */
  private static void checkDays(Field field, String path, Object value, LocalDate today, Faults faults) {
    if (field.repeats() && value instanceof List<?> rows && rows.size() <= mostRows(field)) {
      for (var i = 0; i < rows.size(); i++) {
        if (rows.get(i) instanceof Map<?, ?> row) {
          var at = path + "[" + i + "].";
          field.children().forEach(child -> checkDays(child, at + child.key(), row.get(child.key()), today, faults));
        }
      }
    }
    if (field.type().equals("datetime")) {
      FormDate.read(value).ifPresent(day -> {
        var oldest = today.minusYears(field.targets().contains("child.dateOfBirth") ? OLDEST_CHILD : OLDEST);
        switch (meaning(field)) {
          case "past" -> {
            expect(!day.isAfter(today), path, day, "today or an earlier day", faults);
            expect(!field.targets().contains("case.receivedOn") || !day.isBefore(today.minusYears(OLDEST_CHILD)), path, day,
                "a day on which a child was young that still is, from " + today.minusYears(OLDEST_CHILD) + " on", faults);
          }
          case "birth" -> expect(!day.isAfter(today) && !day.isBefore(oldest), path, day, "a birthday from " + oldest + " to " + today, faults);
          case "future" -> expect(!day.isBefore(today), path, day, "today or a later day", faults);
          default -> { }
        }
      });
    }
  }

  /** Forms deployed before they could say it ask for birthdays and consents all the same. */
  private static String meaning(Field field) {
    return field.properties().getOrDefault("day", field.targets().contains("child.dateOfBirth") ? "birth"
        : field.targets().contains("consent.obtainedOn") ? "past" : "");
  }

  private static void expect(boolean kept, String path, LocalDate day, String expected, Faults faults) {
    if (!kept) {
      faults.add(new Fault(path, day.toString(), expected));
    }
  }

  private static int mostRows(Field field) {
    var stated = field.properties().get("mostRows");
    return stated != null && stated.matches("\\d{1,3}") ? Math.min(Integer.parseInt(stated), MOST_ROWS_EVER)
        : field.shows().isEmpty() ? MOST_ROWS : MOST_ROWS_EVER;
  }

  private static void checkAfter(String path, Object value, String other, Object earlier, Faults faults) {
    if (!blank(earlier) && faults.isEmpty() && FormDate.read(earlier).isPresent() && !day(value).isAfter(day(earlier))) {
      faults.add(new Fault(path, day(value).toString(), "a day after " + other + ", which is " + day(earlier)));
    }
  }

  private static LocalDate day(Object value) {
    return FormDate.of(value);
  }

  private static void checkText(Field field, String path, Object value, Faults faults) {
    var rules = field.rules();
    if (!(value instanceof String text)) {
      faults.add(new Fault(path, shown(value), "a text"));
      return;
    }
    var letters = FormText.fault(text, !field.type().equals("textfield"));
    if (letters.isPresent()) {
      faults.add(new Fault(path, length(text), letters.get()));
      return;
    }
    var room = FieldLimits.of(field.targets());
    var longest = rules.maxLength() == null ? room : Math.min(room, rules.maxLength());
    if (text.length() > longest || rules.minLength() != null && text.length() < rules.minLength()) {
      faults.add(new Fault(path, length(text),
          (rules.minLength() == null ? "" : rules.minLength() + " to ") + longest + " characters" + (rules.minLength() == null ? " at most" : "")));
      return;
    }
    if (rules.pattern() != null && !matches(rules.pattern(), text)) {
      faults.add(new Fault(path, length(text), "a text of the form " + rules.pattern()));
    }
    if ("email".equals(rules.validationType()) && !isEmail(text)) {
      faults.add(new Fault(path, length(text), "an e-mail address"));
    }
  }

  /** In time that grows with the text alone. A pattern of before that was asked may need more than such a matcher knows. */
  private static boolean matches(String pattern, String text) {
    try {
      return com.google.re2j.Pattern.matches(pattern, text);
    } catch (com.google.re2j.PatternSyntaxException e) {
      return text.matches(pattern);
    }
  }

  private static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL && text.indexOf('@') <= LONGEST_EMAIL_NAME && EMAIL.matcher(text).matches();
  }

  static boolean blank(Object value) {
    return value == null || value instanceof String text && FormText.blank(text) || value instanceof Collection<?> list && list.isEmpty();
  }

  /** A key that no form knows may be anything: only so much of it is said as names a field. */
  private static String name(String key) {
    return key.matches("[\\w.:-]{1," + LONGEST_KEY + "}") ? key : "a key of " + length(key);
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
