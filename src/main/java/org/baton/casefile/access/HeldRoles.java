package org.baton.casefile.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baton.casefile.access.AccessRow.Cases;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.RoleRow;
import org.baton.protocol.Row;
import org.springframework.stereotype.Component;

/** The roles that the person holds who is logged in. */
@Component
class HeldRoles {

  private static final Set<Right> OF_PANELS = EnumSet.complementOf(EnumSet.of(Right.PASSWORDS, Right.DIRECTORY));

  private final Packs packs;
  private final CurrentUser user;

  HeldRoles(Packs packs, CurrentUser user) {
    this.packs = packs;
    this.user = user;
  }

  /** The roles that the person holds by their groups; none in an authority that is not theirs. */
  List<HeldRole> of(String authority) {
    if (!user.authorities().contains(authority)) {
      return List.of();
    }
    var pack = packs.current(authority);
    return user.groups().stream().filter(group -> group.startsWith(authority + ".")).map(group -> group.substring(authority.length() + 1).split("\\."))
        .filter(parts -> parts.length <= 2).flatMap(parts -> role(pack, parts).stream()).toList();
  }

  private static Optional<HeldRole> role(Pack pack, String[] parts) {
    var role = parts[parts.length - 1];
    var team = parts.length == 2 ? Optional.of(parts[0]) : Optional.<String>empty();
    var table = pack.findRows(AccessRow.class);
    return pack.rows(RoleRow.class).find(Map.of("role", role)).map(Row::cells).map(row -> table.isEmpty() ? assumed(role, team, row) : table.get().find(Map.of("role", role)).map(Row::cells)
        .map(granted -> new HeldRole(role, team, row.scope(), granted.cases(), rights(granted)))
        .orElseGet(() -> new HeldRole(role, team, row.scope(), Cases.NONE, Set.of())));
  }

  private static Set<Right> rights(AccessRow granted) {
    return Arrays.stream(Right.values()).filter(right -> right.in(granted)).collect(Collectors.toSet());
  }

  /** Of a pack that was put in force before there was a table {@code access}: what its scope and rights come nearest to. */
  private static HeldRole assumed(String role, Optional<String> team, RoleRow row) {
    if (row.rights() != RoleRow.Rights.WORKER) {
      return new HeldRole(role, team, row.scope(), row.rights() == RoleRow.Rights.SUPERVISOR ? Cases.ALL : Cases.NONE, Set.of());
    }
    return switch (row.scope()) {
      case FORUM -> new HeldRole(role, team, row.scope(), Cases.PANEL, OF_PANELS);
      case SERVICE -> new HeldRole(role, team, row.scope(), Cases.SERVICE, Set.of(Right.CASE_FILE));
      case AUTHORITY -> new HeldRole(role, team, row.scope(), Cases.TASKS, Set.of(Right.CASE_FILE));
    };
  }
}
