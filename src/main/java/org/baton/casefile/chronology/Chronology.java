package org.baton.casefile.chronology;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has happened to cases, in the order in which it was recorded. */
@Service
@Transactional
public class Chronology {

  private final ChronologyStore store;
  private final CaseFile cases;
  private final Clock clock;
  private final CurrentUser user;

  Chronology(ChronologyStore store, CaseFile cases, Clock clock, CurrentUser user) {
    this.store = store;
    this.cases = cases;
    this.clock = clock;
    this.user = user;
  }

  /** Adds a line of this moment. @param clauses separated by commas; empty for none */
  public void note(CaseId id, String kind, String entry, String clauses) {
    store.insert(id, clock.instant(), kind, entry, clauses, user.id(), null);
  }

  /** As {@link #note(CaseId, String, String, String)}, of what no clause asks for. */
  public void note(CaseId id, String kind, String entry) {
    note(id, kind, entry, "");
  }

  /** All entries in their order; of a case that parted from another, with what they shared before. */
  @Transactional(readOnly = true)
  public List<ChronologyEntry> of(CaseId id) {
    return store.of(id);
  }

  /**
   * Corrects an entry by a later one; the first stays. What says the same as the newest correction of it adds nothing.
   *
   * @throws IllegalArgumentException if the case has no such entry, or no reason is given
   */
  public void correct(CaseId id, long entry, String corrected, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("A correction of entry " + entry + " has no reason; expected one");
    }
    cases.holdOpenOrClosed(id);
    var lines = of(id);
    if (lines.stream().noneMatch(line -> line.id() == entry)) {
      throw new IllegalArgumentException("Case " + id + " has no chronology entry " + entry);
    }
    var words = corrected + " (corrected because: " + reason + ")";
    var before = lines.stream().filter(line -> line.corrects().equals(Optional.of(entry))).reduce((earlier, later) -> later);
    if (before.filter(line -> line.entry().equals(words)).isEmpty()) {
      store.insert(id, clock.instant(), "CORRECTION", words, "", user.id(), entry);
    }
  }
}
