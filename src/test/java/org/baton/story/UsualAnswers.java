package org.baton.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baton.platform.demo.CaseDriver;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.FormDefinition.Field;
import org.baton.protocol.FormRules;
import org.baton.protocol.Pack;

/**
 * What a story does not say: what the form shows stays, and what it requires beside that gets the first of its options or a plain text. All
 * else is left open. The same form is always answered alike.
 */
final class UsualAnswers {

  private final Pack pack;
  private final LocalDate today;

  UsualAnswers(Pack pack, LocalDate today) {
    this.pack = pack;
    this.today = today;
  }

  /**
   * @param shown what the open task shows, by field key
   * @param wanted what the story says, taken as it is; a key with null stays open. Rows complete those shown, each its own; a single map
   *     in place of rows completes all of them
   */
  Map<String, Object> to(FormDefinition form, Map<String, ?> shown, Map<String, ?> wanted) {
    return to(form, shown, Map.of(), wanted);
  }

  /** @param facts what conditions ask beside the answers */
  Map<String, Object> to(FormDefinition form, Map<String, ?> shown, Map<String, ?> facts, Map<String, ?> wanted) {
    var known = new HashMap<String, Object>(facts);
    known.putAll(shown);
    return to(form.fields(), known, shown, wanted);
  }

  private Map<String, Object> to(List<Field> fields, Map<String, Object> known, Map<String, ?> shown, Map<String, ?> wanted) {
    var answers = new LinkedHashMap<String, Object>();
    wanted.forEach((key, value) -> {
      if (fields.stream().noneMatch(field -> field.key().equals(key))) {
        answers.put(key, value);
      }
    });
    for (var field : fields) {
      if (field.takesAnswer() && (wanted.get(field.key()) != null || FormRules.asked(field, known))) {
        var value = field.repeats() ? rows(field, known, shown.get(field.key()), wanted) : value(field, known, shown, wanted);
        if (value != null) {
          answers.put(field.key(), value);
          known.put(field.key(), value);
        }
      }
    }
    return answers;
  }

  private Object value(Field field, Map<String, Object> known, Map<String, ?> shown, Map<String, ?> wanted) {
    if (wanted.containsKey(field.key())) {
      return wanted.get(field.key());
    }
    return shown.get(field.key()) != null ? shown.get(field.key()) : field.rules().required() || isFamilyName(field) ? usual(field, known) : null;
  }

  /** Forms do not require it, as some people have one name only. */
  private static boolean isFamilyName(Field field) {
    return field.targets().contains("child.familyName") || field.targets().contains("adult.familyName");
  }

  @SuppressWarnings("unchecked")
  private Object rows(Field field, Map<String, Object> known, Object shown, Map<String, ?> wanted) {
    var given = shown instanceof List<?> list ? (List<Map<String, Object>>) list : List.<Map<String, Object>>of();
    var said = wanted.get(field.key());
    if (wanted.containsKey(field.key()) && said == null) {
      return null;
    }
    if (said == null && given.isEmpty() && field.targets().contains("panel.attendance")) {
      return CaseDriver.sitting(pack, field);
    }
    var rows = new ArrayList<Map<String, Object>>();
    var own = said instanceof List<?> list ? (List<Map<String, Object>>) list : List.<Map<String, Object>>of();
    var count = said instanceof List<?> ? own.size() : Math.max(given.size(), said != null || field.rules().required() ? 1 : 0);
    for (var i = 0; i < count; i++) {
      var row = i < given.size() ? given.get(i) : Map.<String, Object>of();
      var all = new HashMap<>(known);
      all.putAll(row);
      rows.add(to(field.children(), all, row, said instanceof Map<?, ?> each ? (Map<String, ?>) each : i < own.size() ? own.get(i) : Map.of()));
    }
    return rows.isEmpty() && said == null ? null : rows;
  }

  private Object usual(Field field, Map<String, Object> known) {
    return switch (field.type()) {
      case "radio", "select" -> field.options().get(0);
      case "checklist", "taglist" -> List.of(field.options().get(0));
      case "checkbox" -> true;
      case "number" -> field.rules().min() == null ? 1 : (int) Math.ceil(field.rules().min());
      case "datetime" -> day(field, known).toString();
      default -> text(field);
    };
  }

  private LocalDate day(Field field, Map<String, Object> known) {
    return switch (field.properties().getOrDefault("day", "")) {
      case "birth" -> today.minusYears(10);
      case "past" -> today;
      default -> field.after().map(known::get).map(earlier -> LocalDate.parse(earlier.toString()).plusDays(70)).orElseGet(() -> today.plusDays(14));
    };
  }

  private static String text(Field field) {
    if (!field.examples().isEmpty()) {
      return field.examples().get(0);
    }
    return switch (field.targets().get(0)) {
      case "child.givenName" -> "Ola";
      case "adult.givenName" -> "Jo";
      case "child.familyName", "adult.familyName" -> "Penn";
      case "consent.giver" -> "Jo Penn";
      case "referrer.name" -> "Nia Reed";
      case "referrer.email" -> "nia@example.org";
      default -> "Noted";
    };
  }
}
