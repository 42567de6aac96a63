package org.baton.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baton.protocol.FormDefinition.Field;

/** What a day of a form must be: a day at all, and one that the form's words allow, seen from today in London. */
final class DayRules {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int OLDEST_CHILD = 25;
  private static final int OLDEST = 120;

  private DayRules() {}

  static void checkDate(String path, Object value, RuleFaults faults) {
    var day = FormDate.read(value);
    if (day.isEmpty()) {
      faults.add(path, RuleFaults.shown(value), "a date such as 2026-11-22");
    } else if (day.get().getYear() < FIRST_YEAR || day.get().getYear() > LAST_YEAR) {
      faults.add(path, day.get().toString(), "a day from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }

  /** Days that lie in the past or the future by their meaning: the form says so by its property {@code day}. */
  static void checkDays(Field field, String path, Object value, LocalDate today, RuleFaults faults) {
    if (field.repeats() && value instanceof List<?> rows && rows.size() <= FormRules.mostRows(field)) {
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

  private static void expect(boolean kept, String path, LocalDate day, String expected, RuleFaults faults) {
    if (!kept) {
      faults.add(path, day.toString(), expected);
    }
  }

  static void checkAfter(String path, Object value, String other, Object earlier, RuleFaults faults) {
    if (!FormRules.blank(earlier) && faults.isEmpty() && FormDate.read(earlier).isPresent() && !day(value).isAfter(day(earlier))) {
      faults.add(path, day(value).toString(), "a day after " + other + ", which is " + day(earlier));
    }
  }

  private static LocalDate day(Object value) {
    return FormDate.of(value);
  }
}
