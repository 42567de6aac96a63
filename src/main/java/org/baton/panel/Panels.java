package org.baton.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.CaseSplit;
import org.baton.casefile.CurrentUser;
import org.baton.deadline.Deadlines;
import org.baton.protocol.ApiInput;
import org.baton.protocol.DecisionTable;
import org.baton.protocol.Fact;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens at and around the sittings of a forum. Attendance, votes and decisions enter here, whatever screen is in front. How a
 * body sits follows the pack of its meeting.
 */
@Service
@Transactional
public class Panels {

  /** How a decision is reached that the members take themselves. */
  private static final Set<String> BY_MEMBERS = Set.of("AGREEMENT", "VOTE");
  /** Kind of the note that says why a sitting was moved or cancelled. */
  static final String CHANGE = "CHANGE";

  private final PanelStore store;
  private final CaseFile cases;
  private final Packs packs;
  private final MeetingProcess process;
  private final Programme programme;
  private final Deadlines deadlines;
  private final Clock clock;
  private final CurrentUser user;

  Panels(PanelStore store, CaseFile cases, Packs packs, @Lazy MeetingProcess process, Programme programme, Deadlines deadlines, Clock clock,
      CurrentUser user) {
    this.programme = programme;
    this.user = user;
    this.deadlines = deadlines;
    this.store = store;
    this.cases = cases;
    this.packs = packs;
    this.process = process;
    this.clock = clock;
  }

  /**
   * Puts a case on the agenda of the next sitting of its forum whose cut-off has not passed at the given instant and whose agenda is
   * not settled yet; where none is planned that far, the series goes on. A case that stands on an agenda stays there.
   *
   * @param inTimeAt the instant that must not lie after the cut-off, as a rule the receipt of the referral
   */
  public AgendaItem propose(CaseId id, Instant inTimeAt) {
    return put(id, AgendaItem.State.PROPOSED, (authority, forum) -> store.next(authority, forum, inTimeAt, clock.instant(), id)
        .orElseGet(() -> programme.untilOneFits(authority, forum, () -> store.next(authority, forum, inTimeAt, clock.instant(), id))));
  }

  /** Puts a case that was deferred or not reached on the agenda of the very next sitting, though its agenda be settled: the cut-off is for new referrals. */
  public AgendaItem proposeAgain(CaseId id) {
    return put(id, AgendaItem.State.LISTED, (authority, forum) -> comingSitting(authority, forum, id));
  }

  /** Whether no sitting of the same forum is to come before the one on whose agenda the item stands. */
  @Transactional(readOnly = true)
  public boolean isForComingSitting(AgendaItem item) {
    var meeting = meeting(item.meetingId());
    return store.veryNext(meeting.authority(), meeting.forum(), clock.instant()).filter(next -> !next.id().equals(meeting.id())).isEmpty();
  }

  private AgendaItem put(CaseId id, AgendaItem.State state, BiFunction<String, String, Meeting> sitting) {
    var record = cases.get(id);
    var forum = record.forum().orElseThrow(() -> new PanelRefusedException("Case " + id + " belongs to no forum yet; expected one before it is listed"));
    store.lock(record.authority(), List.of(forum));
    var standing = store.openItem(id);
    if (standing.isPresent()) {
      return standing.get();
    }
    var meeting = stillToCome(() -> sitting.apply(record.authority(), forum));
    var item = store.place(meeting.id(), id, state);
    cases.note(id, "AGENDA", "Put forward for the sitting of " + forum + " on " + meeting.startsAt().atZone(WorkingCalendar.ZONE).toLocalDate(), "");
    return store.item(item).orElseThrow();
  }

  /**
   * A sitting to come, locked: somebody who began or cancelled it between our look and our lock is seen, and the next one is taken. One whose
   * agenda was settled meanwhile is taken too: what stands on it is heard.
   */
  private Meeting stillToCome(Supplier<Meeting> sitting) {
    var meeting = store.lock(sitting.get().id());
    return meeting.state().open() ? meeting : store.lock(sitting.get().id());
  }

