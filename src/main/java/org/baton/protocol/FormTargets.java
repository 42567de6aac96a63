package org.baton.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether somebody keeps a target, or knows what to show under a path, as {@link FormStore#targets} writes them. */
final class FormTargets {

  /** Kinds of notes and purposes of consent end in columns of this length. */
  private static final Pattern WORD = Pattern.compile("[a-zA-Z]\\w{0,39}");

  private final Set<String> known;

  FormTargets(Set<String> known) {
    this.known = known;
  }

  boolean keeps(String target) {
    return known.stream().anyMatch(pattern -> !pattern.contains("/") && matches(pattern, target));
  }

  /** @param groups the targets of the repeated group that the field stands in */
  boolean keepsInRow(List<String> groups, String target) {
    return known.stream().filter(pattern -> pattern.contains("/")).map(pattern -> pattern.split("/", 2))
        .anyMatch(parts -> matches(parts[1], target) && groups.stream().anyMatch(group -> matches(parts[0], group)));
  }

  /** Whether rows are kept under the target. */
  boolean takesRows(String target) {
    return known.stream().anyMatch(pattern -> pattern.contains("/") && matches(pattern.split("/", 2)[0], target));
  }

  /** Whether rows alone are kept under the target. */
  boolean takesRowsAlone(String target) {
    return known.stream().anyMatch(pattern -> pattern.startsWith(target + "/"));
  }

  /** What is kept outside rows, the likest first. */
  Collection<String> like(String target) {
    return Near.first(known.stream().filter(pattern -> !pattern.contains("/")).toList(), target);
  }

  /** What is kept of the rows of such a group. */
  Collection<String> ofRows(List<String> groups, String target) {
    return Near.first(known.stream().filter(pattern -> pattern.contains("/")).map(pattern -> pattern.split("/", 2))
        .filter(parts -> groups.stream().anyMatch(group -> matches(parts[0], group))).map(parts -> parts[1]).toList(), target);
  }

  private static boolean matches(String pattern, String target) {
    if (pattern.endsWith("**")) {
      return target.startsWith(pattern.substring(0, pattern.length() - 2));
    }
    if (pattern.endsWith(".*")) {
      var start = pattern.substring(0, pattern.length() - 1);
      return target.startsWith(start) && WORD.matcher(target.substring(start.length())).matches();
    }
    return pattern.equals(target);
  }
}
