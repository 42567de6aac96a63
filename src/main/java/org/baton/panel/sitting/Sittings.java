package org.baton.panel.sitting;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baton.calendar.WorkingCalendar;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.note.Notes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sittings of forums and their states. */
@Service
@Transactional
public class Sittings {

  private final MeetingStore store;
  private final Notes notes;
  private final MeetingProcess process;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Sittings(MeetingStore store, Notes notes, MeetingProcess process, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.notes = notes;
    this.process = process;
    this.events = events;
    this.clock = clock;
  }

  /** @throws PanelRefusedException if there is no such meeting */
  @Transactional(readOnly = true)
  public Meeting get(String id) {
    return find(id).orElseThrow(() -> new PanelRefusedException("There is no meeting of this id"));
  }

  @Transactional(readOnly = true)
  public Optional<Meeting> find(String id) {
    return store.meeting(id);
  }

  /** All meetings of an authority in the order of their start. */
  @Transactional(readOnly = true)
  public List<Meeting> of(String authority) {
    return store.meetings(authority);
  }

  /**
   * The meetings of these panels, a page in the order of their start.
   *
   * @param open ids of panels by authority
   * @param forum one of them, or empty for all
   * @param after start of the last meeting of the page before
   * @param afterId its id; empty for the first page
   */
  @Transactional(readOnly = true)
  public List<Meeting> page(Map<String, Set<String>> open, String forum, Instant after, String afterId, int limit) {
    return open.entrySet().stream().flatMap(of -> store.meetings(of.getKey(), of.getValue(), forum, after, afterId, limit).stream())
        .sorted(Comparator.comparing(Meeting::startsAt).thenComparing(Meeting::id)).limit(limit).toList();
  }

  /** The meeting as it stands now: until the end of the transaction whoever wants to change it waits. */
  public Meeting hold(String id) {
    return store.lock(id);
  }

  /** Until the end of the transaction nobody else plans sittings of this forum or changes what stands on their agendas. */
  public void holdForum(String authority, String forum) {
    store.lock(authority, List.of(forum));
  }

  /** @throws PanelRefusedException if the meeting has begun, or is over or cancelled */
  @Transactional(readOnly = true)
  public Meeting notBegun(String id) {
    var meeting = get(id);
    if (!meeting.state().open()) {
      throw new PanelRefusedException("The sitting is " + meeting.state().inWords() + "; expected one that has not begun");
    }
    return meeting;
  }

  /**
   * The agenda stands. A repeated call changes nothing.
   *
   * @throws PanelRefusedException if the sitting has begun, is over or cancelled
   */
  public void agreeAgenda(String id) {
    become(get(id), Meeting.State.AGENDA_AGREED);
  }

  /** @throws PanelRefusedException if it is over or cancelled, or somebody moved it in this very moment */
  void become(Meeting known, Meeting.State state) {
    if (!store.become(known, state)) {
      throw overtaken(known, get(known.id()));
    }
  }

  /**
   * The sitting is not held; its process ends.
   *
   * @throws PanelRefusedException if it has begun, or is over or cancelled already
   */
  public void cancel(String id, String reason) {
    var meeting = notBegun(id);
    holdForum(meeting.authority(), meeting.forum());
    become(meeting, Meeting.State.CANCELLED);
    notes.note(id, null, Notes.CHANGE, null, reason);
    events.publishEvent(new SittingCancelled(meeting));
    process.cancelled(meeting);
  }

  /**
   * The sitting is over; the clocks that count from its end start now. A repeated call changes nothing.
   *
   * @throws PanelRefusedException if the sitting is cancelled
   */
  public void end(String id) {
    var meeting = get(id);
    holdForum(meeting.authority(), meeting.forum());
    var now = hold(id);
    if (now.state() == Meeting.State.CANCELLED) {
      throw overtaken(now, now);
    }
    if (store.end(id, clock.instant())) {
      events.publishEvent(new SittingEnded(get(id)));
    }
  }

  /** What the minutes of the sitting say; replaces what they said before. */
  public void writeMinutes(String id, String minutes) {
    store.updateMinutes(id, minutes);
  }

  /** Why a meeting that somebody was about to change is no longer as they saw it. */
  static PanelRefusedException overtaken(Meeting known, Meeting now) {
    return new PanelRefusedException(now.startsAt().equals(known.startsAt())
        ? "The sitting is " + now.state().inWords() + " by now; expected one that is not"
        : "Somebody has just moved the sitting to " + now.startsAt().atZone(WorkingCalendar.ZONE).toLocalDateTime() + "; expected it where you saw it");
  }
}
