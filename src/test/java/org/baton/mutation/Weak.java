package org.baton.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clauses of which something can be taken away that no test of theirs notices. */
public final class Weak {

  private Weak() {}

  /**
   * As the last run found it, see {@link Results}: what has changed since then has to be tried again first.
   *
   * @return by clause what can be taken away; a clause of which everything is noticed is none of them
   */
  public static Map<String, List<String>> clauses(String authority) {
    var results = Results.of(authority, new ClauseTests(authority));
    var weak = new TreeMap<String, List<String>>();
    Mutants.of(authority).forEach(mutant -> {
      var state = results.of(mutant).state();
      if (state == Verdict.State.SURVIVED || state == Verdict.State.UNKNOWN) {
        mutant.clauses().forEach(clause -> weak.computeIfAbsent(clause, any -> new ArrayList<>()).add(mutant.key() + (state == Verdict.State.UNKNOWN ? " (not tried since it changed)" : "")));
      }
    });
    return weak;
  }
}
