package org.baton.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.calendar.WorkingCalendar;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.Row;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done to a case and its family file. Every method joins the transaction of the person's action. A case is held by
 * exactly one service from receipt to closure; only {@link #enterStage} and {@link #close} let the baton pass, by the authority's
 * {@code holder} table.
 */
@Service
@Transactional
public class CaseFile {

  /** The stage of every case at receipt; a row of every authority's {@code holder} table. */
  public static final String RECEIVED = "RECEIVED";

  static final int MATCHES = 50;

  private final CaseStore store;
  private final Packs packs;
  private final Clock clock;
  private final CurrentUser user;
  private final ApplicationEventPublisher events;
  private final CaseRuns runs;

  CaseFile(CaseStore store, Packs packs, Clock clock, CurrentUser user, ApplicationEventPublisher events, @Lazy CaseRuns runs) {
    this.events = events;
    this.runs = runs;
    this.store = store;
    this.packs = packs;
    this.clock = clock;
    this.user = user;
  }

  /**
   * What is known when a case is opened.
   *
   * @param deploymentId the pack it begins under and will end under
   * @param children at least one
   * @param receivedOn London date of a case that ran before Baton; empty for one that is received now
   */
  public record Opening(
      String authority, String deploymentId, String route, List<Family.Person> children, List<Family.Person> adults,
      Family.Referrer referrer, Optional<LocalDate> receivedOn) {}

  /**
   * Opens a case with its family; whoever the {@code holder} table names for receipt holds it from its receipt on. A repeated call opens
   * a second case.
   *
   * @throws IllegalArgumentException if it is to be received in the future
   */
  public CaseId open(Opening opening) {
    var now = opening.receivedOn().map(day -> past(day, "case.receivedOn")).orElseGet(clock::instant);
    var pack = packs.of(opening.deploymentId());
    var id = number(pack, now);
    var family = store.insertFamily(opening.authority(), now);
    var answer = holder(pack, RECEIVED, opening.route());
    var holder = resolve(answer.cells().holder(), opening.referrer().service(), Optional.empty());
    store.insertCase(new CaseRecord(id, opening.authority(), family, opening.deploymentId(), opening.route(), Optional.empty(), RECEIVED, holder,
        opening.referrer().service(), Optional.empty(), Optional.empty(), Optional.empty(), now, Optional.empty(), Optional.empty()),
        opening.referrer().name(), opening.referrer().email());
    opening.children().forEach(child -> store.insertChild(id,
        store.insertPerson(family, "CHILD", child.givenName(), child.familyName(), child.dateOfBirth(), child.relation(), false)));
    opening.adults().forEach(adult -> store.insertPerson(family, "ADULT", adult.givenName(), adult.familyName(), adult.dateOfBirth(),
        adult.relation(), adult.parentalResponsibility()));
    store.insertHolder(id, 1, holder, now, "Referral received", answer.clausesInText(), user.id());
    note(id, "RECEIVED", "Referral received from " + opening.referrer().name() + "; " + holder + " holds the case", answer.clausesInText());
    return id;
  }

  /** @throws CaseNotFoundException if there is no such case */
  @Transactional(readOnly = true)
  public CaseRecord get(CaseId id) {
    return store.find(id).orElseThrow(() -> new CaseNotFoundException(id.value()));
  }

  /** As {@link #get(CaseId)}, with the same refusal for a case of an authority that is not among these. */
  @Transactional(readOnly = true)
  public CaseRecord get(List<String> authorities, String id) {
    return Optional.of(id).filter(text -> text.matches("[A-Z]{3}-\\d{4}-\\d{6}")).map(CaseId::new).flatMap(store::find)
        .filter(found -> authorities.contains(found.authority())).orElseThrow(() -> new CaseNotFoundException(id));
  }

  /** The cases of these authorities by number. @param after the number after which to go on; empty text for the first page */
  @Transactional(readOnly = true)
  public List<CaseRecord> list(List<String> authorities, String after, int limit) {
    return authorities.isEmpty() ? List.of() : store.list(authorities, after, limit);
  }

  @Transactional(readOnly = true)
  public Family family(CaseId id) {
    var record = get(id);
    return new Family(store.children(id), store.people(record.familyId(), "ADULT"), address(record), store.referrer(id));
  }

  /** The newest that was told with the case, else with another case of the family; withheld if that place ever was and nobody lifted it. */
  private Optional<Family.Address> address(CaseRecord record) {
    var all = store.addresses(record.familyId(), record.id());
    return Stream.concat(all.stream().filter(CaseStore.Told::own), all.stream()).map(CaseStore.Told::address).filter(Family.Address::told).findFirst()
        .or(() -> withheld(all).map(CaseStore.Told::address).findFirst())
        .map(newest -> new Family.Address(newest.line(), newest.postcode(), withheld(all).anyMatch(told -> told.address().maySharePlaceWith(newest))));
  }

  private static Stream<CaseStore.Told> withheld(List<CaseStore.Told> all) {
    return all.stream().filter(told -> told.address().withheld());
  }

  /**
   * Notes where the family lives now; what stood before stays, and a place that was withheld stays so.
   *
   * @param withReferral whether it came with the referral itself, so that the chronology does not name it beside that
   */
  public void recordAddress(CaseId id, Family.Address address, boolean withReferral) {
    var record = open(id);
    store.insertAddress(record.familyId(), id, address, withReferral ? record.receivedAt() : clock.instant());
    if (withReferral) {
      return;
    }
    note(id, "ADDRESS", address.withheld() ? "An address was noted that must be withheld" : "An address was noted", "");
  }

  /**
   * Lets the address of the case be shown again, in every case of the family.
   *
   * @throws IllegalArgumentException if it is not withheld, or no reason is given
   */
  public void liftWithholding(CaseId id, String reason) {
    var record = open(id);
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("The address of case " + id + " is to be shown again without a reason; expected one");
    }
    var shown = address(record).filter(Family.Address::withheld)
        .orElseThrow(() -> new IllegalArgumentException("The address of case " + id + " is not withheld; expected one that is"));
    store.lift(withheld(store.addresses(record.familyId(), id)).filter(told -> told.address().maySharePlaceWith(shown)).map(CaseStore.Told::id).toList(),
        reason, clock.instant(), user.id());
    note(id, "ADDRESS", "The address is no longer withheld: " + reason, "");
  }

  /** The pack that the case began under. */
  @Transactional(readOnly = true)
  public Pack pack(CaseId id) {
    return packs.of(get(id).deploymentId());
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
    if (at.isBefore(get(id).receivedAt())) {
      throw new IllegalArgumentException("The day of stage " + stage + " is " + since + "; expected one not before the receipt of the case on "
          + WorkingCalendar.day(get(id).receivedAt()));
    }
    enter(id, stage, at);
  }

  private void enter(CaseId id, String stage, Instant at) {
    var record = open(id);
    var answer = holder(packs.of(record.deploymentId()), stage, record.route());
    var holder = resolve(answer.cells().holder(), record.referringService(), record.allocatedService());
    store.updateStage(id, stage);
    if (!holder.equals(record.holder())) {
      store.endHolder(id, at);
      store.insertHolder(id, store.lastHolderPosition(id) + 1, holder, at, "Stage " + stage, answer.clausesInText(), user.id());
      store.updateHolder(id, holder);
      note(id, "HOLDER", "The case passed from " + record.holder() + " to " + holder, answer.clausesInText());
    }
  }

  /** Notes the panel that the case belongs to. */
  public void assignForum(CaseId id, String forum) {
    store.updateForum(open(id).id(), forum);
  }

  /**
   * Notes the service that is to take the case; the holder stays who it is until that service accepts.
   *
   * @throws IllegalArgumentException if the authority has no such service
   */
  public void allocate(CaseId id, String service) {
    var record = open(id);
    packs.of(record.deploymentId()).profile().service(service);
    store.updateAllocation(id, service);
  }

  public void nameLeadProfessional(CaseId id, String name) {
    store.updateLeadProfessional(open(id).id(), name);
    note(id, "LEAD_PROFESSIONAL", "Lead professional: " + name, "");
  }

  /**
   * Closes the case with an outcome that the authority's {@code closure} table knows. The holder's period ends with it. Closing a
   * closed case again with the same outcome changes nothing.
   *
   * @throws CaseClosedException if it was closed with another outcome
   */
  public void close(CaseId id, String outcome) {
    if (!store.holdOpen(id)) {
      if (get(id).outcome().equals(Optional.of(outcome))) {
        return;
      }
      throw new CaseClosedException(id);
    }
    var record = get(id);
    var meaning = packs.of(record.deploymentId()).rows(ClosureRow.class).one(Map.of("outcome", outcome));
    note(id, "CLOSED", meaning.cells().meaning(), meaning.clausesInText());
    store.endHolder(id, clock.instant());
    store.close(id, outcome, clock.instant());
  }

  /** Adds a line to the chronology, of this moment. @param clauses separated by commas; empty for none */
  public void note(CaseId id, String kind, String entry, String clauses) {
    store.insertEntry(id, clock.instant(), kind, entry, clauses, user.id(), null);
  }

  /**
   * Corrects an entry of the chronology by a later one; the first stays. What says the same as the newest correction of it adds nothing.
   *
   * @throws IllegalArgumentException if the case has no such entry, or no reason is given
   */
  public void correct(CaseId id, long entry, String corrected, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("A correction of entry " + entry + " has no reason; expected one");
    }
    store.holdInOrder(id, id);
    var lines = chronology(id);
    if (lines.stream().noneMatch(line -> line.id() == entry)) {
      throw new IllegalArgumentException("Case " + id + " has no chronology entry " + entry);
    }
    var words = corrected + " (corrected because: " + reason + ")";
    var before = lines.stream().filter(line -> line.corrects().equals(Optional.of(entry))).reduce((earlier, later) -> later);
    if (before.filter(line -> line.entry().equals(words)).isEmpty()) {
      store.insertEntry(id, clock.instant(), "CORRECTION", words, "", user.id(), entry);
    }
  }

  /** All entries in their order; of a case that parted from another, with what they shared before. */
  @Transactional(readOnly = true)
  public List<ChronologyEntry> chronology(CaseId id) {
    return store.chronology(id);
  }

  @Transactional(readOnly = true)
  public List<HolderPeriod> holders(CaseId id) {
    return store.holders(id);
  }

  /** The people whose consent can be recorded: the adults of the family and the children of the case. */
  Namesakes people(CaseId id) {
    var people = new ArrayList<>(store.people(get(id).familyId(), "ADULT"));
    people.addAll(store.children(id));
    return new Namesakes(people);
  }

  /**
   * Records what stands of one person's consent; earlier records stay. Who is not named by id is the one person of that name in the
   * family file; where nobody has that name, or more than one person, somebody of their own, known by name.
   *
   * @throws IllegalArgumentException if the person is named by an id that is nobody's of the case
   */
  public void recordConsent(CaseId id, Consent consent) {
    open(id);
    var people = people(id);
    var known = consent.personId().map(person -> people.numbered("consent.person", standing(id, person))).or(() -> consent.giver().flatMap(people::named));
    var giver = known.map(people::name).or(consent::giver);
    store.insertConsent(id, consent, giver.orElse(null), known.map(Family.Person::id).orElse(null), clock.instant(), user.id());
    note(id, "CONSENT", "Consent to " + consent.purpose() + giver.map(name -> " by " + name).orElse("") + ": "
        + consent.state().name().toLowerCase().replace('_', ' '), "");
  }

  /** The id, or the beginning of one, that holds for a person now: it may be another since two records were found to be one person. */
  String standing(CaseId id, String person) {
    return store.standing(get(id).familyId(), person.strip());
  }

  /** What each person agreed to, as it stands today: the latest record for each purpose and giver. */
  @Transactional(readOnly = true)
  public List<Consent> consentRecords(CaseId id) {
    var latest = new LinkedHashMap<String, Consent>();
    var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    store.consents(id).forEach(consent -> latest.put(consent.purpose() + "/" + consent.personId().orElseGet(() -> "by name: "
        + NormalForm.name(consent.giver().orElse(""))), consent.asOf(today)));
    return List.copyOf(latest.values());
  }

  /**
   * What stands of each purpose when the answers of all people are put together, by the table {@code consentWeight}: of all answers the
   * one with the lowest rank counts. A purpose that nobody recorded is absent.
   */
  @Transactional(readOnly = true)
  public Map<String, ConsentState> consents(CaseId id) {
    var answers = consentRecords(id).stream().collect(Collectors.groupingBy(Consent::purpose, TreeMap::new, Collectors.toList()));
    if (answers.isEmpty()) {
      return Map.of();
    }
    var weights = pack(id).rows(ConsentWeightRow.class);
    var standing = new TreeMap<String, ConsentState>();
    answers.forEach((purpose, given) -> standing.put(purpose, given.stream()
        .map(consent -> weights.one(Map.of("state", consent.effective().name())).cells()).min(Comparator.comparing(ConsentWeightRow::rank))
        .map(ConsentWeightRow::standsAs).orElseThrow()));
    return standing;
  }

  /** Notes why information is used without consent, for example to protect a child. */
  public void recordLawfulBasis(CaseId id, LawfulBasis basis) {
    store.insertLawfulBasis(open(id).id(), basis, clock.instant(), user.id());
    note(id, "LAWFUL_BASIS", basis.basis().toLowerCase().replace('_', ' ') + " for " + basis.purpose() + ": " + basis.reason(), "");
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
    pack(open(id).id()).profile().service(agreement.service());
    store.insertAgreement(id, agreement, clock.instant(), user.id());
    note(id, "AGREEMENT", agreement.agreedBy() + (agreement.agreed() ? " wants" : " does not want") + " what " + agreement.service() + " offers", "");
  }

  @Transactional(readOnly = true)
  public List<ServiceAgreement> agreements(CaseId id) {
    return store.agreements(id);
  }

  /** Sets the plan of the case; the versions before stay. The same plan again makes no version. */
  public void plan(CaseId id, Plan plan) {
    open(id);
    if (!store.plan(id).equals(Optional.of(plan))) {
      store.insertPlan(id, plan, clock.instant(), user.id());
      note(id, "PLAN", "Plan: " + plan.aim() + plan.reviewOn().map(day -> "; review on " + day).orElse(""), "");
    }
  }

  @Transactional(readOnly = true)
  public Optional<Plan> plan(CaseId id) {
    return store.plan(id);
  }

  /**
   * Lets some children go on as a case of their own, at the stage and with the holder, the consents and the past of the case that they
   * part from. Its process stands where that case's stands; deadlines that count from the opening of a task count anew.
   *
   * @param children ids of the people who part
   * @return the number of their case
   * @throws IllegalArgumentException if one of them is no child of the case, or nobody would part or stay, or no reason is given
   */
  public CaseId split(CaseId id, List<String> children, String reason) {
    var record = open(id);
    var all = store.children(id).stream().map(Family.Person::id).toList();
    var parting = children.stream().distinct().toList();
    if (parting.isEmpty() || !all.containsAll(parting) || parting.size() == all.size()) {
      throw new IllegalArgumentException("Case " + id + " has " + all.size() + " children and " + parting.size()
          + " are to part; expected some of its children, and at least one who stays");
    }
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("Children are to part from case " + id + " without a reason; expected one");
    }
    var now = clock.instant();
    var parted = number(packs.of(record.deploymentId()), now);
    note(id, "SPLIT", "Children go on as case " + parted + ": " + reason, "");
    store.insertSplit(id, parted, store.lastEntry(id));
    store.moveChildren(id, parted, parting);
    store.copyHistory(id, parted);
    var run = store.mainRun(id);
    events.publishEvent(new CaseSplit(id, parted));
    run.ifPresent(process -> runs.beginLike(record, process, get(parted)));
    return parted;
  }

  /**
   * A person has judged whether another case is about the same family. If it is, both share one family file from now on, and a case
   * that was closed before makes this one a re-referral. A repeated verdict changes nothing.
   *
   * @throws IllegalArgumentException if the other case was never a possible match, as two family files that were put together stay so
   */
  public void judgeMatch(CaseId id, CaseId other, boolean sameFamily) {
    var authorities = List.of(get(id).authority());
    if (other.equals(id)) {
      throw new IllegalArgumentException("Case " + id + " is to match itself; expected another case");
    }
    get(authorities, other.value());
    store.holdInOrder(id, other);
    var record = open(id);
    var match = get(other);
    if (store.judged(id, other)) {
      return;
    }
    if (!match.familyId().equals(record.familyId()) && !store.alike(id, other)) {
      throw new IllegalArgumentException("Case " + other + " is no possible match of case " + id
          + "; expected a case with a child of the same name and birthday, or of the same family name and address");
    }
    store.insertVerdict(id, other, sameFamily, clock.instant(), user.id());
    if (!sameFamily) {
      return;
    }
    if (!match.familyId().equals(record.familyId())) {
      store.mergeFamilies(match.familyId(), record.familyId(), samePeople(match.familyId(), record.familyId()));
    }
    if (!match.open()) {
      store.updateReReferral(id, other);
    }
    note(id, "MATCH", "The same family as case " + other + (match.open() ? ", which is open" : ", which was closed: a re-referral"), "");
    note(other, "MATCH", "The same family as case " + id, "");
  }

  private Map<String, String> samePeople(String kept, String merged) {
    var same = new LinkedHashMap<String, String>();
    List.of("CHILD", "ADULT").forEach(kind -> same.putAll(SamePeople.in(store.people(kept, kind), store.people(merged, kind))));
    return same;
  }

  /** The latest answers of all forms about the case, by key. */
  @Transactional(readOnly = true)
  public Map<String, String> answers(CaseId id) {
    return store.answers(id);
  }

  /**
   * Other cases of the authority, open or closed, newest first, that may be about the same family and nobody has judged yet: with a
   * child of the same name and birthday (or one not known), or of the same family name at the same address, as siblings are. At most
   * the {@value #MATCHES} newest.
   */
  @Transactional(readOnly = true)
  public List<CaseRecord> possibleMatches(CaseId id) {
    return store.matches(get(id).authority(), id, MATCHES);
  }

  /**
   * A process has begun for the case.
   *
   * @param main whether it is the one run that carries the case, of which there is never a second
   */
  public void runBegan(CaseId id, String processInstanceId, String processKey, boolean main) {
    store.insertRun(processInstanceId, id, processKey, main, clock.instant());
  }

  /** A process of the case has ended; a repeated call has no further effect. */
  public void runEnded(String processInstanceId) {
    store.endRun(processInstanceId, clock.instant());
  }

  /** Tells the pathway that carries the case. @return whether it was waiting for that message; false between two phases and after closure */
  public boolean tellPathway(CaseId id, String message, Map<String, Object> facts) {
    return store.mainRun(id).map(run -> runs.tell(run, message, facts)).orElse(false);
  }

  /** The process instance that carries the case now; empty between two phases and after closure. */
  @Transactional(readOnly = true)
  public Optional<String> mainRun(CaseId id) {
    return store.mainRun(id);
  }

  /** The beginning of a London day that is not in the future. */
  private Instant past(LocalDate day, String what) {
    var at = WorkingCalendar.at(day, LocalTime.MIDNIGHT);
    if (at.isAfter(clock.instant())) {
      throw new IllegalArgumentException(what + " is " + day + "; expected today or an earlier day");
    }
    return at;
  }

  private CaseId number(Pack pack, Instant now) {
    var year = now.atZone(WorkingCalendar.ZONE).getYear();
    return new CaseId("%s-%d-%06d".formatted(pack.profile().caseNumberPrefix(), year, store.nextNumber(pack.authority(), year)));
  }

  /** The case as it stands, open and not to be closed by anybody else before this transaction ends. */
  private CaseRecord open(CaseId id) {
    if (!store.holdOpen(id)) {
      throw new CaseClosedException(get(id).id());
    }
    return get(id);
  }

  private static Row<HolderRow> holder(Pack pack, String stage, String route) {
    return pack.rows(HolderRow.class).one(Map.of("stage", stage, "route", route));
  }

  private static String resolve(String holder, String referringService, Optional<String> allocatedService) {
    return Objects.requireNonNull(switch (holder) {
      case HolderRow.REFERRING_SERVICE -> referringService;
      case HolderRow.ALLOCATED_SERVICE -> allocatedService.orElseThrow(() -> new IllegalStateException(
          "The holder table names the allocated service, but none is allocated"));
      default -> holder;
    });
  }
}
