package org.baton.casefile.access;

import java.util.Set;
import org.baton.casefile.CaseId;

/** What the seats of services on panels open to the people of those services. */
public interface PanelSeats {

  /** The panels on which one of the services sits today. */
  Set<String> forums(String authority, Set<String> services);

  /** The cases on the agendas of those panels, from the time the papers go out until the sitting has ended. */
  Set<CaseId> before(String authority, Set<String> services);
}
