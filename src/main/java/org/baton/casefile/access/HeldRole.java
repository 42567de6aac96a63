package org.baton.casefile.access;

import java.util.Optional;
import java.util.Set;
import org.baton.casefile.access.AccessRow.Cases;
import org.baton.protocol.RoleRow.Scope;

/**
 * A role of an authority that a person holds.
 *
 * @param role row of the table {@code role}
 * @param team the panel or service that it is held for; empty for a role of the whole authority
 * @param cases which cases it opens, as the table {@code access} says
 */
record HeldRole(String role, Optional<String> team, Scope scope, Cases cases, Set<Right> rights) {

  HeldRole {
    rights = Set.copyOf(rights);
  }

  /** The panel that the role is held for; empty for a role of a service, or of the whole authority. */
  Optional<String> forum() {
    return scope == Scope.FORUM ? team : Optional.empty();
  }

  Optional<String> service() {
    return scope == Scope.SERVICE ? team : Optional.empty();
  }

  /** For the read log: {@code chair of rugby, by PANEL}. */
  String inWords() {
    return role + team.map(of -> " of " + of).orElse("") + ", by " + cases;
  }
}
