package org.baton.pathway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.PanelAccess;
import org.baton.deadline.Deadline;
import org.baton.deadline.DeadlineNotFoundException;
import org.baton.deadline.CalendarMoves;
import org.baton.deadline.Deadlines;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open deadlines that a person's roles open: of their cases, and of the sittings of their panels. */
@Service
@Transactional(readOnly = true)
public class Duties {

  private final DutyStore store;
  private final CalendarMoves moves;
  private final Deadlines deadlines;
  private final Access access;
  private final PanelAccess panelAccess;

  Duties(DutyStore store, CalendarMoves moves, Deadlines deadlines, Access access, PanelAccess panelAccess) {
    this.store = store;
    this.moves = moves;
    this.deadlines = deadlines;
    this.access = access;
    this.panelAccess = panelAccess;
  }

  /**
   * Open deadlines in the order of their instants.
   *
   * @param dueBefore only those due before this instant
   * @param afterDue the instant of the last one of the page before; {@link Instant#EPOCH} for the first page
   * @param afterId its id; the empty text for the first page
   */
  public List<Deadline> open(Instant dueBefore, Instant afterDue, String afterId, int limit) {
    var forums = panelAccess.forums();
    var ids = access.reaches(Optional.empty()).stream()
        .flatMap(reach -> store.open(reach, forums.getOrDefault(reach.authority(), Set.of()), dueBefore, afterDue, afterId, limit).stream()).toList();
    return deadlines.all(ids).stream().limit(limit).toList();
  }

  /** The open deadlines of the authority that a holiday or a closure moves which was added or taken back since, as far as the person's roles open them. */
  public List<CalendarMoves.Moved> movedByCalendar(String authority) {
    var open = opened(authority);
    return moves.movedByCalendar(authority).stream().filter(moved -> open.contains(moved.deadline().id())).toList();
  }

  /**
   * A supervisor lets one of these deadlines follow the calendar in force; see {@link CalendarMoves#follow}.
   *
   * @throws DeadlineNotFoundException also if the deadline is not open to the person
   * @throws org.baton.casefile.access.NotAllowedException if the person supervises nobody in that authority
   */
  @Transactional
  public Deadline follow(List<String> authorities, String id, String reason) {
    var authority = authorities.stream().filter(one -> opened(one).contains(id)).findFirst().orElseThrow(() -> new DeadlineNotFoundException(id));
    access.requireSupervisor(authority);
    return moves.follow(List.of(authority), id, reason);
  }

  private Set<String> opened(String authority) {
    var forums = panelAccess.forums().getOrDefault(authority, Set.of());
    return access.reaches(Optional.empty()).stream().filter(reach -> reach.authority().equals(authority))
        .flatMap(reach -> store.open(reach, forums).stream()).collect(Collectors.toSet());
  }
}
