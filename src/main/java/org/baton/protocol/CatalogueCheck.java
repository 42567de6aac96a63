package org.baton.protocol;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what is wrong with the catalogue of a protocol: a clause that nothing can name, or that a slip of the pen takes out of what is executed. */
final class CatalogueCheck {

  private static final Pattern ID = Pattern.compile("[A-Z]{3}-[A-Za-z0-9.-]{1,40}");
  private static final int PREFIX = 3;
  private static final Set<String> ENFORCE = Set.of("system", "task", "record", "none");
  /** Those of {@link Clause}, and what readers of the document noted beside them. */
  private static final Set<String> SETTINGS = Set.of("id", "kind", "actor", "text", "enforce", "pathway", "reason", "ambiguity", "inferred", "when", "deadline", "realise");

  private final Catalogue catalogue;
  private final Faults faults;

  CatalogueCheck(Catalogue catalogue, Faults faults) {
    this.catalogue = catalogue;
    this.faults = faults;
  }

  /**
   * @param yaml the file, which can be read; empty if the pack has none
   * @param prefix three capital letters of the profile; null if it has none, which has been said then
   */
  void check(byte[] yaml, String prefix) {
    checkSettings(yaml);
    var others = catalogue.clauses().stream().map(Clause::id).filter(id -> id != null && ID.matcher(id).matches()).map(id -> id.substring(0, PREFIX)).collect(Collectors.toCollection(TreeSet::new));
    var foreign = prefix != null && !others.isEmpty() && !others.contains(prefix);
    if (foreign) {
      faults.add(PackFiles.PROFILE, "caseNumberPrefix", prefix + ", and clauses that begin with " + others, "the same three letters");
    }
    var seen = new HashSet<String>();
    catalogue.clauses().forEach(clause -> {
      if (clause.id() == null || !ID.matcher(clause.id()).matches() || prefix != null && !foreign && !clause.id().startsWith(prefix + "-")) {
        fault(clause, clause.id() == null ? "a clause without an id" : "the clause '" + clause.id() + "'", "an id such as " + prefix + "-1.2a, which begins as case numbers of the profile do");
      } else if (!seen.add(clause.id())) {
        fault(clause, "the clause " + clause.id() + " a second time", "each clause once");
      }
      checkWords(clause);
    });
  }

  private void checkWords(Clause clause) {
    if (blank(clause.text())) {
      fault(clause, "no text", "what the clause says, in your own words");
    }
    if (clause.enforce() == null || !ENFORCE.contains(clause.enforce())) {
      fault(clause, "enforce '" + clause.enforce() + "'", "one of " + new TreeSet<>(ENFORCE));
    }
    if ("none".equals(clause.enforce()) && blank(clause.reason())) {
      fault(clause, "enforce 'none' without a reason", "reason: why it is not executed");
    }
    if (blank(clause.pathway())) {
      fault(clause, "no pathway", "the part of the protocol that it belongs to, such as intake");
    }
  }

  private void checkSettings(byte[] yaml) {
    var read = yaml.length == 0 ? Map.<String, Object>of() : StrictYaml.read(yaml, new TypeReference<Map<String, Object>>() {});
    if (read.get("clauses") instanceof List<?> clauses) {
      clauses.stream().filter(Map.class::isInstance).map(clause -> (Map<?, ?>) clause).forEach(clause -> clause.keySet().stream().map(String::valueOf).filter(setting -> !SETTINGS.contains(setting))
          .forEach(setting -> faults.add(PackFiles.CATALOGUE, String.valueOf(clause.get("id")), "the setting '" + setting + "' of a clause", "one of " + new TreeSet<>(SETTINGS))));
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private void fault(Clause clause, String found, String expected) {
    faults.add(PackFiles.CATALOGUE, clause.id() == null ? "clauses" : clause.id(), found, expected);
  }
}
