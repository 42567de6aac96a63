package org.baton.casefile.access;

import java.util.Map;
import java.util.Set;
import org.baton.casefile.access.AccessRow.Cases;
import org.baton.protocol.CheckedTables;
import org.baton.protocol.Faults;
import org.baton.protocol.RoleRow;
import org.baton.protocol.RoleRow.Scope;
import org.baton.protocol.TableRule;

/** A role that is held for no panel opens no cases of its panel: whoever holds it would see none, or those of nobody. */
final class AccessFitsScope implements TableRule {

  /** What each needs to be held for; a role of the whole authority sits with every panel. */
  private static final Map<Cases, Set<Scope>> NEEDED = Map.of(
      Cases.PANEL, Set.of(Scope.FORUM, Scope.AUTHORITY), Cases.MEMBER, Set.of(Scope.SERVICE), Cases.SERVICE, Set.of(Scope.SERVICE));

  @Override
  public void check(CheckedTables tables, Faults faults) {
    tables.each("role", RoleRow.class, (held, role) -> tables.words().roles().stream().filter(name -> tables.meets("role", held, "role", name)).forEach(name ->
        tables.each("access", AccessRow.class, (rule, access) -> {
          if (tables.meets("access", rule, "role", name) && !NEEDED.getOrDefault(access.cases(), Set.of(role.scope())).contains(role.scope())) {
            faults.add(tables.file("access"), rule.id(), "column 'cases': \"" + access.cases() + "\" for the role " + name + ", which is one for each " + role.scope(),
                "a role that is one for each " + NEEDED.get(access.cases()).stream().sorted().toList() + ", or other cases");
          }
        })));
  }
}
