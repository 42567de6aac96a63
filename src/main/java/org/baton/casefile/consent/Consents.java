package org.baton.casefile.consent;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.chronology.Chronology;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.NormalForm;
import org.baton.casefile.family.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people agreed to, and on what other ground information is used. */
@Service
@Transactional
public class Consents {

  /** How the facts begin that say what stands of a consent. */
  public static final String FACT = "consent";

  private final ConsentStore store;
  private final CaseFile cases;
  private final People people;
  private final Chronology chronology;
  private final Clock clock;
  private final CurrentUser user;

  Consents(ConsentStore store, CaseFile cases, People people, Chronology chronology, Clock clock, CurrentUser user) {
    this.store = store;
    this.cases = cases;
    this.people = people;
    this.chronology = chronology;
    this.clock = clock;
    this.user = user;
  }

  /** The fact that says what stands of the consent for that purpose: {@code consentPanel} for {@code panel}. */
  public static String fact(String purpose) {
    return FACT + Character.toUpperCase(purpose.charAt(0)) + purpose.substring(1);
  }

  /**
   * Records what stands of one person's consent; earlier records stay. Who is not named by id is the one person of that name in the
   * family file; where nobody has that name, or more than one person, somebody of their own, known by name.
   *
   * @throws IllegalArgumentException if the person is named by an id that is nobody's of the case
   */
  public void record(CaseId id, Consent consent) {
    var record = cases.hold(id);
    var named = people.whoCanBeAsked(id);
    var known = consent.personId().map(person -> named.numbered("consent.person", people.standing(id, person))).or(() -> consent.giver().flatMap(named::named));
    var giver = known.map(named::name).or(consent::giver);
    store.insert(id, consent, giver.orElse(null), known.map(Family.Person::id).orElse(null), clock.instant(), user.id());
    chronology.note(id, "CONSENT", cases.pack(record).say("consent.given", "purpose", consent.purpose(), "who", giver.orElse(null),
        "state", cases.pack(record).words(consent.state().name())));
  }

  /** What each person agreed to, as it stands today: the latest record for each purpose and giver. */
  @Transactional(readOnly = true)
  public List<Consent> of(CaseId id) {
    var latest = new LinkedHashMap<String, Consent>();
    var today = WorkingCalendar.day(clock.instant());
    store.of(id).forEach(consent -> latest.put(consent.purpose() + "/" + consent.personId().orElseGet(() -> "by name: "
        + NormalForm.name(consent.giver().orElse(""))), consent.asOf(today)));
    return List.copyOf(latest.values());
  }

  /**
   * What stands of each purpose when the answers of all people are put together, by the table {@code consentWeight}: of all answers the
   * one with the lowest rank counts. A purpose that nobody recorded is absent.
   */
  @Transactional(readOnly = true)
  public Map<String, ConsentState> standing(CaseId id) {
    var answers = of(id).stream().collect(Collectors.groupingBy(Consent::purpose, TreeMap::new, Collectors.toList()));
    if (answers.isEmpty()) {
      return Map.of();
    }
    var weights = cases.pack(id).rows(ConsentWeightRow.class);
    var standing = new TreeMap<String, ConsentState>();
    answers.forEach((purpose, given) -> standing.put(purpose, given.stream()
        .map(consent -> weights.one(Map.of("state", consent.effective().name())).cells()).min(Comparator.comparing(ConsentWeightRow::rank))
        .map(ConsentWeightRow::standsAs).orElseThrow()));
    return standing;
  }

  /** Notes why information is used without consent, for example to protect a child. */
  public void recordLawfulBasis(CaseId id, LawfulBasis basis) {
    var record = cases.hold(id);
    store.insertLawfulBasis(id, basis, clock.instant(), user.id());
    chronology.note(id, "LAWFUL_BASIS", cases.pack(record).say("consent.basis", "basis", cases.pack(record).words(basis.basis(), "lawfulBasis.basis"), "purpose", basis.purpose(), "reason", basis.reason()));
  }

  @Transactional(readOnly = true)
  public List<LawfulBasis> lawfulBases(CaseId id) {
    return store.lawfulBases(id);
  }

  /**
   * Notes whether the family wants what a service offers.
   *
   * @throws IllegalArgumentException if the authority has no such service
   */
  public void recordAgreement(CaseId id, ServiceAgreement agreement) {
    var pack = cases.pack(cases.hold(id));
    var service = pack.profile().service(agreement.service());
    store.insertAgreement(id, agreement, clock.instant(), user.id());
    chronology.note(id, "AGREEMENT", pack.say("agreement.given", "who", agreement.agreedBy(), "wants", agreement.agreed(), "service", service.name()));
  }

  @Transactional(readOnly = true)
  public List<ServiceAgreement> agreements(CaseId id) {
    return store.agreements(id);
  }
}
