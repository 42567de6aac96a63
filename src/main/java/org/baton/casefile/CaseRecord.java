package org.baton.casefile;

import java.time.Instant;
import java.util.Optional;

/**
 * A case as it stands now, without personal data of the family.
 *
 * @param deploymentId the pack that it began under and ends under
 * @param route by which it came, a value of the authority's referral form
 * @param forum the panel that it belongs to; empty where none decides or none was chosen yet
 * @param stage a row of the authority's {@code holder} table
 * @param holder the service that is accountable for the case now; never empty
 * @param reReferralOf the newest case with a child of the same name and birthday when this one came; a person confirms what is shown
 * @param allocatedService the service that it was given to; empty before
 */
public record CaseRecord(
    CaseId id, String authority, String familyId, String deploymentId, String route, Optional<String> forum, String stage, String holder,
    String referringService, Optional<String> allocatedService, Optional<String> leadProfessional, Optional<String> reReferralOf,
    Instant receivedAt, Optional<Instant> closedAt, Optional<String> outcome) {

  public boolean open() {
    return closedAt.isEmpty();
  }
}
