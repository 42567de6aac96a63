package org.baton.pathway;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.Access;
import org.baton.deadline.Deadline;
import org.baton.deadline.Deadlines;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open deadlines that a person's roles open: of their cases, and of the sittings of their panels. */
@Service
@Transactional(readOnly = true)
public class Duties {

  private final DutyStore store;
  private final Deadlines deadlines;
  private final Access access;
  private final Packs packs;

  Duties(DutyStore store, Deadlines deadlines, Access access, Packs packs) {
    this.store = store;
    this.deadlines = deadlines;
    this.access = access;
    this.packs = packs;
  }

  /**
   * Open deadlines in the order of their instants.
   *
   * @param dueBefore only those due before this instant
   * @param afterDue the instant of the last one of the page before; {@link Instant#EPOCH} for the first page
   * @param afterId its id; the empty text for the first page
   */
  public List<Deadline> open(Instant dueBefore, Instant afterDue, String afterId, int limit) {
    return access.reaches(Optional.empty()).stream().flatMap(reach -> {
      var forums = packs.current(reach.authority()).profile().forums().stream().map(Profile.Forum::id)
          .filter(forum -> access.opensForum(reach.authority(), forum)).collect(Collectors.toSet());
      return store.open(reach, forums, dueBefore, afterDue, afterId, limit).stream();
    }).map(deadlines::get).sorted(Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::id)).limit(limit).toList();
  }
}