  /** Children who part from a case stand on the same agenda, each case with an item of its own. */
  @EventListener
  void parted(CaseSplit split) {
    store.openItem(split.from()).ifPresent(item -> {
      store.lock(item.meetingId());
      store.place(item.meetingId(), split.parted(), item.state());
    });
  }

  /** @throws PanelRefusedException if there is no such meeting */
  @Transactional(readOnly = true)
  public Meeting meeting(String id) {
    return store.meeting(id).orElseThrow(() -> new PanelRefusedException("There is no meeting of this id"));
  }

  @Transactional(readOnly = true)
  public Optional<Meeting> find(String id) {
    return store.meeting(id);
  }

  /** All meetings of an authority in the order of their start. */
  @Transactional(readOnly = true)
  public List<Meeting> meetings(String authority) {
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
  public List<Meeting> meetings(Map<String, Set<String>> open, String forum, Instant after, String afterId, int limit) {
    return open.entrySet().stream().flatMap(of -> store.meetings(of.getKey(), of.getValue(), forum, after, afterId, limit).stream())
        .sorted(Comparator.comparing(Meeting::startsAt).thenComparing(Meeting::id)).limit(limit).toList();
  }

  @Transactional(readOnly = true)
  public List<AgendaItem> agenda(String meetingId) {
    return store.items(meetingId);
  }

  /** The meetings on whose agenda the case stands or stood, in their order. */
  @Transactional(readOnly = true)
  public List<String> meetingsOf(CaseId id) {
    return store.meetingsOf(id);
  }

  /** @throws PanelRefusedException if there is no such item */
  @Transactional(readOnly = true)
  public AgendaItem item(String id) {
    return store.item(id).orElseThrow(() -> new PanelRefusedException("There is no agenda item '" + id + "'"));
  }

  /**
   * The chair's screening of one case: listed, or not to be heard. A case that is not to be heard is decided by this.
   *
   * @param outcome null if it is listed, else the outcome that its pathway goes on with
   * @throws PanelRefusedException if the case is not on this meeting's agenda, or no reason is given for not hearing it
   */
  public void screen(String meetingId, CaseId id, String outcome, String reason) {
    var item = store.item(meetingId, id).orElseThrow(() -> new PanelRefusedException("Case " + id + " is not on the agenda of this meeting"));
    if (item.state() != AgendaItem.State.PROPOSED && item.state() != AgendaItem.State.LISTED) {
      throw new PanelRefusedException("Case " + id + " is screened already; expected each case once");
    }
    if (outcome == null) {
      store.updateItem(item.id(), AgendaItem.State.LISTED, reason);
      return;
    }
    if (reason == null || reason.isBlank()) {
      throw new PanelRefusedException("Case " + id + " is not to be heard but no reason is given; expected one");
    }
    store.updateItem(item.id(), AgendaItem.State.NOT_LISTED, reason);
    sign(decide(item.id(), outcome, Optional.empty(), "CHAIR", reason), reason);
    store.endItem(item.id(), AgendaItem.State.NOT_LISTED);
  }

  /**
   * The agenda stands: whatever the chair has not screened out is listed. A repeated call changes nothing.
   *
   * @throws PanelRefusedException if the sitting has begun, is over or cancelled
   */
  public void agreeAgenda(String meetingId) {
    var meeting = meeting(meetingId);
    if (!store.updateState(meeting, Meeting.State.AGENDA_AGREED, Meeting.State.PLANNED, Meeting.State.AGENDA_AGREED)) {
      throw overtaken(meeting);
    }
    store.items(meetingId).stream().filter(item -> item.state() == AgendaItem.State.PROPOSED)
        .forEach(item -> store.updateItem(item.id(), AgendaItem.State.LISTED, null));
  }

  /**
   * Who is in the room now; whoever signed in before and is not named has left. Attendance by telephone or video counts.
   *
   * @throws PanelRefusedException if a service or seat is not known to the authority, if the sitting is over or cancelled, or if somebody
   *     moved it in this very moment
   */
  public void signIn(String meetingId, List<Attendee> attendees) {
    var meeting = meeting(meetingId);
    var pack = packs.of(meeting.deploymentId());
    attendees.forEach(attendee -> {
      if (pack.profile().services().stream().noneMatch(service -> service.id().equals(attendee.service()))) {
        throw new PanelRefusedException("attendance.service is " + ApiInput.named(attendee.service()) + "; expected a service of the authority");
      }
      if (pack.table("seat").find(Map.of("seat", attendee.role())).isEmpty()) {
        throw new PanelRefusedException("attendance.role is " + ApiInput.named(attendee.role()) + "; expected a row of the table 'seat'");
      }
    });
    if (attendees.stream().map(one -> one.name() + ", " + one.service()).distinct().count() < attendees.size()) {
      throw new PanelRefusedException("attendance.name names somebody of one service twice; expected one row for each person");
    }
    if (!store.updateState(meeting, Meeting.State.SITTING, Meeting.State.PLANNED, Meeting.State.AGENDA_AGREED, Meeting.State.SITTING)) {
      throw overtaken(meeting);
    }
    store.replaceAttendance(meetingId, attendees, clock.instant());
  }

  private PanelRefusedException overtaken(Meeting known) {
    return Programme.overtaken(known, meeting(known.id()));
  }

  /** Who is in the room now. */
  @Transactional(readOnly = true)
  public List<Attendee> present(String meetingId) {
    return store.present(meetingId);
  }

  /** How many services sit that count, each once however many people it sent; by the columns of the {@code seat} table. */
  @Transactional(readOnly = true)
  public int servicesPresent(String meetingId) {
    var pack = packs.of(meeting(meetingId).deploymentId());
    return (int) store.present(meetingId).stream()
        .filter(attendee -> pack.table("seat").one(Map.of("seat", attendee.role())).yes("countsForQuorum"))
        .map(Attendee::service).filter(service -> pack.profile().service(service).countsForQuorum()).distinct().count();
  }

  @Transactional(readOnly = true)
  public boolean chairPresent(String meetingId) {
    var pack = packs.of(meeting(meetingId).deploymentId());
    return store.present(meetingId).stream().anyMatch(attendee -> pack.table("seat").one(Map.of("seat", attendee.role())).yes("chairs"));
  }

  /** The next case to be heard, in the order of the agenda. */
  @Transactional(readOnly = true)
  public Optional<AgendaItem> nextItem(String meetingId) {
    return store.items(meetingId).stream().filter(item -> item.state() == AgendaItem.State.LISTED).findFirst();
  }

  /**
   * Records the votes on one item, replacing those recorded before.
   *
   * @throws PanelRefusedException if somebody votes who is not signed in or has no vote by the {@code seat} table, votes twice, votes for
   *     no service of the authority, if two vote for a service that has one vote by that table, or if the case is decided already
   */
  public void vote(String itemId, List<Vote> votes) {
    var meeting = meeting(undecided(itemId).meetingId());
    var pack = packs.of(meeting.deploymentId());
    var voters = store.present(meeting.id()).stream()
        .filter(attendee -> hasVote(pack, attendee))
        .map(attendee -> attendee.name() + ", " + attendee.service()).toList();
    votes.forEach(vote -> {
      if (!voters.contains(vote.voter() + ", " + vote.service())) {
        throw new PanelRefusedException("vote.voter is " + ApiInput.named(vote.voter()) + " of service " + ApiInput.named(vote.service()) + "; expected one of those present with a vote, " + voters);
      }
      pack.profile().service(vote.choice());
    });
    if (votes.stream().map(vote -> vote.voter() + ", " + vote.service()).distinct().count() < votes.size()) {
      throw new PanelRefusedException("vote.voter names somebody twice; expected one vote for each");
    }
    requireOneVoteOfService(meeting, pack, votes);
    store.replaceVotes(itemId, votes);
  }

  /** Where the {@code seat} table says that a seat votes for its service, the service has one vote however many sit for it. */
  private void requireOneVoteOfService(Meeting meeting, Pack pack, List<Vote> votes) {
    store.present(meeting.id()).stream()
        .filter(one -> pack.table("seat").one(Map.of("seat", one.role())).optionalText("votesFor").equals(Optional.of("SERVICE"))).map(Attendee::service).distinct()
        .filter(service -> votes.stream().filter(vote -> vote.service().equals(service)).count() > 1).findFirst().ifPresent(service -> {
          throw new PanelRefusedException("vote.service is '" + service + "' twice; expected one vote for each service");
        });
  }

  /** Whether the attendee's seat has a vote, by the {@code seat} table. */
  @Transactional(readOnly = true)
  public boolean hasVote(String meetingId, Attendee attendee) {
    return hasVote(packs.of(meeting(meetingId).deploymentId()), attendee);
  }

  /** Votes for the leading choice less all other votes; 0 without votes. */
  @Transactional(readOnly = true)
  public int leadingMargin(String itemId) {
    var votes = store.votes(itemId);
    var most = counts(votes).values().stream().max(Long::compare).orElse(0L).intValue();
    return 2 * most - votes.size();
  }

  /** The choice with the most votes. @throws PanelRefusedException if nobody voted or several lead */
  @Transactional(readOnly = true)
  public String leadingChoice(String itemId) {
    var counts = counts(store.votes(itemId));
    var most = counts.values().stream().max(Long::compare).orElse(0L);
    var leading = counts.entrySet().stream().filter(count -> count.getValue().equals(most)).map(Map.Entry::getKey).toList();
    if (leading.size() != 1) {
      throw new PanelRefusedException("The vote has no leading choice but " + leading + "; expected one");
    }
    return leading.get(0);
  }

  /**
   * Records what was decided on an item, which ends its hearing. The holder of the case does not change by this.
   *
   * @throws PanelRefusedException if the item is decided already, or the members decide while the sitting is not quorate by the
   *     {@code quorum} table; an authority without that table has no quorum
   */
  public PanelDecision decide(String itemId, String outcome, Optional<String> service, String reachedBy, String reasons) {
    return decide(itemId, outcome, service, reachedBy, reasons, false);
  }

  /**
   * As {@link #decide(String, String, Optional, String, String)}.
   *
   * @param accepted whether a member of that service takes the case on in the meeting itself
   * @throws PanelRefusedException also if nobody of the accepting service is in the room
   */
  public PanelDecision decide(String itemId, String outcome, Optional<String> service, String reachedBy, String reasons, boolean accepted) {
    var item = undecided(itemId);
    if (BY_MEMBERS.contains(reachedBy)) {
      requireQuorum(meeting(item.meetingId()));
    }
    service.ifPresent(id -> packs.of(meeting(item.meetingId()).deploymentId()).profile().service(id));
    if (accepted && store.present(item.meetingId()).stream().noneMatch(one -> service.equals(Optional.of(one.service())))) {
      throw new PanelRefusedException("Case " + item.caseId() + " is to be accepted in the meeting by " + service.orElse("no service")
          + ", of which nobody is in the room; expected one of " + store.present(item.meetingId()).stream().map(Attendee::service).distinct().toList());
    }
    var decision = new PanelDecision(UUID.randomUUID().toString(), itemId, item.caseId(), item.meetingId(), outcome, service, reachedBy, reasons,
        clock.instant(), accepted, Optional.empty());
    store.insert(decision);
    store.endItem(itemId, AgendaItem.State.HEARD);
    service.ifPresent(id -> cases.allocate(item.caseId(), id));
    cases.note(item.caseId(), "DECISION", outcome + service.map(id -> " to " + id).orElse("") + ", reached by " + reachedBy.toLowerCase() + ": " + reasons, "");
    return decision;
  }

  /** The item, locked: of two who vote or decide on it at once, the second finds what the first has decided. */
  private AgendaItem undecided(String itemId) {
    store.lockItem(itemId);
    var item = item(itemId);
    store.decision(itemId).ifPresent(first -> {
      throw new PanelRefusedException("Case " + item.caseId() + " is decided already, at " + first.decidedAt().atZone(WorkingCalendar.ZONE).toLocalTime()
          + " on " + WorkingCalendar.day(first.decidedAt()) + ": " + first.outcome() + "; expected an item without a decision");
    });
    return item;
  }

  /** Gives a member something to do before the case is heard again, or after it was decided. @param due London date */
  public void charge(String itemId, String what, String responsible, LocalDate due) {
    store.insertAction(item(itemId).id(), what, responsible, due);
  }

  /**
   * An item that could not be heard: it stands on the agenda of the next sitting again, whose cut-off does not apply to it. A case that has
   * left this agenda another way, or was carried over before, stays where it is.
   *
   * @return where the case now stands
   */
  public AgendaItem carryOver(String itemId, String reason) {
    var item = item(itemId);
    lockForumOf(meeting(item.meetingId()));
    if (!store.takeOff(itemId, AgendaItem.State.CARRIED_OVER)) {
      return store.openItem(item.caseId()).orElse(item);
    }
    store.updateItem(itemId, AgendaItem.State.CARRIED_OVER, reason);
    return proposeAgain(item.caseId());
  }

  private void lockForumOf(Meeting meeting) {
    store.lock(meeting.authority(), List.of(meeting.forum()));
  }

  /**
   * The sitting is not held. What stands on its agenda goes to the next one, screened or not as it was; its process ends.
   *
   * @throws PanelRefusedException if it has begun, or is over or cancelled already
   */
  public void cancel(String meetingId, String reason) {
    var meeting = programme.notBegun(meetingId);
    lockForumOf(meeting);
    if (!store.updateState(meeting, Meeting.State.CANCELLED, Meeting.State.PLANNED, Meeting.State.AGENDA_AGREED)) {
      throw overtaken(meeting);
    }
    store.insertNote(meetingId, null, CHANGE, null, reason, clock.instant(), user.id());
    standing(meetingId).forEach(item -> moveItem(item, () -> comingSitting(meeting.authority(), meeting.forum(), item.caseId())));
    process.cancelled(meeting);
  }

  /** Brings the cases that were carried over to a later sitting of the forum forward to this one. */
  public void bringForward(String meetingId) {
    var meeting = programme.notBegun(meetingId);
    lockForumOf(meeting);
    store.meetings(meeting.authority(), meeting.forum()).stream().filter(later -> later.startsAt().isAfter(meeting.startsAt()))
        .flatMap(later -> standing(later.id()).stream()).filter(item -> store.wasCarriedOver(item.caseId()))
        .filter(item -> store.item(meetingId, item.caseId()).flatMap(here -> store.decision(here.id())).isEmpty()).toList()
        .forEach(item -> moveItem(item, () -> meeting));
  }

  /**
   * The chair lets a case in for the coming sitting although it came after the cut-off.
   *
   * @return the coming sitting
   * @throws PanelRefusedException if the case stands on no agenda, or on that one already
   */
  public Meeting waiveCutOff(CaseId id) {
    var item = store.openItem(id).orElseThrow(() -> new PanelRefusedException("Case " + id + " stands on no agenda; expected a case that waits for a later sitting"));
    var planned = meeting(item.meetingId());
    lockForumOf(planned);
    var coming = comingSitting(planned.authority(), planned.forum(), id);
    if (coming.id().equals(planned.id())) {
      throw new PanelRefusedException("Case " + id + " stands on the agenda of the coming sitting already; expected a case that waits for a later one");
    }
    return moveItem(item, () -> comingSitting(planned.authority(), planned.forum(), id));
  }

  /** The sitting of the forum that comes next, its agenda settled or not; where none is planned, the series goes on. */
  public Meeting comingSitting(String authority, String forum) {
    return store.veryNext(authority, forum, clock.instant())
        .orElseGet(() -> programme.untilOneFits(authority, forum, () -> store.veryNext(authority, forum, clock.instant())));
  }

  /** As {@link #comingSitting}, and plans nothing: for a form that shows it. Empty if none is planned yet. */
  @Transactional(readOnly = true)
  public Optional<Meeting> plannedSitting(String authority, String forum) {
    return store.veryNext(authority, forum, clock.instant());
  }

  /** The sitting that comes next and has not decided on the case already. */
  private Meeting comingSitting(String authority, String forum, CaseId id) {
    return store.veryNext(authority, forum, clock.instant(), id)
        .orElseGet(() -> programme.untilOneFits(authority, forum, () -> store.veryNext(authority, forum, clock.instant(), id)));
  }

  /**
   * Moves a case to another agenda of its forum, whose lock the caller holds. A case that was not screened where it stood is screened
   * there, unless that agenda is settled: then it is heard. One that left its agenda meanwhile stays away.
   */
  private Meeting moveItem(AgendaItem item, Supplier<Meeting> sitting) {
    var to = stillToCome(sitting);
    if (store.takeOff(item.id(), AgendaItem.State.CARRIED_OVER)) {
      store.place(to.id(), item.caseId(), to.state() == Meeting.State.PLANNED ? item.state() : AgendaItem.State.LISTED);
      cases.note(item.caseId(), "AGENDA", "Now for the sitting of " + to.forum() + " on " + to.startsAt().atZone(WorkingCalendar.ZONE).toLocalDate(), "");
    }
    return to;
  }

  private List<AgendaItem> standing(String meetingId) {
    return store.items(meetingId).stream()
        .filter(item -> item.state() == AgendaItem.State.PROPOSED || item.state() == AgendaItem.State.LISTED).toList();
  }

  /** Takes a case off the agenda on which it stands, as it goes another way; changes nothing if it stands on none. */
  public void withdraw(CaseId id, String reason) {
    store.openItem(id).ifPresent(item -> {
      store.updateItem(item.id(), AgendaItem.State.NOT_LISTED, reason);
      store.endItem(item.id(), AgendaItem.State.NOT_LISTED);
      cases.note(id, "AGENDA", "Taken off the agenda: " + reason, "");
    });
  }

  /**
   * The sitting is over; the clocks that count from its end start now. What still stands on its agenda was not reached and goes to the
   * next sitting. A repeated call changes nothing.
   *
   * @throws PanelRefusedException if the sitting is cancelled
   */
  public void end(String meetingId) {
    var meeting = meeting(meetingId);
    lockForumOf(meeting);
    if (meeting.state() == Meeting.State.CANCELLED) {
      throw overtaken(meeting);
    }
    if (store.end(meetingId, clock.instant())) {
      deadlines.recount(packs.of(meeting.deploymentId()), "MEETING_END", meetingId,
          store.decisions(meetingId).stream().map(PanelDecision::caseId).toList());
      standing(meetingId).forEach(item -> carryOver(item.id(), "Not reached"));
    }
  }

  public void writeMinutes(String meetingId, String minutes) {
    store.updateMinutes(meetingId, minutes);
  }

  /** Notes something at or around a sitting. Where the minutes are typed already, it is added to them. @param id null for the whole sitting */
  public void note(String meetingId, CaseId id, String kind, String who, String entry) {
    var meeting = meeting(meetingId);
    store.insertNote(meetingId, id == null ? null : id.value(), kind, who, entry, clock.instant(), user.id());
    meeting.minutes().ifPresent(typed -> store.updateMinutes(meetingId, typed + "\n" + line(kind, Optional.ofNullable(id), Optional.ofNullable(who), entry)));
  }

  /** Begins a process of the meeting's pack for each case that a note of that kind is about, once for each case. */
  public void beginForNotes(String meetingId, String processKey, String kind) {
    var meeting = meeting(meetingId);
    store.notes(meetingId).stream().filter(note -> note.kind().equalsIgnoreCase(kind)).flatMap(note -> note.caseId().stream()).distinct()
        .forEach(id -> process.beginFor(meeting, id, processKey));
  }

  @Transactional(readOnly = true)
  public List<MeetingNote> notes(String meetingId) {
    return store.notes(meetingId);
  }

  /** The cases of a forum that were decided on and are still open: whose progress the chair follows. */
  @Transactional(readOnly = true)
  public List<CaseRecord> openCases(String authority, String forum) {
    return store.decidedAndOpen(authority, forum).stream().map(cases::get).toList();
  }

  /** What members of a forum are still to do, overdue first. */
  @Transactional(readOnly = true)
  public List<Action> openActions(String authority, String forum) {
    return store.openActions(authority, forum);
  }

  @Transactional(readOnly = true)
  public List<Action> actionsOf(CaseId id) {
    return store.actionsOf(id);
  }

  /**
   * A member reports on an action. The last report stands; done is done.
   *
   * @throws PanelRefusedException if the authority has no such action
   */
  public void reportAction(String authority, String actionId, boolean done, String report) {
    var action = store.action(actionId, authority).orElseThrow(() -> new PanelRefusedException("There is no action '" + actionId + "'"));
    store.reportAction(actionId, done ? action.doneAt().orElseGet(clock::instant) : null, report);
    cases.note(action.caseId(), "ACTION", action.what() + " - " + action.responsible() + (done ? ": done" : ": not done yet")
        + (report == null ? "" : "; " + report), "");
  }

  @Transactional(readOnly = true)
  public Optional<PanelDecision> decision(String itemId) {
    return store.decision(itemId);
  }

  @Transactional(readOnly = true)
  public Optional<PanelDecision> latestDecision(CaseId id) {
    return store.latestDecision(id);
  }

  /** Decisions of a meeting that no pathway has gone on with yet, signed off or not. */
  @Transactional(readOnly = true)
  public List<PanelDecision> notPickedUp(String meetingId) {
    return store.notPickedUp(meetingId);
  }

  /**
   * Signs off what was decided on a case, with the words of its decision box. What was signed before stays as it is.
   *
   * @throws PanelRefusedException if the meeting has not decided on the case
   */
  public void signOff(String meetingId, CaseId id, String box) {
    var decision = decisionOf(meetingId, id);
    if (decision.signedAt().isEmpty()) {
      sign(decision, box);
    }
  }

  /** Notes that the case goes on with what the meeting decided on it. @return that decision; empty if it went on before */
  public Optional<PanelDecision> pickUp(String meetingId, CaseId id) {
    var decision = store.notPickedUp(meetingId).stream().filter(one -> one.caseId().equals(id)).findFirst();
    return decision.filter(one -> store.pickedUp(one.id(), clock.instant()));
  }

  private PanelDecision decisionOf(String meetingId, CaseId id) {
    return store.decisions(meetingId).stream().filter(one -> one.caseId().equals(id)).findFirst().orElseThrow(() ->
        new PanelRefusedException("This meeting has not decided on case " + id + "; expected one that it has decided on"));
  }

  private void sign(PanelDecision decision, String box) {
    if (store.sign(decision.id(), box, clock.instant(), user.id())) {
      cases.note(decision.caseId(), "SIGNED_OFF", box, "");
    }
  }

  /** Whether the meeting gave anybody something to do. */
  @Transactional(readOnly = true)
  public boolean hasActions(String meetingId) {
    return !store.actions(meetingId).isEmpty();
  }

  /**
   * What stands against a sitting as it is: of each sector of the table {@code sector} that nobody present speaks for, the warning of its
   * row. Decides nothing; empty where the authority has no such table.
   */
  @Transactional(readOnly = true)
  public List<String> warnings(String meetingId) {
    var pack = packs.of(meeting(meetingId).deploymentId());
    return pack.findTable("sector").map(table -> warnings(meetingId, pack, table)).orElse(List.of());
  }

  private List<String> warnings(String meetingId, Pack pack, DecisionTable table) {
    var sitting = store.present(meetingId).stream().filter(one -> pack.table("seat").one(Map.of("seat", one.role())).yes("speaks"))
        .map(one -> pack.profile().service(one.service()).sector()).collect(Collectors.toSet());
    return pack.profile().services().stream().map(Profile.Service::sector).filter(Objects::nonNull).distinct().filter(sector -> !sitting.contains(sector))
        .flatMap(sector -> table.one(Map.of("sector", sector)).optionalText("warning").stream()).toList();
  }

  /** Of the minutes as far as they follow from what was recorded, the part about one case and no other. */
  @Transactional(readOnly = true)
  public String extract(String meetingId, CaseId id) {
    var present = store.present(meetingId).stream().map(one -> one.name() + " (" + one.service() + ")").collect(Collectors.joining(", "));
    var decided = store.decisions(meetingId).stream().filter(one -> one.caseId().equals(id)).map(Panels::inMinutes).collect(Collectors.joining("\n"));
    var noted = store.notes(meetingId).stream().filter(note -> note.caseId().equals(Optional.of(id)))
        .map(note -> line(note.kind(), note.caseId(), note.who(), note.entry())).collect(Collectors.joining("\n"));
    return "Present: " + present + "\n\nDecision:\n" + decided + "\n\nActions:\n" + String.join("\n", store.actions(meetingId, id))
        + (noted.isEmpty() ? "" : "\n\nNotes:\n" + noted);
  }

  private static String inMinutes(PanelDecision decision) {
    return decision.caseId() + ": " + decision.outcome() + decision.service().map(service -> " to " + service).orElse("") + " - " + decision.reasons();
  }

  /** The minutes as far as they follow from what was recorded: who sat, what was decided, who is to do what. */
  @Transactional(readOnly = true)
  public String draftMinutes(String meetingId) {
    var present = store.present(meetingId).stream().map(one -> one.name() + " (" + one.service() + ")").collect(Collectors.joining(", "));
    var decided = store.decisions(meetingId).stream()
        .map(Panels::inMinutes).collect(Collectors.joining("\n"));
    var noted = store.notes(meetingId).stream().map(note -> line(note.kind(), note.caseId(), note.who(), note.entry())).collect(Collectors.joining("\n"));
    var warned = String.join("\n", warnings(meetingId));
    return "Present: " + present + (warned.isEmpty() ? "" : "\n" + warned) + "\n\nDecisions:\n" + decided + "\n\nActions:\n" + String.join("\n", store.actions(meetingId))
        + (noted.isEmpty() ? "" : "\n\nNotes:\n" + noted);
  }

  private static String line(String kind, Optional<CaseId> id, Optional<String> who, String entry) {
    return kind.charAt(0) + kind.substring(1).toLowerCase().replace('_', ' ') + ": " + id.map(of -> of + " - ").orElse("")
        + who.map(name -> name + ": ").orElse("") + entry;
  }

  /** The votes on one item, by voter. */
  @Transactional(readOnly = true)
  public List<Vote> votes(String itemId) {
    return store.votes(itemId);
  }

  /** The item under which the case stands on the meeting's agenda; empty if it does not. */
  @Transactional(readOnly = true)
  public Optional<AgendaItem> item(String meetingId, CaseId id) {
    return store.item(meetingId, id);
  }

  private void requireQuorum(Meeting meeting) {
    packs.of(meeting.deploymentId()).findTable("quorum").ifPresent(quorum -> {
      var services = servicesPresent(meeting.id());
      var chair = chairPresent(meeting.id());
      if (!quorum.one(Map.of(Fact.SERVICES_PRESENT, services, Fact.CHAIR_PRESENT, chair)).text("quorum").equals("QUORATE")) {
        throw new PanelRefusedException("The sitting is not quorate now: " + services + " services that count, " + (chair ? "a" : "no")
            + " chair; expected what the table 'quorum' asks. Carry the case over, or bring the sheet of those present up to date");
      }
    });
  }

  private static boolean hasVote(Pack pack, Attendee attendee) {
    return pack.table("seat").one(Map.of("seat", attendee.role())).yes("votes");
  }

  private static Map<String, Long> counts(List<Vote> votes) {
    return votes.stream().collect(Collectors.groupingBy(Vote::choice, TreeMap::new, Collectors.counting()));
  }
}
