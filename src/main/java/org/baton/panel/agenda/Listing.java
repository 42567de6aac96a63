package org.baton.panel.agenda;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseSplit;
import org.baton.casefile.chronology.Chronology;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Schedule;
import org.baton.panel.sitting.SittingCancelled;
import org.baton.panel.sitting.SittingEnded;
import org.baton.panel.sitting.Sittings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a case comes on an agenda, goes on to a later one or is brought forward, and leaves it. Nothing that waits is ever left on a sitting that is over. */
@Service
@Transactional
public class Listing {

  private final AgendaStore store;
  private final Sittings sittings;
  private final Schedule schedule;
  private final CaseFile cases;
  private final Chronology chronology;

  Listing(AgendaStore store, Sittings sittings, Schedule schedule, CaseFile cases, Chronology chronology) {
    this.store = store;
    this.sittings = sittings;
    this.schedule = schedule;
    this.cases = cases;
    this.chronology = chronology;
  }

  /**
   * Puts a case on the agenda of the next sitting of its forum whose cut-off has not passed at the given instant and whose agenda is
   * not settled yet; where none is planned that far, the series goes on. A case that stands on an agenda stays there.
   *
   * @param inTimeAt the instant that must not lie after the cut-off, as a rule the receipt of the referral
   */
  public AgendaItem propose(CaseId id, Instant inTimeAt) {
    return put(id, AgendaItem.State.PROPOSED, (authority, forum) -> schedule.inTime(authority, forum, inTimeAt, id));
  }

  /** Puts a case that was deferred or not reached on the agenda of the very next sitting, though its agenda be settled: the cut-off is for new referrals. */
  public AgendaItem proposeAgain(CaseId id) {
    return put(id, AgendaItem.State.LISTED, (authority, forum) -> schedule.coming(authority, forum, id));
  }

  /** Whether no sitting of the same forum is to come before the one on whose agenda the item stands. */
  @Transactional(readOnly = true)
  public boolean isForComingSitting(AgendaItem item) {
    var meeting = sittings.get(item.meetingId());
    return schedule.next(meeting.authority(), meeting.forum()).filter(next -> !next.id().equals(meeting.id())).isEmpty();
  }

  private AgendaItem put(CaseId id, AgendaItem.State state, BiFunction<String, String, Meeting> sitting) {
    var record = cases.get(id);
    var forum = record.forum().orElseThrow(() -> new PanelRefusedException("Case " + id + " belongs to no forum yet; expected one before it is listed"));
    sittings.holdForum(record.authority(), forum);
    var standing = store.openItem(id);
    if (standing.isPresent()) {
      return standing.get();
    }
    var meeting = stillToCome(() -> sitting.apply(record.authority(), forum));
    var item = store.place(meeting.id(), id, state);
    var pack = cases.pack(record);
    chronology.note(id, "AGENDA", pack.say("agenda.proposed", "panel", pack.profile().forumName(forum), "day", WorkingCalendar.day(meeting.startsAt())));
    return store.find(item).orElseThrow();
  }

  /**
   * A sitting to come, locked: somebody who began or cancelled it between our look and our lock is seen, and the next one is taken. One whose
   * agenda was settled meanwhile is taken too: what stands on it is heard.
   */
  private Meeting stillToCome(Supplier<Meeting> sitting) {
    var meeting = sittings.hold(sitting.get().id());
    return meeting.state().open() ? meeting : sittings.hold(sitting.get().id());
  }

  /** Children who part from a case stand on the same agenda, each case with an item of its own. */
  @EventListener
  void parted(CaseSplit split) {
    store.openItem(split.from()).ifPresent(item -> {
      sittings.hold(item.meetingId());
      store.place(item.meetingId(), split.parted(), item.state());
    });
  }

