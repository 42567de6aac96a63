package org.baton.casefile;

import java.util.Optional;
import java.util.Set;

/**
 * A role of an authority that a person holds.
 *
 * @param role row of the table {@code role}
 * @param team the panel or service that it is held for; empty for a role of the whole authority
 * @param scope {@code FORUM}, {@code SERVICE} or {@code AUTHORITY}
 * @param cases which cases it opens, as the table {@code access} says: {@code ALL}, {@code PANEL}, {@code MEMBER}, {@code SERVICE},
 *     {@code TASKS} or {@code NONE}
 */
public record HeldRole(String role, Optional<String> team, String scope, String cases, Set<Right> rights) {

  public HeldRole {
    rights = Set.copyOf(rights);
  }

  /** The panels that the role is held for; empty for a role of a service, or of the whole authority. */
  Optional<String> forum() {
    return scope.equals("FORUM") ? team : Optional.empty();
  }

  Optional<String> service() {
    return scope.equals("SERVICE") ? team : Optional.empty();
  }

  /** For the read log: {@code chair of rugby, by PANEL}. */
  String inWords() {
    return role + team.map(of -> " of " + of).orElse("") + ", by " + cases;
  }
}
