package org.baton.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.baton.protocol.FormDefinition.Field;
import org.baton.protocol.FormRules.Fault;

/** The faults of what was sent: keeps what an answer can say, and counts the rest. */
final class RuleFaults {

  private static final int MOST = 50;
  private static final int LONGEST_KEY = 60;
  private static final Set<String> CHOSEN = Set.of("radio", "select", "checklist", "taglist");

  private final List<Fault> first = new ArrayList<>();
  private int all;

  void add(String path, String value, String expected) {
    all++;
    if (first.size() < MOST) {
      first.add(new Fault(path, value, expected));
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

  /** A key that no form knows may be anything: only so much of it is said as names a field. */
  static String name(String key) {
    return key.matches("[\\w.:-]{1," + LONGEST_KEY + "}") ? key : "a key of " + length(key);
  }

  static String length(String text) {
    return text.length() + " characters";
  }

  /** What was chosen may be repeated; of what could be free text only the length. */
  static String shown(Field field, Object value) {
    return CHOSEN.contains(field.type()) && String.valueOf(value).matches("[\\w.:-]{1,40}") ? "'" + value + "'" : shown(value);
  }

  static String shown(Object value) {
    return value == null ? "nothing" : value instanceof Boolean || value instanceof Number ? value.toString()
        : value instanceof Collection<?> list ? list.size() + " rows" : length(String.valueOf(value));
  }
}
