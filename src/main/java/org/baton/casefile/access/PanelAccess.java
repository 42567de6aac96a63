package org.baton.casefile.access;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baton.casefile.access.AccessRow.Cases;
import org.baton.protocol.BadInputException;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which panels are open to the person who is logged in, by the table {@code access}. */
@Service
@Transactional(readOnly = true)
public class PanelAccess {

  private final HeldRoles roles;
  private final Packs packs;
  private final CurrentUser user;
  private final PanelSeats seats;

  PanelAccess(HeldRoles roles, Packs packs, CurrentUser user, PanelSeats seats) {
    this.roles = roles;
    this.packs = packs;
    this.user = user;
    this.seats = seats;
  }

  /**
   * Of the panel that somebody asks for by its id.
   *
   * @param field name of the parameter
   * @param forum empty for all
   * @throws BadInputException if none of the person's authorities has such a panel
   */
  public void requirePanel(String field, String forum) {
    var known = user.authorities().stream().flatMap(authority -> packs.current(authority).profile().forums().stream()).map(Profile.Forum::id).toList();
    if (!forum.isEmpty() && !known.contains(forum)) {
      throw new BadInputException(field + " is of " + forum.length() + " characters; expected nothing or one of " + known);
    }
  }

  /** Whether the panel's sittings are open to the person: its own panel, one on which its service sits, or all. */
  public boolean opensForum(String authority, String forum) {
    return open(authority).opens(forum);
  }

  /** The panels whose sittings are open to the person, by authority; authorities without any are left out. */
  public Map<String, Set<String>> forums() {
    var forums = new TreeMap<String, Set<String>>();
    user.authorities().forEach(authority -> {
      var opens = open(authority);
      var open = packs.current(authority).profile().forums().stream().map(Profile.Forum::id).filter(opens::opens).collect(Collectors.toSet());
      if (!open.isEmpty()) {
        forums.put(authority, open);
      }
    });
    return forums;
  }

  /** @param all of the authority, one that the pack in force no longer has included */
  private record Open(boolean all, Set<String> forums) {

    boolean opens(String forum) {
      return all || forums.contains(forum);
    }
  }

  private Open open(String authority) {
    var held = roles.of(authority);
    if (held.stream().anyMatch(role -> role.cases() == Cases.ALL || role.cases() == Cases.PANEL && role.team().isEmpty())) {
      return new Open(true, Set.of());
    }
    var forums = new HashSet<>(seats.forums(authority, ids(held, Cases.MEMBER, HeldRole::service)));
    forums.addAll(ids(held, Cases.PANEL, HeldRole::forum));
    return new Open(false, forums);
  }

  private static Set<String> ids(List<HeldRole> held, Cases cases, Function<HeldRole, Optional<String>> id) {
    return held.stream().filter(role -> role.cases() == cases).flatMap(role -> id.apply(role).stream()).collect(Collectors.toSet());
  }
}