  /**
   * An item that could not be heard: it stands on the agenda of the next sitting again, whose cut-off does not apply to it. A case that has
   * left this agenda another way, or was carried over before, stays where it is.
   *
   * @return where the case now stands
   */
  public AgendaItem carryOver(AgendaItem item, String reason) {
    var meeting = sittings.get(item.meetingId());
    sittings.holdForum(meeting.authority(), meeting.forum());
    return store.takeOff(item.id(), AgendaItem.State.CARRIED_OVER, reason) ? proposeAgain(item.caseId()) : store.openItem(item.caseId()).orElse(item);
  }

  /**
   * A case waits for the sitting after the one on whose agenda it stands, which has not begun. One that left its agenda meanwhile stays away.
   *
   * @param reason as the agenda then shows it
   */
  public void putOff(AgendaItem item, String reason) {
    var meeting = sittings.get(item.meetingId());
    sittings.holdForum(meeting.authority(), meeting.forum());
    move(item, () -> schedule.after(meeting, item.caseId()), reason);
  }

  /** Brings the cases that were carried over to a later sitting of the forum forward to this one. */
  public void bringForward(String meetingId) {
    var meeting = sittings.notBegun(meetingId);
    sittings.holdForum(meeting.authority(), meeting.forum());
    store.carriedOverBeyond(meetingId).forEach(item -> move(item, () -> meeting));
  }

  /**
   * The chair lets a case in for the coming sitting although it came after the cut-off.
   *
   * @return the coming sitting
   * @throws PanelRefusedException if the case stands on no agenda, or on that one already
   */
  public Meeting waiveCutOff(CaseId id) {
    var item = store.openItem(id).orElseThrow(() -> new PanelRefusedException("Case " + id + " stands on no agenda; expected a case that waits for a later sitting"));
    var planned = sittings.get(item.meetingId());
    sittings.holdForum(planned.authority(), planned.forum());
    if (schedule.coming(planned.authority(), planned.forum(), id).id().equals(planned.id())) {
      throw new PanelRefusedException("Case " + id + " stands on the agenda of the coming sitting already; expected a case that waits for a later one");
    }
    return move(item, () -> schedule.coming(planned.authority(), planned.forum(), id));
  }

  /** Takes a case off the agenda on which it stands, as it goes another way; changes nothing if it stands on none. */
  public void withdraw(CaseId id, String reason) {
    store.openItem(id).filter(item -> store.takeOff(item.id(), AgendaItem.State.NOT_LISTED, reason))
        .ifPresent(item -> chronology.note(id, "AGENDA", cases.pack(id).say("agenda.takenOff", "reason", reason)));
  }

  @EventListener
  void cancelled(SittingCancelled event) {
    var meeting = event.meeting();
    waiting(meeting).forEach(item -> move(item, () -> schedule.coming(meeting.authority(), meeting.forum(), item.caseId())));
  }

  /** What still stands on the agenda was not reached. */
  @EventListener
  void ended(SittingEnded event) {
    waiting(event.meeting()).forEach(item -> carryOver(item, cases.pack(item.caseId()).say("agenda.notReached")));
  }

  private List<AgendaItem> waiting(Meeting meeting) {
    return store.items(meeting.id()).stream().filter(AgendaItem::waits).toList();
  }

  /**
   * Moves a case to another agenda of its forum, whose lock the caller holds. A case that was not screened where it stood is screened
   * there, unless that agenda is settled: then it is heard. One that left its agenda meanwhile stays away.
   */
  private Meeting move(AgendaItem item, Supplier<Meeting> sitting) {
    return move(item, sitting, null);
  }

  private Meeting move(AgendaItem item, Supplier<Meeting> sitting, String reason) {
    var to = stillToCome(sitting);
    if (store.takeOff(item.id(), AgendaItem.State.CARRIED_OVER, reason)) {
      store.place(to.id(), item.caseId(), to.state() == Meeting.State.PLANNED ? item.state() : AgendaItem.State.LISTED);
      var pack = cases.pack(item.caseId());
      chronology.note(item.caseId(), "AGENDA", pack.say("agenda.moved", "panel", pack.profile().forumName(to.forum()), "day", WorkingCalendar.day(to.startsAt())));
    }
    return to;
  }
}
