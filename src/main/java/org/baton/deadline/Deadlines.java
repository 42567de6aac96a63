package org.baton.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.calendar.DueDate;
import org.baton.calendar.SkippedDay;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.answer.Answers;
import org.baton.casefile.chronology.Chronology;
import org.baton.deadline.DeadlineStore.Counted;
import org.baton.protocol.ApiInput;
import org.baton.protocol.BadInputException;
import org.baton.protocol.Fact;
import org.baton.protocol.FormDate;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.Row;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, explains and ends deadlines by the authority's {@code deadline} table and working calendar. */
@Service
@Transactional
public class Deadlines {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.UK).withZone(WorkingCalendar.ZONE);
  private static final DateTimeFormatter SKIPPED = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

  /** What every deadline can count from. */
  public static final Set<String> ANCHORS = Set.of("OPENED", "RECEIVED");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

  /** Days that an explanation names, the rest by their number. */
  private static final int NAMED = 20;
  /** Longest explanation, as its column holds it. */
  private static final int EXPLANATION = 4000;
  static final int REASON = 1000;

  private final DeadlineStore store;
  private final CaseFile cases;
  private final Chronology chronology;
  private final Answers answers;
  private final List<Anchors> anchors;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Timers timers;
  private final List<DeadlineHold> holds;
  private final Packs packs;

  Deadlines(DeadlineStore store, CaseFile cases, Chronology chronology, Answers answers, List<Anchors> anchors, Clock clock, ApplicationEventPublisher events, Timers timers,
      List<DeadlineHold> holds, Packs packs) {
    this.holds = holds;
    this.packs = packs;
    this.timers = timers;
    this.store = store;
    this.cases = cases;
    this.chronology = chronology;
    this.answers = answers;
    this.anchors = anchors;
    this.clock = clock;
    this.events = events;
  }

  /** The name of a running activity: one with a boundary timer has an execution of its own. */
  public static String activity(String processInstanceId, String executionId) {
    return processInstanceId + "/" + executionId;
  }

  private static String process(String activity) {
    return activity.substring(0, activity.indexOf('/'));
  }

  private static String execution(String activity) {
    return activity.substring(activity.indexOf('/') + 1);
  }

  /**
   * The instant of a duty, opening the deadline the first time. While the activity runs, every further call gives the stored instant.
   *
   * @param activity the running activity that the duty belongs to, see {@link #activity}
   * @param facts the engine facts visible to it
   */
  public Instant due(Pack pack, String name, String activity, Map<String, Object> facts) {
    var key = activity + ":" + name;
    var open = store.openFor(key);
    if (open.isPresent()) {
      return open.get().dueAt();
    }
    var row = row(pack, name);
    var from = from(row, facts);
    var due = pack.calendar().due(from, row.cells().span());
    store.insert(new Deadline(UUID.randomUUID().toString(), pack.authority(),
        Optional.ofNullable((String) facts.get(Fact.CASE_ID)), Optional.ofNullable((String) facts.get(Fact.MEETING_ID)), name, row.cells().what(),
        row.clausesInText(), clock.instant(), from, due.at(), row.cells().hard(), String.join(", ", row.cells().tells()),
        explain(row, from, due), Deadline.State.OPEN, Optional.empty(), Optional.empty()), process(activity), execution(activity), key, pack.deploymentId(),
        anchors.stream().flatMap(anchor -> anchor.meeting(row.cells().countedFrom(), facts).stream()).findFirst().orElse(null));
    return due.at();
  }

  /** The instant by the table, without a duty: for what a process only waits for. */
  @Transactional(readOnly = true)
  public DueDate instant(Pack pack, String name, Map<String, Object> facts) {
    var row = row(pack, name);
    return pack.calendar().due(from(row, facts), row.cells().span());
  }

  /** As {@link #instant(Pack, String, Map)}, counted from a given instant whatever the table says; that instant itself where it has no such row. */
  public static Instant countedFrom(Pack pack, String name, Instant from) {
    return pack.rows(DeadlineRow.class).find(Map.of("name", name)).map(row -> pack.calendar().due(from, row.cells().span()).at()).orElse(from);
  }

  /**
   * An instant that deadlines count from has moved, for example the end of a meeting: the open ones of these cases, and of the meeting
   * itself, that count from it are counted anew, and their timers follow. One that counts from another meeting stays as it is, though
   * it be about one of these cases.
   *
   * @param pack the meeting's, for a deadline of before its own was kept
   * @param anchor as the {@code countedFrom} column names it
   */
  public void recount(Pack pack, String anchor, String meetingId, List<CaseId> of) {
    for (var counted : store.openCountedFrom(meetingId)) {
      var deadline = counted.deadline();
      var row = row(counted.pack() == null ? pack : packs.of(counted.pack()), deadline.name());
      if (row.cells().countedFrom().equals(anchor) && deadline.caseId().map(CaseId::new).map(of::contains).orElse(true)) {
        var from = from(row, Map.of(Fact.MEETING_ID, meetingId));
        var due = (counted.calendar() == null ? pack : packs.of(counted.calendar())).calendar().due(from, row.cells().span());
        store.move(deadline.id(), from, due.at(), explain(row, from, due));
        timers.follow(counted.activity());
      }
    }
  }

  /**
   * The open deadlines still to come that the calendar in force would set to another instant than they have, as a holiday or a closure
   * was added or taken back since. Nothing moves by this; see {@link #follow}.
   *
   * @return in the order of their present instants
   */
  @Transactional(readOnly = true)
  public List<Moved> movedByCalendar(String authority) {
    var current = packs.current(authority);
    return store.toCome(authority, clock.instant()).stream().filter(counted -> !counted.calendar().equals(current.deploymentId()))
        .flatMap(counted -> moved(counted, current).stream()).toList();
  }

  /**
   * A person lets a deadline follow the calendar in force: the stored instant, the timer and the task move together, and the explanation
   * and the chronology of its case say why.
   *
   * @param authorities those of the person
   * @param reason at most {@value #REASON} characters
   * @return the deadline as it now stands
   * @throws DeadlineNotFoundException if there is no such open deadline, or it is another authority's
   * @throws DeadlineStaysException if the calendar in force does not move it (a second call finds it so), or its instant has come already
   * @throws BadInputException if the reason is missing or too long
   */
  public Deadline follow(List<String> authorities, String id, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new BadInputException("reason is missing; expected why the deadline follows the calendar");
    }
    ApiInput.text("reason", reason, REASON);
    var counted = store.lockOpen(authorities, id).orElseThrow(() -> new DeadlineNotFoundException(id));
    var deadline = counted.deadline();
    if (counted.pack() == null || !deadline.dueAt().isAfter(clock.instant())) {
      throw new DeadlineStaysException("The deadline '" + deadline.what() + "' was due " + DAY.format(deadline.dueAt())
          + "; expected one that is still to come: what has passed is not moved");
    }
    var current = packs.current(deadline.authority());
    var moved = moved(counted, current).orElseThrow(() -> new DeadlineStaysException("The deadline '" + deadline.what()
        + "' is due " + DAY.format(deadline.dueAt()) + " by the calendar in force too; expected one that a holiday or a closure moves"));
    var row = row(packs.of(counted.pack()), deadline.name());
    var due = current.calendar().due(deadline.countedFrom(), row.cells().span());
    var explanation = cut(explain(row, deadline.countedFrom(), due) + " Moved from " + DAY.format(deadline.dueAt()) + " on "
        + DAY.format(clock.instant()) + ": " + reason.strip());
    store.follow(id, due.at(), explanation, current.deploymentId());
    timers.follow(counted.activity());
    deadline.caseId().ifPresent(of -> chronology.note(new CaseId(of), "DEADLINE", "\"" + deadline.what() + "\" moved from " + DAY.format(deadline.dueAt()) + " to "
        + DAY.format(due.at()) + ": " + moved.why() + ". " + reason.strip(), deadline.clauses()));
    return store.find(id).orElseThrow();
  }

  /**
   * What the calendar in force would change.
   *
   * @param dueAt the instant that the deadline has
   * @param dueByCalendar the instant that it would have
   * @param why the days that are counted now and were not, or the reverse, with their reasons
   */
  public record Moved(Deadline deadline, Instant dueAt, Instant dueByCalendar, String why) {}

  private Optional<Moved> moved(Counted counted, Pack current) {
    var deadline = counted.deadline();
    var span = row(packs.of(counted.pack()), deadline.name()).cells().span();
    var before = packs.of(counted.calendar()).calendar().due(deadline.countedFrom(), span);
    var now = current.calendar().due(deadline.countedFrom(), span);
    return now.at().equals(deadline.dueAt()) ? Optional.empty()
        : Optional.of(new Moved(deadline, deadline.dueAt(), now.at(), Stream.concat(
            in(now, before).map(day -> SKIPPED.format(day.date()) + " (" + day.reason() + ") is no longer counted"),
            in(before, now).map(day -> SKIPPED.format(day.date()) + " is counted now")).limit(NAMED).collect(Collectors.joining("; "))));
  }

  private static Stream<SkippedDay> in(DueDate one, DueDate other) {
    return one.skipped().stream().filter(day -> other.skipped().stream().noneMatch(same -> same.date().equals(day.date())));
  }

  /** The earliest instant that an open duty of the activity is due; empty if it has none. */
  @Transactional(readOnly = true)
  public Optional<Instant> earliest(String activity) {
    return openFor(activity).stream().map(Deadline::dueAt).min(Instant::compareTo);
  }

  /** The activity was done: its open deadlines are met, or met late, unless something holds them. */
  public void activityDone(String activity) {
    if (holds.stream().anyMatch(hold -> hold.doneButHeld(activity))) {
      return;
    }
    var now = clock.instant();
    openFor(activity).forEach(deadline -> store.end(deadline.id(),
        now.isAfter(deadline.dueAt()) ? Deadline.State.MET_LATE : Deadline.State.MET, now, null));
  }

  /** The activity was left undone, as the process went another way: its open deadlines lapse. */
  public void activityLeft(String activity, String reason) {
    openFor(activity).forEach(deadline -> store.end(deadline.id(), Deadline.State.LAPSED, clock.instant(), reason));
  }

  /**
   * The instant of a duty has come: tells the role that the table names, once for each deadline. Another activity of the same process
   * that has a duty of the same name has a timer of its own.
   *
   * @param activity the one whose timer fired, as {@link #activity} names it
   */
  public void instantCame(String activity, String name) {
    openFor(activity).stream().filter(deadline -> deadline.name().equals(name)).filter(deadline -> store.markTold(deadline.id(), clock.instant()))
        .forEach(deadline -> events.publishEvent(new DeadlinePassed(deadline)));
  }

  /** @throws IllegalArgumentException if there is no deadline of that id */
  @Transactional(readOnly = true)
  public Deadline get(String id) {
    return store.find(id).orElseThrow(() -> new IllegalArgumentException("There is no deadline '" + id + "'"));
  }

  private List<Deadline> openFor(String activity) {
    return store.openForActivity(process(activity), execution(activity));
  }

  @Transactional(readOnly = true)
  public List<Deadline> ofCase(CaseId id) {
    return store.ofCase(id.value());
  }

  /** The meeting's own duties, without those of its cases. */
  @Transactional(readOnly = true)
  public List<Deadline> ofMeeting(String meetingId) {
    return store.ofMeeting(meetingId);
  }

  /**
   * The open deadlines of these authorities in the order of their instants.
   *
   * @param dueBefore only those due before this instant
   * @param afterDue and afterId: the last one of the page before; {@link Instant#EPOCH} and the empty text for the first page
   */
  @Transactional(readOnly = true)
  public List<Deadline> open(List<String> authorities, Instant dueBefore, Instant afterDue, String afterId, int limit) {
    return authorities.isEmpty() ? List.of() : store.open(authorities, dueBefore, afterDue, afterId, limit);
  }

  private Instant from(Row<DeadlineRow> row, Map<String, Object> facts) {
    var name = row.cells().countedFrom();
    return switch (name) {
      case "OPENED" -> clock.instant();
      case "RECEIVED" -> cases.get(new CaseId((String) facts.get(Fact.CASE_ID))).receivedAt();
      default -> anchors.stream().flatMap(anchor -> anchor.instant(name, facts).stream()).findFirst().or(() -> answered(name, facts))
          .orElseThrow(() -> new IllegalStateException("Deadline '" + row.rule() + "' is counted from '" + name + "', which is not known here"));
    };
  }

  /** The day that a form's answer about the case names, from its beginning: the answer's key stands in the column {@code countedFrom}. */
  private Optional<Instant> answered(String key, Map<String, Object> facts) {
    return Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new).map(id -> answers.latest(id).get(key)).filter(answer -> DATE.matcher(answer).matches())
        .map(answer -> WorkingCalendar.at(FormDate.kept(answer), LocalTime.MIDNIGHT));
  }

  private static Row<DeadlineRow> row(Pack pack, String name) {
    return pack.rows(DeadlineRow.class).one(Map.of("name", name));
  }

  /** {@code MEETING_END} and {@code planEndsOn} as people read them. */
  private static String inWords(String anchor) {
    return (anchor.contains("_") ? anchor : anchor.replaceAll("([a-z])([A-Z])", "$1 $2")).toLowerCase().replace('_', ' ');
  }

  private static String explain(Row<DeadlineRow> row, Instant from, DueDate due) {
    var rest = due.skipped().size() - NAMED;
    var skipped = due.skipped().stream().limit(NAMED).map(day -> SKIPPED.format(day.date()) + " (" + day.reason() + ")").collect(Collectors.joining(", "))
        + (rest > 0 ? " and " + rest + " more" : "");
    return cut("Due " + DAY.format(due.at()) + ": " + row.cells().span() + " " + inWords(row.cells().countedFrom()) + " of "
        + DAY.format(from) + (row.clauses().isEmpty() ? "" : ", as " + String.join(" and ", row.clauses()) + " asks")
        + (skipped.isEmpty() ? "" : "; not counted: " + skipped) + ".");
  }

  private static String cut(String explanation) {
    return explanation.length() <= EXPLANATION ? explanation : explanation.substring(0, EXPLANATION - 1) + "\u2026";
  }
}
