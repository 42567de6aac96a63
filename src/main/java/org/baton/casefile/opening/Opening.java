package org.baton.casefile.opening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.chronology.Chronology;
import org.baton.casefile.family.Family;
import org.baton.casefile.holder.Holders;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How cases begin. */
@Service
@Transactional
public class Opening {

  private final OpeningStore store;
  private final Holders holders;
  private final Chronology chronology;
  private final Packs packs;
  private final Clock clock;

  Opening(OpeningStore store, Holders holders, Chronology chronology, Packs packs, Clock clock) {
    this.store = store;
    this.holders = holders;
    this.chronology = chronology;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * What is known when a case is opened.
   *
   * @param deploymentId the pack it begins under and will end under
   * @param children at least one
   * @param receivedOn London date of a case that ran before Baton; empty for one that is received now
   */
  public record Brought(
      String authority, String deploymentId, String route, List<Family.Person> children, List<Family.Person> adults,
      Family.Referrer referrer, Optional<LocalDate> receivedOn) {}

  /**
   * Opens a case with its family; whoever the {@code holder} table names for receipt holds it from its receipt on. A repeated call opens
   * a second case.
   *
   * @throws IllegalArgumentException if it is to be received in the future
   */
  public CaseId open(Brought brought) {
    var now = brought.receivedOn().map(day -> holders.past(day, "case.receivedOn")).orElseGet(clock::instant);
    var pack = packs.of(brought.deploymentId());
    var id = number(pack, now);
    var family = store.insertFamily(brought.authority(), now);
    var held = holders.atReceipt(pack, brought.route(), brought.referrer().service());
    store.insertCase(new CaseRecord(id, brought.authority(), family, brought.deploymentId(), brought.route(), Optional.empty(), Holders.RECEIVED, held.holder(),
        brought.referrer().service(), Optional.empty(), Optional.empty(), Optional.empty(), now, Optional.empty(), Optional.empty()), brought.referrer());
    brought.children().forEach(child -> store.insertChild(id.value(), store.insertPerson(family, "CHILD", child)));
    brought.adults().forEach(adult -> store.insertPerson(family, "ADULT", adult));
    holders.receive(id, held, now);
    chronology.note(id, "RECEIVED", pack.say("case.received", "referrer", brought.referrer().name(), "holder", pack.profile().service(held.holder()).name()), held.clauses());
    return id;
  }

  /** The number of a case that is opened, or parts from another, at that instant. */
  public CaseId number(Pack pack, Instant at) {
    var year = at.atZone(WorkingCalendar.ZONE).getYear();
    return new CaseId("%s-%d-%06d".formatted(pack.profile().caseNumberPrefix(), year, store.nextNumber(pack.authority(), year)));
  }
}
