package org.baton.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Puts first what a person may have meant, as lists in answers are cut. */
final class Near {

  private Near() {}

  /** The names in the order of how many letters they begin with as the word does, then by themselves. */
  static List<String> first(Collection<String> names, String word) {
    return names.stream().sorted(Comparator.comparingInt((String name) -> -common(name, word)).thenComparing(Comparator.naturalOrder())).toList();
  }

  private static int common(String one, String other) {
    var at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }
}
