package org.baton.panel.decision;

import java.time.Instant;
import java.util.Optional;
import org.baton.casefile.CaseId;

/**
 * The recorded result of a hearing or of the chair's screening.
 *
 * @param outcome a value that the case's pathway branches on
 * @param service the service that is to take the case; empty where the outcome names none
 * @param reachedBy {@code AGREEMENT}, {@code VOTE}, {@code CHAIR} or {@code NONE}
 * @param accepted whether a member of that service took the case on in the meeting itself
 * @param signedAt when it was signed off; empty until then
 * @param box what business support wrote to be signed, then what was signed, as it goes out; empty before
 */
public record PanelDecision(
    String id, String agendaItemId, CaseId caseId, String meetingId, String outcome, Optional<String> service, String reachedBy, String reasons,
    Instant decidedAt, boolean accepted, Optional<Instant> signedAt, Optional<String> box) {

  /** What may be told of it: what was signed, before that the reasons. */
  public String told() {
    return signedAt.isPresent() ? box.orElse(reasons) : reasons;
  }
}
