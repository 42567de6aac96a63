package org.baton.casefile.family;

import java.time.Clock;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.chronology.Chronology;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where families live, and where nobody may be told that they live. */
@Service
@Transactional
public class Addresses {

  private final FamilyStore store;
  private final People people;
  private final CaseFile cases;
  private final Chronology chronology;
  private final Clock clock;
  private final CurrentUser user;

  Addresses(FamilyStore store, People people, CaseFile cases, Chronology chronology, Clock clock, CurrentUser user) {
    this.store = store;
    this.people = people;
    this.cases = cases;
    this.chronology = chronology;
    this.clock = clock;
    this.user = user;
  }

  /** Notes where the family lives now; what stood before stays, and a place that was withheld stays so. */
  public void record(CaseId id, Family.Address address) {
    var record = cases.hold(id);
    store.insertAddress(record.familyId(), id, address, clock.instant());
    chronology.note(id, "ADDRESS", cases.pack(record).say("address.noted", "withheld", address.withheld()));
  }

  /** As {@link #record}, of an address that came with the referral itself, so that the chronology does not name it beside that. */
  void recordWithReferral(CaseId id, Family.Address address) {
    var record = cases.hold(id);
    store.insertAddress(record.familyId(), id, address, record.receivedAt());
  }

  /**
   * Lets the address of the case be shown again, in every case of the family.
   *
   * @throws IllegalArgumentException if it is not withheld, or no reason is given
   */
  public void liftWithholding(CaseId id, String reason) {
    var record = cases.hold(id);
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("The address of case " + id + " is to be shown again without a reason; expected one");
    }
    var shown = people.address(record).filter(Family.Address::withheld)
        .orElseThrow(() -> new IllegalArgumentException("The address of case " + id + " is not withheld; expected one that is"));
    store.lift(People.withheld(store.addresses(record.familyId(), id)).filter(told -> told.address().maySharePlaceWith(shown)).map(FamilyStore.Told::id).toList(),
        reason, clock.instant(), user.id());
    chronology.note(id, "ADDRESS", cases.pack(record).say("address.noLongerWithheld", "reason", reason));
  }
}
