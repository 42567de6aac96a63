package org.baton.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.calendar.DueDate;
import org.baton.calendar.SkippedDay;
import org.baton.casefile.CaseId;
import org.baton.casefile.chronology.Chronology;
import org.baton.deadline.DeadlineStore.Counted;
import org.baton.protocol.ApiInput;
import org.baton.protocol.BadInputException;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deadlines that a holiday or a closure would move which was added while they ran. None moves by itself: a person lets it follow. */
@Service
@Transactional
public class CalendarMoves {

  static final int REASON = 1000;

  private final DeadlineStore store;
  private final Chronology chronology;
  private final Packs packs;
  private final Timers timers;
  private final DeadlineWords words;
  private final Clock clock;

  CalendarMoves(DeadlineStore store, Chronology chronology, Packs packs, Timers timers, DeadlineWords words, Clock clock) {
    this.store = store;
    this.chronology = chronology;
    this.packs = packs;
    this.timers = timers;
    this.words = words;
    this.clock = clock;
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
      throw new DeadlineStaysException("The deadline '" + deadline.what() + "' was due " + DeadlineWords.DAY.format(deadline.dueAt())
          + "; expected one that is still to come: what has passed is not moved");
    }
    var current = packs.current(deadline.authority());
    var moved = moved(counted, current).orElseThrow(() -> new DeadlineStaysException("The deadline '" + deadline.what()
        + "' is due " + DeadlineWords.DAY.format(deadline.dueAt()) + " by the calendar in force too; expected one that a holiday or a closure moves"));
    var pack = packs.of(counted.pack());
    var row = Deadlines.row(pack, deadline.name());
    var due = current.calendar().due(deadline.countedFrom(), row.cells().span());
    var explanation = DeadlineWords.cut(words.explain(row, deadline.caseId(), deadline.countedFrom(), due) + " Moved from " + DeadlineWords.DAY.format(deadline.dueAt()) + " on "
        + DeadlineWords.DAY.format(clock.instant()) + ": " + reason.strip());
    store.follow(id, due.at(), explanation, current.deploymentId());
    timers.follow(counted.activity());
    deadline.caseId().ifPresent(of -> chronology.note(new CaseId(of), "DEADLINE", pack.say("deadline.moved", "what", deadline.what(),
        "before", DeadlineWords.DAY.format(deadline.dueAt()), "due", DeadlineWords.DAY.format(due.at()), "why", moved.why(), "reason", reason.strip()), deadline.clauses()));
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
    var span = Deadlines.row(packs.of(counted.pack()), deadline.name()).cells().span();
    var before = packs.of(counted.calendar()).calendar().due(deadline.countedFrom(), span);
    var now = current.calendar().due(deadline.countedFrom(), span);
    return now.at().equals(deadline.dueAt()) ? Optional.empty()
        : Optional.of(new Moved(deadline, deadline.dueAt(), now.at(), Stream.concat(
            in(now, before).map(day -> DeadlineWords.SKIPPED.format(day.date()) + " (" + day.reason() + ") is no longer counted"),
            in(before, now).map(day -> DeadlineWords.SKIPPED.format(day.date()) + " is counted now")).limit(DeadlineWords.NAMED).collect(Collectors.joining("; "))));
  }

  private static Stream<SkippedDay> in(DueDate one, DueDate other) {
    return one.skipped().stream().filter(day -> other.skipped().stream().noneMatch(same -> same.date().equals(day.date())));
  }
}
