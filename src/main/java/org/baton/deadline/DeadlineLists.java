package org.baton.deadline;

import java.time.Instant;
import java.util.List;
import org.baton.casefile.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deadlines as they stand, for lists. */
@Service
@Transactional(readOnly = true)
public class DeadlineLists {

  private final DeadlineStore store;

  DeadlineLists(DeadlineStore store) {
    this.store = store;
  }

  public List<Deadline> ofCase(CaseId id) {
    return store.ofCase(id.value());
  }

  /** The meeting's own duties, without those of its cases. */
  public List<Deadline> ofMeeting(String meetingId) {
    return store.ofMeeting(meetingId);
  }

  /**
   * The open deadlines of these authorities in the order of their instants.
   *
   * @param dueBefore only those due before this instant
   * @param afterDue and afterId: the last one of the page before; {@link Instant#EPOCH} and the empty text for the first page
   */
  public List<Deadline> open(List<String> authorities, Instant dueBefore, Instant afterDue, String afterId, int limit) {
    return authorities.isEmpty() ? List.of() : store.open(authorities, dueBefore, afterDue, afterId, limit);
  }
}
