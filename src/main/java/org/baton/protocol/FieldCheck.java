package org.baton.protocol;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.baton.protocol.FormDefinition.Field;

/** Finds what is wrong with a field by itself: its type, key, options, pattern, room and days. */
final class FieldCheck {

  private static final Set<String> TYPES = Set.of("text", "textfield", "textarea", "number", "select", "radio", "checkbox",
      "checklist", "taglist", "datetime", "group", "dynamiclist", "table", "separator", "spacer");
  private static final Set<String> FACT_TYPES = Set.of("number", "select", "radio", "checkbox");
  private static final Set<String> TEXTS = Set.of("textfield", "textarea");
  private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");
  private static final Set<String> CHECKLISTS = Set.of("checklist", "taglist");
  private static final Set<String> DAYS = Set.of("past", "birth", "future");
  private static final Set<String> OPTIONS = Set.of("services", "leadServices", "coreServices", "invitedServices", "forums", "seats");
  /** Facts that Java sets by rules of its own, and that a form may say beside it. */
  private static final Set<String> SAID_BY_FORMS = Set.of(Fact.FORUM, Fact.ACCEPTANCE, Fact.PANEL_OUTCOME);
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w{0,99}");
  private static final int LONGEST_PATTERN = 200;
  /** As the narrowest column has that a choice goes to. */
  private static final int LONGEST_OPTION = 40;

  private final FormContract contract;
  private final Catalogue catalogue;
  private final Faults faults;

  FieldCheck(FormContract contract, Catalogue catalogue, Faults faults) {
    this.contract = contract;
    this.catalogue = catalogue;
    this.faults = faults;
  }

  void check(String file, FormDefinition form, Field field) {
    if (!TYPES.contains(field.type())) {
      faults.add(file, field.id(), "the type '" + field.type() + "'", "one of " + TYPES.stream().sorted().toList() + ", which Tasklist shows");
    }
    if (!field.key().isEmpty() && !NAME.matcher(field.key()).matches()) {
      faults.add(file, field.id(), "the key '" + field.key() + "'", "a letter, then letters and digits, 100 characters at most");
    }
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
  }

  private void checkFact(String file, Field field) {
    if (field.isFact() && !FACT_TYPES.contains(field.type())) {
      faults.add(file, field.id(), "free text as an engine fact", "a target in the family file: the engine knows cases by reference");
    }
    if (field.isFact() && Fact.all().contains(field.key()) && !SAID_BY_FORMS.contains(field.key())) {
      faults.add(file, field.id(), "the fact '" + field.key() + "', which Baton alone sets", "another key");
    }
  }

  private void checkOptions(String file, Field field) {
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

  /** A text that is longer than there is room for, or of which the form does not say how long it may be, would be refused when the work is done. */
  private void checkRoom(String file, Field field) {
    var room = contract.room(field.targets());
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

  private void checkPattern(String file, Field field) {
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
}
