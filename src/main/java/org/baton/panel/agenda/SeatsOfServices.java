package org.baton.panel.agenda;

import java.util.Set;
import java.util.stream.Collectors;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.PanelSeats;
import org.baton.panel.member.Members;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Component;

/** The panels that services sit on today, and what their papers are about. */
@Component
class SeatsOfServices implements PanelSeats {

  private final Members members;
  private final AgendaStore store;
  private final Packs packs;

  SeatsOfServices(Members members, AgendaStore store, Packs packs) {
    this.members = members;
    this.store = store;
    this.packs = packs;
  }

  @Override
  public Set<String> forums(String authority, Set<String> services) {
    return services.isEmpty() ? Set.of() : packs.current(authority).profile().forums().stream()
        .filter(forum -> members.of(authority, forum.id()).stream().anyMatch(member -> services.contains(member.service())))
        .map(forum -> forum.id()).collect(Collectors.toSet());
  }

  @Override
  public Set<CaseId> before(String authority, Set<String> services) {
    var forums = forums(authority, services);
    return forums.isEmpty() ? Set.of() : Set.copyOf(store.circulated(authority, forums));
  }
}
