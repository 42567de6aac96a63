package org.baton.casefile.holder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseClosedException;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.chronology.Chronology;
import org.baton.protocol.Pack;
import org.baton.protocol.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds the baton. A case is held by exactly one service from receipt to closure; only {@link #enterStage} and {@link #close} let the
 * baton pass, by the authority's {@code holder} table.
 */
@Service
@Transactional
public class Holders {

  /** The stage of every case at receipt; a row of every authority's {@code holder} table. */
  public static final String RECEIVED = "RECEIVED";

  private final HolderStore store;
  private final CaseFile cases;
  private final Chronology chronology;
  private final Clock clock;
  private final CurrentUser user;

  Holders(HolderStore store, CaseFile cases, Chronology chronology, Clock clock, CurrentUser user) {
    this.store = store;
    this.cases = cases;
    this.chronology = chronology;
    this.clock = clock;
    this.user = user;
  }

  /**
   * Who holds a case.
   *
   * @param holder id of the service
   * @param clauses of the table's rule, separated by commas
   */
  public record Held(String holder, String clauses) {}

  /** Who holds a case of that route from its receipt on. */
  @Transactional(readOnly = true)
  public Held atReceipt(Pack pack, String route, String referringService) {
    return held(row(pack, RECEIVED, route), referringService, Optional.empty());
  }

  /** A case has just been opened: its first holder's period begins. */
  public void receive(CaseId id, Held held, Instant at) {
    store.insert(id, 1, held.holder(), at, "Referral received", held.clauses(), user.id());
  }

  /**
   * Brings an open case to a stage of the protocol. Where the {@code holder} table names another service for it, the baton passes;
   * the stage that follows an acceptance must therefore only be entered once it was accepted. Entering the present stage again
   * changes nothing.
   *
   * @throws CaseClosedException if the case is closed
   * @throws IllegalArgumentException if the table does not know the stage for the case's route
   */
  public void enterStage(CaseId id, String stage) {
    enter(id, stage, clock.instant());
  }

  /**
   * As {@link #enterStage(CaseId, String)}, for a stage that the case came to before Baton.
   *
   * @param since London date
   * @throws IllegalArgumentException also if that day is in the future, or lies before the case was received
   */
  public void enterStage(CaseId id, String stage, LocalDate since) {
    var at = past(since, "The day of stage " + stage);
    if (at.isBefore(cases.get(id).receivedAt())) {
      throw new IllegalArgumentException("The day of stage " + stage + " is " + since + "; expected one not before the receipt of the case on "
          + WorkingCalendar.day(cases.get(id).receivedAt()));
    }
    enter(id, stage, at);
  }

  private void enter(CaseId id, String stage, Instant at) {
    var record = cases.hold(id);
    var pack = cases.pack(record);
    var held = held(row(pack, stage, record.route()), record.referringService(), record.allocatedService());
    store.updateStage(id, stage);
    if (!held.holder().equals(record.holder())) {
      store.end(id, at);
      store.insert(id, store.lastPosition(id) + 1, held.holder(), at, "Stage " + stage, held.clauses(), user.id());
      store.updateHolder(id, held.holder());
      chronology.note(id, "HOLDER", pack.say("case.passed", "from", pack.profile().serviceName(record.holder()), "to", pack.profile().serviceName(held.holder())), held.clauses());
    }
  }

  /** The beginning of a London day that is not in the future. @throws IllegalArgumentException if it is */
  public Instant past(LocalDate day, String what) {
    var at = WorkingCalendar.at(day, LocalTime.MIDNIGHT);
    if (at.isAfter(clock.instant())) {
      throw new IllegalArgumentException(what + " is " + day + "; expected today or an earlier day");
    }
    return at;
  }

  /** Notes the panel that the case belongs to. */
  public void assignForum(CaseId id, String forum) {
    store.updateForum(cases.hold(id).id(), forum);
  }

  /**
   * Notes the service that is to take the case; the holder stays who it is until that service accepts.
   *
   * @throws IllegalArgumentException if the authority has no such service
   */
  public void allocate(CaseId id, String service) {
    cases.pack(cases.hold(id)).profile().service(service);
    store.updateAllocation(id, service);
  }

  public void nameLeadProfessional(CaseId id, String name) {
    var record = cases.hold(id);
    store.updateLeadProfessional(id, name);
    chronology.note(id, "LEAD_PROFESSIONAL", cases.pack(record).say("lead.named", "name", name));
  }

  /**
   * Closes the case with an outcome that the authority's {@code closure} table knows. The holder's period ends with it. Closing a
   * closed case again with the same outcome changes nothing.
   *
   * @throws CaseClosedException if it was closed with another outcome
   */
  public void close(CaseId id, String outcome) {
    if (!cases.holdIfOpen(id)) {
      if (cases.get(id).outcome().equals(Optional.of(outcome))) {
        return;
      }
      throw new CaseClosedException(id);
    }
    var meaning = cases.pack(id).rows(ClosureRow.class).one(Map.of("outcome", outcome));
    chronology.note(id, "CLOSED", meaning.cells().meaning(), meaning.clausesInText());
    store.end(id, clock.instant());
    store.close(id, outcome, clock.instant());
  }

  /** Who has held the case, the first first. */
  @Transactional(readOnly = true)
  public List<HolderPeriod> of(CaseId id) {
    return store.of(id);
  }

  private static Row<HolderRow> row(Pack pack, String stage, String route) {
    return pack.rows(HolderRow.class).one(Map.of("stage", stage, "route", route));
  }

  private static Held held(Row<HolderRow> row, String referringService, Optional<String> allocatedService) {
    var holder = Objects.requireNonNull(switch (row.cells().holder()) {
      case HolderRow.REFERRING_SERVICE -> referringService;
      case HolderRow.ALLOCATED_SERVICE -> allocatedService.orElseThrow(() -> new IllegalStateException(
          "The holder table names the allocated service, but none is allocated"));
      default -> row.cells().holder();
    });
    return new Held(holder, row.clausesInText());
  }
}
