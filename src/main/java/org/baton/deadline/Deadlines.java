package org.baton.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baton.calendar.DueDate;
import org.baton.calendar.OnClosedDay;
import org.baton.calendar.Span;
import org.baton.calendar.Unit;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.protocol.DecisionTable.Answer;
import org.baton.protocol.Fact;
import org.baton.protocol.Pack;
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

  private final DeadlineStore store;
  private final CaseFile cases;
  private final List<Anchors> anchors;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Timers timers;
  private final List<DeadlineHold> holds;

  Deadlines(DeadlineStore store, CaseFile cases, List<Anchors> anchors, Clock clock, ApplicationEventPublisher events, Timers timers,
      List<DeadlineHold> holds) {
    this.holds = holds;
    this.timers = timers;
    this.store = store;
    this.cases = cases;
    this.anchors = anchors;
    this.clock = clock;
    this.events = events;
  }

  /** The name of a running activity: one with a boundary timer has an execution of its own. */
  public static String activity(String processInstanceId, String executionId) {
    return processInstanceId + "/" + executionId;
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
    var due = pack.calendar().due(from, span(row));
    store.insert(new Deadline(UUID.randomUUID().toString(), pack.authority(),
        Optional.ofNullable((String) facts.get(Fact.CASE_ID)), Optional.ofNullable((String) facts.get(Fact.MEETING_ID)), name, row.text("what"),
        String.join(", ", row.clauses()), clock.instant(), from, due.at(), row.yes("hard"), row.text("tells"),
        explain(row, from, due), Deadline.State.OPEN, Optional.empty(), Optional.empty()), key);
    return due.at();
  }

  /** The instant by the table, without a duty: for what a process only waits for. */
  @Transactional(readOnly = true)
  public DueDate instant(Pack pack, String name, Map<String, Object> facts) {
    var row = row(pack, name);
    return pack.calendar().due(from(row, facts), span(row));
  }

  /** As {@link #instant(Pack, String, Map)}, counted from a given instant whatever the table says; that instant itself where it has no such row. */
  public static Instant countedFrom(Pack pack, String name, Instant from) {
    return pack.table("deadline").find(Map.of("name", name)).map(row -> pack.calendar().due(from, span(row)).at()).orElse(from);
  }

  /**
   * An instant that deadlines count from has moved, for example the end of a meeting: the open ones of these cases, and of the meeting
   * itself, that count from it are counted anew, and their timers follow.
   *
   * @param anchor as the {@code countedFrom} column names it
   */
  public void recount(Pack pack, String anchor, String meetingId, List<CaseId> of) {
    var open = new ArrayList<>(store.openOfMeeting(meetingId));
    of.forEach(id -> open.addAll(store.openOfCase(id.value())));
    for (var deadline : open) {
      var caseId = deadline.caseId().map(CaseId::new);
      var row = row(caseId.map(cases::pack).orElse(pack), deadline.name());
      if (row.text("countedFrom").equals(anchor)) {
        var from = from(row, Map.of(Fact.MEETING_ID, meetingId));
        var due = caseId.map(cases::pack).orElse(pack).calendar().due(from, span(row));
        store.move(deadline.id(), from, due.at(), explain(row, from, due));
        timers.follow(store.activityOf(deadline.id()));
      }
    }
  }

  /** The earliest instant that an open duty of the activity is due; empty if it has none. */
  @Transactional(readOnly = true)
  public Optional<Instant> earliest(String activity) {
    return store.openForActivity(activity).stream().map(Deadline::dueAt).min(Instant::compareTo);
  }

  /** The activity was done: its open deadlines are met, or met late, unless something holds them. */
  public void activityDone(String activity) {
    if (holds.stream().anyMatch(hold -> hold.doneButHeld(activity))) {
      return;
    }
    var now = clock.instant();
    store.openForActivity(activity).forEach(deadline -> store.end(deadline.id(),
        now.isAfter(deadline.dueAt()) ? Deadline.State.MET_LATE : Deadline.State.MET, now, null));
  }

  /** The activity was left undone, as the process went another way: its open deadlines lapse. */
  public void activityLeft(String activity, String reason) {
    store.openForActivity(activity).forEach(deadline -> store.end(deadline.id(), Deadline.State.LAPSED, clock.instant(), reason));
  }

  /**
   * The instant of a duty has come: tells the role that the table names, once for each deadline.
   *
   * @param process the process instance, with which the name of each of its activities begins
   */
  public void instantCame(String process, String name) {
    store.openInProcess(process, name).stream().filter(deadline -> store.markTold(deadline.id(), clock.instant()))
        .forEach(deadline -> events.publishEvent(new DeadlinePassed(deadline)));
  }

  /** @throws IllegalArgumentException if there is no deadline of that id */
  @Transactional(readOnly = true)
  public Deadline get(String id) {
    return store.find(id).orElseThrow(() -> new IllegalArgumentException("There is no deadline '" + id + "'"));
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

  private Instant from(Answer row, Map<String, Object> facts) {
    var name = row.text("countedFrom");
    return switch (name) {
      case "OPENED" -> clock.instant();
      case "RECEIVED" -> cases.get(new CaseId((String) facts.get(Fact.CASE_ID))).receivedAt();
      default -> anchors.stream().flatMap(anchor -> anchor.instant(name, facts).stream()).findFirst().or(() -> answered(name, facts))
          .orElseThrow(() -> new IllegalStateException("Deadline '" + row.rule() + "' is counted from '" + name + "', which is not known here"));
    };
  }

  /** The day that a form's answer about the case names, from its beginning: the answer's key stands in the column {@code countedFrom}. */
  private Optional<Instant> answered(String key, Map<String, Object> facts) {
    return Optional.ofNullable((String) facts.get(Fact.CASE_ID)).map(CaseId::new).map(id -> cases.answers(id).get(key)).filter(answer -> DATE.matcher(answer).matches())
        .map(answer -> WorkingCalendar.at(LocalDate.parse(answer.substring(0, 10)), LocalTime.MIDNIGHT));
  }

  private static Answer row(Pack pack, String name) {
    return pack.table("deadline").one(Map.of("name", name));
  }

  private static Span span(Answer row) {
    return new Span(row.number("amount"), Unit.valueOf(row.text("unit")), row.text("direction").equals("BEFORE"),
        row.optionalText("at").map(LocalTime::parse), OnClosedDay.valueOf(row.text("onClosedDay")));
  }

  /** {@code MEETING_END} and {@code planEndsOn} as people read them. */
  private static String inWords(String anchor) {
    return (anchor.contains("_") ? anchor : anchor.replaceAll("([a-z])([A-Z])", "$1 $2")).toLowerCase().replace('_', ' ');
  }

  private static String explain(Answer row, Instant from, DueDate due) {
    var skipped = due.skipped().stream().map(day -> SKIPPED.format(day.date()) + " (" + day.reason() + ")").collect(Collectors.joining(", "));
    return "Due " + DAY.format(due.at()) + ": " + span(row) + " " + inWords(row.text("countedFrom")) + " of "
        + DAY.format(from) + (row.clauses().isEmpty() ? "" : ", as " + String.join(" and ", row.clauses()) + " asks")
        + (skipped.isEmpty() ? "" : "; not counted: " + skipped) + ".";
  }
}
