package org.baton.panel.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.protocol.Profile;

/**
 * Something that a member is to do.
 *
 * @param responsible the name of whoever does it
 * @param service whose person that is; empty where nobody said
 * @param dueOn London date
 * @param givenUpAt when it was found to be no longer needed
 * @param report what the member said about it; empty before
 * @param followedUp what whoever follows it up agreed with the member; empty before
 */
public record Action(
    String id, CaseId caseId, String what, String responsible, Optional<String> service, LocalDate dueOn, Optional<Instant> doneAt,
    Optional<Instant> givenUpAt, Optional<String> report, Optional<String> followedUp) {

  /** Who does it: the name, and the service where one is known. */
  public String who(Profile profile) {
    return service.map(id -> responsible + ", " + profile.serviceName(id)).orElse(responsible);
  }

  /** Whether nothing is left to be done. */
  public boolean over() {
    return doneAt.isPresent() || givenUpAt.isPresent();
  }

  /** Left to be done although its day has passed. */
  public boolean overdue(LocalDate today) {
    return !over() && today.isAfter(dueOn);
  }
}
