package org.baton.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baton.calendar.OnClosedDay;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CurrentUser;
import org.baton.deadline.Deadlines;
import org.baton.protocol.BadInputException;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When forums sit: the series of the authority's profile, sittings beside it, and those that are moved. */
@Service
@Transactional
public class Programme {

  /** Instants of a meeting that move when it moves. */
  static final List<String> ANCHORS = List.of("MEETING_START", "MEETING_END", "MEETING_CUT_OFF", "PRE_MEETING");

  private final PanelStore store;
  private final Packs packs;
  private final MeetingProcess process;
  private final Deadlines deadlines;
  private final Clock clock;
  private final CurrentUser user;

  Programme(PanelStore store, Packs packs, @Lazy MeetingProcess process, Deadlines deadlines, Clock clock, CurrentUser user) {
    this.store = store;
    this.packs = packs;
    this.process = process;
    this.deadlines = deadlines;
    this.clock = clock;
    this.user = user;
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
    var known = store.meetings(authority, forum).stream().map(Meeting::startsAt).collect(Collectors.toSet());
    return sittings(packs.current(authority), forum, until).stream()
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
    var toCome = store.meetings(authority, forum).stream().filter(meeting -> meeting.state().open()).toList();
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
    var meeting = notBegun(meetingId);
    store.lock(meeting.authority(), List.of(meeting.forum()));
    var pack = packs.of(meeting.deploymentId());
    var startsAt = toCome(pack, day, at, "The sitting");
    refuseTwice(meeting.authority(), meeting.forum(), startsAt);
    if (!store.updateTimes(meeting, startsAt, startsAt.plus(Duration.between(meeting.startsAt(), meeting.scheduledEnd())),
        Deadlines.countedFrom(pack, "referralCutOff", startsAt), Deadlines.countedFrom(pack, "preMeeting", startsAt))) {
      throw overtaken(meeting, store.meeting(meetingId).orElseThrow());
    }
    store.insertNote(meetingId, null, Panels.CHANGE, null, reason, clock.instant(), user.id());
    var cases = store.items(meetingId).stream().map(AgendaItem::caseId).toList();
    ANCHORS.forEach(anchor -> deadlines.recount(pack, anchor, meetingId, cases));
    var moved = store.meeting(meetingId).orElseThrow();
    process.moved(moved);
    return moved;
  }

  /** @throws PanelRefusedException if the meeting has begun, or is over or cancelled */
  Meeting notBegun(String meetingId) {
    var meeting = store.meeting(meetingId).orElseThrow(() -> new PanelRefusedException("There is no meeting of this id"));
    if (!meeting.state().open()) {
      throw new PanelRefusedException("The sitting is " + meeting.state().name().toLowerCase() + "; expected one that has not begun");
    }
    return meeting;
  }

  /** Why a meeting that somebody was about to change is no longer as they saw it. */
  static PanelRefusedException overtaken(Meeting known, Meeting now) {
    return new PanelRefusedException(now.startsAt().equals(known.startsAt())
        ? "The sitting is " + now.state().name().toLowerCase().replace('_', ' ') + " by now; expected one that is not"
        : "Somebody has just moved the sitting to " + now.startsAt().atZone(WorkingCalendar.ZONE).toLocalDateTime() + "; expected it where you saw it");
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
   * The first sitting of the forum that fits; plans the series on as far as it takes. Of several at once the second finds what the first
   * has planned.
   *
   * @param fitting looks for one among those planned
   */
  Meeting untilOneFits(String authority, String forum, Supplier<Optional<Meeting>> fitting) {
    var series = packs.current(authority).profile().forum(forum);
    store.lock(authority, List.of(forum));
    var until = clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate();
    for (var sittings = 0; sittings <= 12; sittings++) {
      var next = fitting.get();
      if (next.isPresent()) {
        return next.get();
      }
      until = until.plusWeeks(series.everyWeeks());
      planSeries(authority, forum, until);
    }
    throw new PanelRefusedException("Forum '" + forum + "' has no sitting that fits within 12 sittings");
  }

  private static List<Instant> sittings(Pack pack, String forum, LocalDate until) {
    var series = pack.profile().forum(forum);
    return pack.calendar().series(series.firstMeeting(), series.everyWeeks(), until, OnClosedDay.NEXT_WORKING_DAY).stream()
        .map(date -> WorkingCalendar.at(date, series.startsAt())).toList();
  }
}
