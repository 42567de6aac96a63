package org.baton.panel.sitting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.baton.calendar.OnClosedDay;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.deadline.Deadlines;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.note.Notes;
import org.baton.protocol.BadInputException;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When forums sit: the series of the authority's profile, sittings beside it, and those that are moved. */
@Service
@Transactional
public class Schedule {

  private static final int SITTINGS_AHEAD = 12;

  private final MeetingStore store;
  private final Packs packs;
  private final MeetingProcess process;
  private final Sittings sittings;
  private final Notes notes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Schedule(MeetingStore store, Packs packs, MeetingProcess process, Sittings sittings, Notes notes, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.packs = packs;
    this.process = process;
    this.sittings = sittings;
    this.notes = notes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Plans one sitting and begins its process. Cut-off and pre-meeting follow from the rows {@code referralCutOff} and
   * {@code preMeeting} of the authority's deadline table; without such a row, they are the sitting's beginning.
   *
   * @throws PanelRefusedException if the forum already sits at that instant
   */
  public Meeting plan(String authority, String forum, Instant startsAt) {
    var pack = packs.current(authority);
    store.lock(authority, List.of(forum));
    refuseTwice(authority, forum, startsAt);
    var meeting = new Meeting(UUID.randomUUID().toString(), authority, forum, pack.deploymentId(), startsAt,
        startsAt.plus(Duration.ofHours(pack.profile().forum(forum).hours())),
        Deadlines.countedFrom(pack, "referralCutOff", startsAt), Deadlines.countedFrom(pack, "preMeeting", startsAt),
        Optional.empty(), Meeting.State.PLANNED, Optional.empty(), Optional.empty());
    store.insert(meeting);
    store.updateProcess(meeting.id(), process.begin(meeting));
    return meeting;
  }

  /**
   * Plans the sittings of all forums for a calendar year, those already planned and those in the past left out.
   *
   * @return the newly planned ones
   * @throws BadInputException if it is neither this year nor the next
   */
  public List<Meeting> planYear(String authority, int year) {
    var present = WorkingCalendar.day(clock.instant()).getYear();
    if (year < present || year > present + 1) {
      throw new BadInputException("programmeYear is " + year + "; expected " + present + " or " + (present + 1));
    }
    var forums = packs.current(authority).profile().forums().stream().map(forum -> forum.id()).toList();
    if (!forums.isEmpty()) {
      store.lock(authority, forums);
    }
    return forums.stream().flatMap(forum -> planSeries(authority, forum, LocalDate.of(year, 12, 31)).stream()).toList();
  }

  /**
   * Plans a sitting beside the series, as the members agreed.
   *
   * @throws PanelRefusedException if it would lie in the past, on a closed day, or where the forum already sits
   */
  public Meeting planExtra(String authority, String forum, LocalDate day, LocalTime at) {
    return plan(authority, forum, toCome(packs.current(authority), day, at, "The extra sitting"));
  }

  /** Plans the sittings of a forum's series up to a date, those already planned left out; the caller holds the forum's lock. @return the newly planned ones */
  private List<Meeting> planSeries(String authority, String forum, LocalDate until) {
    var known = store.startsFrom(authority, forum, clock.instant());
    return series(packs.current(authority), forum, until).stream()
        .filter(startsAt -> !known.contains(startsAt) && startsAt.isAfter(clock.instant()))
        .map(startsAt -> plan(authority, forum, startsAt)).toList();
  }

  /**
   * The sitting of a forum on a day.
   *
   * @throws PanelRefusedException if there is none that has not begun; names the days of those to come
   */
  @Transactional(readOnly = true)
  public Meeting on(String authority, String forum, LocalDate day) {
    var toCome = store.open(authority, forum);
    return toCome.stream().filter(meeting -> WorkingCalendar.day(meeting.startsAt()).equals(day)).findFirst().orElseThrow(() -> new PanelRefusedException(
        "panel.sittingOn is " + day + "; expected the day of a sitting that has not begun, one of "
            + toCome.stream().map(meeting -> WorkingCalendar.day(meeting.startsAt()).toString()).toList()));
  }

  /**
   * Moves a sitting that has not begun. Its cut-off, its pre-meet, its open deadlines and the timers of its process follow; what stands
   * on its agenda stays there.
   *
   * @throws PanelRefusedException as {@link #planExtra}, or if it has begun, is cancelled, or somebody else moved it in this very moment
   */
  public Meeting move(String meetingId, LocalDate day, LocalTime at, String reason) {
    var meeting = sittings.notBegun(meetingId);
    store.lock(meeting.authority(), List.of(meeting.forum()));
    var pack = packs.of(meeting.deploymentId());
    var startsAt = toCome(pack, day, at, "The sitting");
    refuseTwice(meeting.authority(), meeting.forum(), startsAt);
    if (!store.updateTimes(meeting, startsAt, startsAt.plus(Duration.between(meeting.startsAt(), meeting.scheduledEnd())),
        Deadlines.countedFrom(pack, "referralCutOff", startsAt), Deadlines.countedFrom(pack, "preMeeting", startsAt))) {
      throw Sittings.overtaken(meeting, store.meeting(meetingId).orElseThrow());
    }
    notes.note(meetingId, null, Notes.CHANGE, null, reason);
    var moved = sittings.get(meetingId);
    events.publishEvent(new SittingMoved(moved));
    process.moved(moved);
    return moved;
  }

  private Instant toCome(Pack pack, LocalDate day, LocalTime at, String what) {
    var startsAt = WorkingCalendar.at(day, at);
    if (!startsAt.isAfter(clock.instant())) {
      throw new PanelRefusedException(what + " is to begin at " + day + " " + at + ", which is past; expected a later time");
    }
    if (!pack.calendar().isWorkingDay(day)) {
      throw new PanelRefusedException(what + " is to be on " + day + ", which is no working day; expected one");
    }
    return startsAt;
  }

  private void refuseTwice(String authority, String forum, Instant startsAt) {
    store.meetingAt(authority, forum, startsAt).ifPresent(known -> {
      throw new PanelRefusedException("Forum '" + forum + "' already " + (known.state() == Meeting.State.CANCELLED ? "has a cancelled sitting" : "sits")
          + " at " + startsAt + "; expected another instant");
    });
  }

  /**
   * The next sitting of the forum whose cut-off has not passed at the instant, whose agenda is not settled yet and that has not decided on
   * the case; where none is planned that far, the series goes on.
   */
  public Meeting inTime(String authority, String forum, Instant at, CaseId undecided) {
    return untilOneFits(authority, forum, () -> store.next(authority, forum, at, clock.instant(), undecided.value()));
  }

  /** The sitting of the forum that comes next and has not decided on the case, its agenda settled or not; where none is planned, the series goes on. */
  public Meeting coming(String authority, String forum, CaseId undecided) {
    return untilOneFits(authority, forum, () -> store.veryNext(authority, forum, clock.instant(), undecided.value()));
  }

  /** The sitting of the same forum that comes after that one and has not decided on the case; where none is planned, the series goes on. */
  public Meeting after(Meeting meeting, CaseId undecided) {
    return untilOneFits(meeting.authority(), meeting.forum(), () -> store.veryNext(meeting.authority(), meeting.forum(), meeting.startsAt(), undecided.value()));
  }

  /** The sitting of the forum that comes next; empty if none is planned yet. */
  @Transactional(readOnly = true)
  public Optional<Meeting> next(String authority, String forum) {
    return store.veryNext(authority, forum, clock.instant(), "");
  }

  /**
   * The first sitting of the forum that fits; plans the series on as far as it takes. Of several at once the second finds what the first
   * has planned.
   *
   * @param fitting looks for one among those planned
   */
  private Meeting untilOneFits(String authority, String forum, Supplier<Optional<Meeting>> fitting) {
    var planned = fitting.get();
    if (planned.isPresent()) {
      return planned.get();
    }
    var series = packs.current(authority).profile().forum(forum);
    store.lock(authority, List.of(forum));
    var until = clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate();
    for (var sittings = 0; sittings <= SITTINGS_AHEAD; sittings++) {
      var next = fitting.get();
      if (next.isPresent()) {
        return next.get();
      }
      until = until.plusWeeks(series.everyWeeks());
      planSeries(authority, forum, until);
    }
    throw new PanelRefusedException("Forum '" + forum + "' has no sitting that fits within " + SITTINGS_AHEAD + " sittings");
  }

  private static List<Instant> series(Pack pack, String forum, LocalDate until) {
    var series = pack.profile().forum(forum);
    return pack.calendar().series(series.firstMeeting(), series.everyWeeks(), until, OnClosedDay.NEXT_WORKING_DAY).stream()
        .map(date -> WorkingCalendar.at(date, series.startsAt())).toList();
  }
}
