package org.baton.casefile.consent;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one person agreed to, or did not.
 *
 * @param purpose what for, a word of the authority's form such as {@code sharing}
 * @param giver who was asked, as the form names the person
 * @param personId the same person in the family file; empty for somebody who is not in it
 * @param capacity as what the person was asked, for example {@code PARENT}
 * @param on the day it was given, refused or withdrawn
 * @param validUntil the last day on which it holds; empty for no end
 * @param evidence where it can be seen, or why this person's agreement is not needed
 * @param informed whether the person knew what for, with whom, and that it is voluntary; empty if nobody noted it
 */
public record Consent(
    String purpose, ConsentState state, Optional<String> giver, Optional<String> personId, Optional<String> capacity, Optional<String> obtainedBy,
    Optional<LocalDate> on, Optional<String> how, Optional<String> evidence, Optional<LocalDate> validUntil, Optional<Boolean> informed) {

  /** What counts of it: an agreement of somebody who was not told what it is for is none. */
  ConsentState effective() {
    return state == ConsentState.GIVEN && informed.equals(Optional.of(false)) ? ConsentState.MISSING : state;
  }

  /** As it stands on that day: what was given may have expired. */
  Consent asOf(LocalDate day) {
    var expired = state == ConsentState.GIVEN && validUntil.filter(day::isAfter).isPresent();
    return expired ? new Consent(purpose, ConsentState.EXPIRED, giver, personId, capacity, obtainedBy, on, how, evidence, validUntil, informed) : this;
  }
}
