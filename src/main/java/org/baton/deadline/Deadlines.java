package org.baton.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.baton.calendar.DueDate;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.answer.Answers;
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

  static final String OPENED = "OPENED";
  /** What every deadline can count from. */
  public static final Map<String, String> ANCHORS = Map.of(OPENED, "the opening of the task", "RECEIVED", "the receipt of the referral");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

  private final DeadlineStore store;
  private final CaseFile cases;
  private final Answers answers;
  private final List<Anchors> anchors;
  private final DeadlineWords words;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Timers timers;
  private final List<DeadlineHold> holds;
  private final Packs packs;

  Deadlines(DeadlineStore store, CaseFile cases, Answers answers, List<Anchors> anchors, DeadlineWords words, Clock clock, ApplicationEventPublisher events, Timers timers,
      List<DeadlineHold> holds, Packs packs) {
    this.holds = holds;
    this.packs = packs;
    this.timers = timers;
    this.store = store;
    this.cases = cases;
    this.answers = answers;
    this.anchors = anchors;
    this.words = words;
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
    var caseId = Optional.ofNullable((String) facts.get(Fact.CASE_ID));
    store.insert(new Deadline(UUID.randomUUID().toString(), pack.authority(),
        caseId, Optional.ofNullable((String) facts.get(Fact.MEETING_ID)), name, row.cells().what(),
        row.clausesInText(), clock.instant(), from, due.at(), row.cells().hard(), String.join(", ", row.cells().tells()),
        words.explain(row, caseId, from, due), Deadline.State.OPEN, Optional.empty(), Optional.empty()), process(activity), execution(activity), key, pack.deploymentId(),
        countedMeeting(row, facts).orElse(null));
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
   * A meeting has moved or ended: the open deadlines that count from one of its instants, whoever they are about, are counted anew where
   * that instant is another now, and their timers follow.
   *
   * @param pack the meeting's, for a deadline of before its own was kept
   */
  public void recount(Pack pack, String meetingId) {
    var facts = Map.<String, Object>of(Fact.MEETING_ID, meetingId);
    for (var counted : store.openCountedFrom(meetingId)) {
      var row = row(counted.pack() == null ? pack : packs.of(counted.pack()), counted.deadline().name());
      // Asked once more, as one of before the meeting was kept names the meeting that it is about, though it count from none.
      if (countedMeeting(row, facts).isPresent()) {
        recount(pack, counted, row, from(row, facts));
      }
    }
  }

  private void recount(Pack pack, DeadlineStore.Counted counted, Row<DeadlineRow> row, Instant from) {
    if (!from.equals(counted.deadline().countedFrom())) {
      var due = (counted.calendar() == null ? pack : packs.of(counted.calendar())).calendar().due(from, row.cells().span());
      store.move(counted.deadline().id(), from, due.at(), words.explain(row, counted.deadline().caseId(), from, due));
      timers.follow(counted.activity());
    }
  }

  /** The meeting that it counts from; empty if it counts from none. */
  private Optional<String> countedMeeting(Row<DeadlineRow> row, Map<String, Object> facts) {
    return anchors.stream().flatMap(anchor -> anchor.meeting(row.cells().countedFrom(), facts).stream()).findFirst();
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

  /** Those of these ids, in the order of their instants. */
  @Transactional(readOnly = true)
  public List<Deadline> all(List<String> ids) {
    return ids.isEmpty() ? List.of() : store.all(ids);
  }

  private List<Deadline> openFor(String activity) {
    return store.openForActivity(process(activity), execution(activity));
  }

  private Instant from(Row<DeadlineRow> row, Map<String, Object> facts) {
    var name = row.cells().countedFrom();
    return switch (name) {
      case OPENED -> clock.instant();
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

  static Row<DeadlineRow> row(Pack pack, String name) {
    return pack.rows(DeadlineRow.class).one(Map.of("name", name));
  }
}
