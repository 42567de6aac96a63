package org.baton.panel.decision;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.chronology.Chronology;
import org.baton.casefile.holder.Holders;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.sitting.Attendance;
import org.baton.panel.sitting.Attendee;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What sittings decide on cases. The holder of a case does not change by a decision, but by the steps that follow it. */
@Service
@Transactional
public class Decisions {

  /** How a decision is reached that nobody took, as there was no agreement. */
  public static final String NOBODY = "NONE";
  /** How a decision is reached that the members take themselves. */
  private static final Set<String> BY_MEMBERS = Set.of("AGREEMENT", "VOTE");

  private final DecisionStore store;
  private final Agenda agenda;
  private final Attendance attendance;
  private final Sittings sittings;
  private final CaseFile cases;
  private final Holders holders;
  private final Chronology chronology;
  private final Packs packs;
  private final Clock clock;

  Decisions(DecisionStore store, Agenda agenda, Attendance attendance, Sittings sittings, CaseFile cases, Holders holders, Chronology chronology, Packs packs, Clock clock) {
    this.store = store;
    this.agenda = agenda;
    this.attendance = attendance;
    this.sittings = sittings;
    this.cases = cases;
    this.holders = holders;
    this.chronology = chronology;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * What is to be recorded as decided.
   *
   * @param outcome a value that the case's pathway branches on
   * @param service the service that is to take the case; empty where the outcome names none
   * @param reachedBy how, as the minutes say it, for example {@code AGREEMENT}
   * @param accepted whether a member of that service takes the case on in the meeting itself
   */
  public record Decided(String outcome, Optional<String> service, String reachedBy, String reasons, boolean accepted) {

    /** @throws PanelRefusedException if nothing was decided, or nobody said why */
    public Decided {
      require("panelOutcome", outcome, "what was decided");
      require("reasons", reasons, "why it was decided so");
    }

    public Decided(String outcome, Optional<String> service, String reachedBy, String reasons) {
      this(outcome, service, reachedBy, reasons, false);
    }
  }

  private static void require(String what, String said, String expected) {
    if (said == null || said.isBlank()) {
      throw new PanelRefusedException(what + ": got nothing, expected " + expected + ", said by a form or a table before the decision is recorded");
    }
  }

  /**
   * Records what was decided on an item, which ends its hearing.
   *
   * @throws PanelRefusedException if the item is decided already, if the members decide while the sitting is not quorate by the
   *     {@code quorum} table, or if a service accepts of which nobody is in the room
   */
  public PanelDecision decide(String itemId, Decided decided) {
    var item = undecided(itemId);
    if (BY_MEMBERS.contains(decided.reachedBy())) {
      attendance.requireQuorum(item.meetingId());
    }
    decided.service().ifPresent(id -> packs.of(sittings.get(item.meetingId()).deploymentId()).profile().service(id));
    var services = attendance.present(item.meetingId()).stream().map(Attendee::service).distinct().toList();
    if (decided.accepted() && decided.service().filter(services::contains).isEmpty()) {
      throw new PanelRefusedException("Case " + item.caseId() + " is to be accepted in the meeting by " + decided.service().orElse("no service")
          + ", of which nobody is in the room; expected one of " + services);
    }
    var decision = record(item, decided);
    agenda.heard(item);
    return decision;
  }

  /** Records what was decided on an item that leaves the agenda without being heard. */
  PanelDecision record(AgendaItem item, Decided decided) {
    var decision = new PanelDecision(UUID.randomUUID().toString(), item.id(), item.caseId(), item.meetingId(), decided.outcome(), decided.service(),
        decided.reachedBy(), decided.reasons(), clock.instant(), decided.accepted(), Optional.empty(), Optional.empty());
    store.insert(decision);
    // A case can be closed while it is heard, by a consent that is taken back: what was decided stands in the minutes, and nobody is given it.
    decided.service().filter(id -> cases.holdIfOpen(item.caseId())).ifPresent(id -> holders.allocate(item.caseId(), id));
    var pack = cases.pack(item.caseId());
    chronology.note(item.caseId(), "DECISION", pack.say("decision.taken", "outcome", pack.outcome(decided.outcome()), "service", decided.service().map(pack.profile()::serviceName).orElse(null),
        "reachedBy", decided.reachedBy().equals(NOBODY) ? null : pack.words(decided.reachedBy()), "reasons", decided.reasons()));
    return decision;
  }

  /**
   * The item, locked: of two who vote or decide on it at once, the second finds what the first has decided.
   *
   * @throws PanelRefusedException if it is decided already
   */
  AgendaItem undecided(String itemId) {
    var item = agenda.hold(itemId);
    store.ofItem(itemId).ifPresent(first -> {
      throw new PanelRefusedException("Case " + item.caseId() + " is decided already, at " + first.decidedAt().atZone(WorkingCalendar.ZONE).toLocalTime()
          + " on " + WorkingCalendar.day(first.decidedAt()) + ": " + cases.pack(item.caseId()).outcome(first.outcome()) + "; expected an item without a decision");
    });
    return item;
  }

  @Transactional(readOnly = true)
  public Optional<PanelDecision> ofItem(String itemId) {
    return store.ofItem(itemId);
  }

  @Transactional(readOnly = true)
  public Optional<PanelDecision> latest(CaseId id) {
    return store.latest(id);
  }

  /** What the meeting decided, in its order. */
  @Transactional(readOnly = true)
  public List<PanelDecision> of(String meetingId) {
    return store.of(meetingId);
  }

  /** The cases of a forum that were decided on and are still open: whose progress the chair follows. */
  @Transactional(readOnly = true)
  public List<CaseRecord> openCases(String authority, String forum) {
    return store.decidedAndOpen(authority, forum).stream().map(cases::get).toList();
  }
}
