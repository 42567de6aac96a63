package org.baton.panel.agenda;

import java.util.Set;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.PanelSeats;
import org.baton.panel.member.Members;
import org.springframework.stereotype.Component;

/** The panels that services sit on today, and what their papers are about. */
@Component
class SeatsOfServices implements PanelSeats {

  private final Members members;
  private final AgendaStore store;

  SeatsOfServices(Members members, AgendaStore store) {
    this.members = members;
    this.store = store;
  }

  @Override
  public Set<String> forums(String authority, Set<String> services) {
    return services.isEmpty() ? Set.of() : members.forumsOf(authority, services);
  }

  @Override
  public Set<CaseId> before(String authority, Set<String> services) {
    var forums = forums(authority, services);
    return forums.isEmpty() ? Set.of() : Set.copyOf(store.circulated(authority, forums));
  }
}
