package org.baton.panel.agenda;

import java.util.Optional;
import org.baton.casefile.CaseId;

/** One case on the agenda of one meeting. */
public record AgendaItem(String id, String meetingId, CaseId caseId, int position, State state, Optional<String> screeningReason) {

  public enum State {
    /** Registered for the meeting; the chair has not screened it yet. */
    PROPOSED,
    LISTED,
    /** Screened out before the meeting. */
    NOT_LISTED,
    HEARD,
    /** Not reached or not quorate; it stands on the next agenda again. */
    CARRIED_OVER;

    /** Whether the case still waits to be heard there. */
    public boolean waits() {
      return this == PROPOSED || this == LISTED;
    }
  }

  public boolean waits() {
    return state.waits();
  }
}
