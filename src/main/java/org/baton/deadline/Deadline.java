package org.baton.deadline;

import java.time.Instant;
import java.util.Optional;

/**
 * A duty to do something by an instant.
 *
 * @param caseId number of the case; empty for a meeting's own duties
 * @param name row of the authority's {@code deadline} table
 * @param what the duty in words
 * @param clauses the clauses that set it, separated by commas
 * @param hard whether passing it is a breach; a soft one is only shown
 * @param tells the role that is told when it passes
 * @param explanation the sentence that says how the date came about
 */
public record Deadline(
    String id, String authority, Optional<String> caseId, Optional<String> meetingId, String name, String what, String clauses,
    Instant openedAt, Instant countedFrom, Instant dueAt, boolean hard, String tells, String explanation, State state,
    Optional<Instant> endedAt, Optional<String> endReason) {

  /** What became of the duty. Breached is an instant, not an end: an open deadline can be breached and still be met late. */
  public enum State { OPEN, MET, MET_LATE, LAPSED }

  /** Whether it is a hard duty that was not done when the instant came. */
  public boolean breached(Instant now) {
    return hard && (state == State.MET_LATE || state == State.OPEN && now.isAfter(dueAt));
  }
}
