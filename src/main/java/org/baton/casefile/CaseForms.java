package org.baton.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.calendar.WorkingCalendar;
import org.baton.protocol.Fact;
import org.baton.protocol.FormDate;
import org.baton.protocol.FormStore;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps what forms say about a case: a start form that brings children opens one; every other form adds to the case it belongs to.
 *
 * <p>Targets: {@code family.children}, {@code family.adults} (repeated, with {@code child.*} and {@code adult.*}), {@code family.*},
 * {@code referrer.*}, {@code case.*}, {@code chronology.<kind>}, {@code answer}; repeated by person {@code consent.people} with
 * {@code consent.<purpose>} and its details, {@code consent.person} being the number in the family file by which a form gives a person
 * back; {@code lawfulBasis.*}, {@code agreement.*}, {@code plan.*} with {@code step.*}; {@code case.matches} with {@code match.*};
 * {@code case.parting} with {@code child.*}, {@code child.person} being such a number; {@code family.addressOpenReason}, by which an
 * address is no longer withheld.
 */
@Component
@Order(1)
class CaseForms implements FormStore {

  private static final Set<String> CONSENT_DETAILS = Set.of("people", "person", "giver", "capacity", "obtainedBy", "obtainedOn", "how", "evidence", "validUntil", "informed");

  /** What {@link #store} keeps; the fields that only show what a row is about are named with it. */
  private static final Set<String> TARGETS = Set.of("answer", "family.children", "family.children/child.givenName", "family.children/child.familyName",
      "family.children/child.dateOfBirth", "family.children/child.relation", "family.children/child.parentalResponsibility", "family.children/child.oneName", "family.adults",
      "family.adults/adult.givenName", "family.adults/adult.familyName", "family.adults/adult.dateOfBirth", "family.adults/adult.relation",
      "family.adults/adult.parentalResponsibility", "family.adults/adult.oneName", "family.postcode", "family.addressLine", "family.addressWithheld",
      "family.addressOpenReason",
      "referrer.name", "referrer.email", "referrer.service", "case.reference", "case.route", "case.receivedOn", "case.leadProfessional",
      "case.allocatedService", "case.matches", "case.matches/match.case", "case.matches/match.verdict", "case.matches/match.about", "case.parting",
      "case.parting/child.name", "case.parting/child.person", "case.parting/child.way", "case.partingReason", "consent.people", "consent.people/consent.*", "consent.*",
      "lawfulBasis.purpose", "lawfulBasis.basis", "lawfulBasis.reason", "agreement.state", "agreement.by", "agreement.on", "plan.aim", "plan.reviewOn",
      "plan.steps", "plan.steps/step.what", "plan.steps/step.responsible", "plan.steps/step.due", "chronology.*");
  private static final Set<String> SHOWS = Set.of("case.summary", "case.matches", "case.matchRows", "case.objective", "case.risks", "case.consents",
      "consent.people", "case.parting", "plan.aim", "plan.reviewOn", "plan.steps", "case.allocatedService", "chronology.*", "answer.*");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CaseFile cases;
  private final CasePapers papers;
  private final CaseStore store;
  private final Clock clock;
  private final ThreadLocal<Looked> looked = new ThreadLocal<>();

  private record Looked(WeakReference<Submission> of, List<CaseRecord> matches) {}

  CaseForms(CaseFile cases, CasePapers papers, CaseStore store, Clock clock) {
    this.cases = cases;
    this.papers = papers;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Set<String> homes() {
    return Set.of("family", "child", "adult", "referrer", "case", "consent", "lawfulBasis", "agreement", "plan", "step", "match", "chronology", "answer");
  }

  @Override
  public Set<String> targets() {
    return TARGETS;
  }

  @Override
  public Set<String> shows() {
    return SHOWS;
  }

  @Override
  public Map<String, Object> store(Submission submission, Map<String, Object> answers) {
    var facts = new HashMap<String, Object>();
    var id = submission.fact(Fact.CASE_ID).map(CaseId::new).or(() -> referenced(submission, answers)).orElse(null);
    if (id == null && answers.containsKey("family.children")) {
      id = open(submission, answers);
    } else if (id != null) {
      storeAddress(id, answers);
      checkGivers(id, answers);
    }
    if (id != null) {
      facts.put(Fact.CASE_ID, id.value());
      facts.putAll(storeConsents(id, answers));
      storeRest(id, answers);
      storeMatches(id, answers);
      storePlan(id, answers);
      storeParting(id, answers);
    }
    storeAnswers(id, submission, answers);
    return facts;
  }

  @Override
  public Optional<Object> show(Submission submission, String path) {
    return submission.fact(Fact.CASE_ID).map(CaseId::new).flatMap(id -> switch (path) {
      case "case.summary" -> Optional.of(papers.summary(id));
      case "case.matches" -> Optional.of(matches(possibleMatches(submission, id)));
      case "case.matchRows" -> Optional.of(possibleMatches(submission, id).stream().map(match -> Map.of("case", match.id().value(), "about", about(match))).toList());
      case "case.objective" -> papers.objective(id);
      case "case.risks" -> Optional.of(papers.answers(id, "weighed"));
      case "case.consents" -> Optional.of(papers.consents(id));
      case "consent.people" -> Optional.of(consentRows(id));
      case "case.parting" -> Optional.of(partingRows(id));
      case "plan.aim" -> cases.plan(id).map(Plan::aim);
      case "plan.reviewOn" -> cases.plan(id).flatMap(Plan::reviewOn).map(LocalDate::toString);
      case "plan.steps" -> cases.plan(id).map(plan -> plan.steps().stream().map(CaseForms::stepRow).toList());
      case "case.allocatedService" -> cases.get(id).allocatedService().map(service -> cases.pack(id).profile().service(service).name());
      default -> path.startsWith("chronology.") ? Optional.of(entries(id, path.substring("chronology.".length()).toUpperCase()))
          : path.startsWith("answer.") ? Optional.ofNullable(cases.answers(id).get(path.substring("answer.".length()))) : Optional.empty();
    });
  }

  /** What was noted of that kind, the newest first. */
  private String entries(CaseId id, String kind) {
    var entries = cases.chronology(id).stream().filter(entry -> entry.kind().equals(kind))
        .map(entry -> WorkingCalendar.day(entry.at()) + ": " + entry.entry()).collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(entries);
    return String.join("\n\n", entries);
  }

  private Optional<CaseId> referenced(Submission submission, Map<String, Object> answers) {
    return Optional.ofNullable(answers.get("case.reference"))
        .map(reference -> cases.get(List.of(submission.authority()), reference.toString().strip()).id());
  }

  private CaseId open(Submission submission, Map<String, Object> answers) {
    return cases.open(new CaseFile.Opening(submission.authority(), submission.deploymentId(), text(answers, "case.route"),
        people(answers, "family.children", "child"), people(answers, "family.adults", "adult"), address(answers).orElse(null),
        new Family.Referrer(text(answers, "referrer.name"), text(answers, "referrer.email"), text(answers, "referrer.service")),
        optional(answers, "case.receivedOn").map(CaseForms::date)));
  }

  /** An address counts from its first piece: a line alone, a post code alone, or that it must be withheld. */
  private static Optional<Family.Address> address(Map<String, Object> answers) {
    var address = new Family.Address(NormalForm.tidy(text(answers, "family.addressLine")), NormalForm.tidy(text(answers, "family.postcode")),
        Boolean.TRUE.equals(answers.get("family.addressWithheld")));
    return Optional.of(address).filter(told -> told.told() || told.withheld());
  }

  private void storeAddress(CaseId id, Map<String, Object> answers) {
    optional(answers, "family.addressOpenReason").ifPresent(reason -> cases.liftWithholding(id, reason));
    address(answers).ifPresent(address -> cases.recordAddress(id, address));
  }

  /** @return for each purpose that was asked about, what now stands of it, as the fact {@code consent<Purpose>} */
  private Map<String, Object> storeConsents(CaseId id, Map<String, Object> answers) {
    var asked = new TreeSet<String>();
    var givers = new HashMap<String, Integer>();
    // Whoever is named by number first, so that a row typed by hand never counts as one of them.
    var rows = new ArrayList<>(rows(answers, "consent.people"));
    rows.sort(Comparator.comparing(row -> !row.containsKey("consent.person")));
    var persons = new HashSet<String>();
    rows.forEach(row -> optional(row, "consent.person").map(number -> cases.standing(id, number)).filter(person -> !persons.add(person)).ifPresent(person -> {
      throw new IllegalArgumentException("consent.person names one person in two rows; expected one row for each person, with what they said");
    }));
    rows.forEach(row -> asked.addAll(storeConsent(id, row, givers)));
    if (answers.containsValue(ConsentState.WITHDRAWN.name())) {
      optional(answers, "consent.giver").ifPresent(giver -> checkGave(id, giver));
    }
    asked.addAll(storeConsent(id, answers, givers));
    var standing = cases.consents(id);
    return asked.stream().collect(Collectors.toMap(
        purpose -> "consent" + Character.toUpperCase(purpose.charAt(0)) + purpose.substring(1), purpose -> standing.get(purpose).name()));
  }

  /**
   * @param givers how often each name stood in the form so far: two rows of one name are two people
   * @return the purposes that one person was asked about
   */
  private Set<String> storeConsent(CaseId id, Map<String, Object> row, Map<String, Integer> givers) {
    var asked = new TreeSet<String>();
    var person = optional(row, "consent.person").map(number -> person(id, number, text(row, "consent.giver")));
    var typed = optional(row, "consent.giver").map(NormalForm::tidy);
    var giver = typed.map(name -> numbered(name, givers.merge(NormalForm.name(name), 1, Integer::sum), person.isPresent()));
    row.forEach((path, value) -> {
      var purpose = path.startsWith("consent.") ? path.substring("consent.".length()) : "";
      if (!purpose.isEmpty() && !CONSENT_DETAILS.contains(purpose)) {
        asked.add(purpose);
        cases.recordConsent(id, new Consent(purpose, ConsentState.valueOf(value.toString()), giver, person,
            optional(row, "consent.capacity"), optional(row, "consent.obtainedBy"), optional(row, "consent.obtainedOn").map(CaseForms::date),
            optional(row, "consent.how"), optional(row, "consent.evidence"), optional(row, "consent.validUntil").map(CaseForms::date), optional(row, "consent.informed").map("YES"::equals)));
      }
    });
    return asked;
  }

  /** @return the id; a name that is another person's was typed over the one that the form showed */
  private String person(CaseId id, String number, String giver) {
    var person = cases.people(id).numbered("consent.person", cases.standing(id, number));
    if (giver != null && !NormalForm.name(giver).startsWith(NormalForm.name(person.name()))) {
      throw new IllegalArgumentException("consent.giver has " + giver.length() + " characters and is not the name of the person with that number in the"
          + " family file; expected the name as the form shows it, or a row of its own for somebody else");
    }
    return person.id();
  }

  /**
   * A bare name that two of the family have says nothing, and is asked for again. Not of a referral: it is taken as it is, its givers
   * stay known by name, and the form that asks next shows them beside the people of the family.
   */
  private void checkGivers(CaseId id, Map<String, Object> answers) {
    var people = cases.people(id);
    var byName = cases.consentRecords(id).stream().filter(consent -> consent.personId().isEmpty()).flatMap(consent -> consent.giver().stream()).toList();
    Stream.concat(rows(answers, "consent.people").stream(), Stream.of(answers)).filter(row -> !row.containsKey("consent.person"))
        .flatMap(row -> optional(row, "consent.giver").stream())
        .filter(giver -> people.ambiguous(giver) && byName.stream().noneMatch(known -> Namesakes.alike(known, giver))).findFirst().ifPresent(giver -> {
          throw new IllegalArgumentException("consent.giver has " + giver.length() + " characters and is the name of two people of the family;"
              + " expected the name with the relation or the birthday in brackets, as the form shows it");
        });
  }

  /** One person's withdrawal can close the case, so that a slip in a name must not count as one. */
  private void checkGave(CaseId id, String giver) {
    var known = cases.people(id).named(giver).isPresent() || cases.consentRecords(id).stream().flatMap(consent -> consent.giver().stream()).anyMatch(name -> Namesakes.alike(name, giver));
    if (!known) {
      throw new IllegalArgumentException("consent.giver has " + giver.length() + " characters and is the name of nobody of the family and of nobody who has agreed;"
          + " expected the name as it stands in the case");
    }
  }

  private static String numbered(String name, int times, boolean known) {
    return known || times == 1 ? name : name + " (" + times + ")";
  }

  private void storeMatches(CaseId id, Map<String, Object> answers) {
    rows(answers, "case.matches").stream().filter(row -> !"NOT_SURE".equals(text(row, "match.verdict")))
        .forEach(row -> cases.judgeMatch(id, new CaseId(text(row, "match.case")), "SAME".equals(text(row, "match.verdict"))));
  }

  private void storePlan(CaseId id, Map<String, Object> answers) {
    if (answers.containsKey("plan.aim")) {
      cases.plan(id, new Plan(text(answers, "plan.aim"), optional(answers, "plan.reviewOn").map(CaseForms::date),
          rows(answers, "plan.steps").stream().map(row -> new Plan.Step(text(row, "step.what"), text(row, "step.responsible"),
              optional(row, "step.due").map(CaseForms::date))).toList()));
    }
    if (answers.containsKey("lawfulBasis.basis")) {
      cases.recordLawfulBasis(id, new LawfulBasis(optional(answers, "lawfulBasis.purpose").orElse("sharing"), text(answers, "lawfulBasis.basis"),
          text(answers, "lawfulBasis.reason")));
    }
    if (answers.containsKey("agreement.state")) {
      cases.recordAgreement(id, new ServiceAgreement(cases.get(id).allocatedService().orElseThrow(() -> new IllegalArgumentException(
          "agreement.state is given, but the case is allocated to no service; expected one")), "YES".equals(text(answers, "agreement.state")),
          optional(answers, "agreement.by").orElse("The family"), optional(answers, "agreement.on").map(CaseForms::date)));
    }
  }

  private void storeParting(CaseId id, Map<String, Object> answers) {
    var children = new Namesakes(cases.family(id).children());
    var parting = rows(answers, "case.parting").stream().filter(row -> "APART".equals(text(row, "child.way"))).map(row -> child(id, children, row).id()).toList();
    if (!parting.isEmpty()) {
      cases.split(id, parting, optional(answers, "case.partingReason").orElse("Decided for each on their own"));
    }
  }

  private Family.Person child(CaseId id, Namesakes children, Map<String, Object> row) {
    return optional(row, "child.person").map(number -> children.numbered("child.person", cases.standing(id, number)))
        .or(() -> optional(row, "child.name").flatMap(children::named))
        .orElseThrow(() -> new IllegalArgumentException("child.name names no child of the case, or more than one; expected a child as the form shows it"));
  }

  private List<Map<String, Object>> partingRows(CaseId id) {
    var children = new Namesakes(cases.family(id).children());
    return children.people().stream().map(child ->
        Map.<String, Object>of("person", children.number(child), "child", children.nameAndBirthday(child), "way", "TOGETHER")).toList();
  }

  /**
   * One row for each adult with parental responsibility (for each adult, where nobody is known to have it) and for whoever answered
   * before, with what stands already; what has expired is asked again.
   */
  private List<Map<String, Object>> consentRows(CaseId id) {
    var rows = new LinkedHashMap<String, Map<String, Object>>();
    var people = cases.people(id);
    var adults = cases.family(id).adults();
    var responsible = adults.stream().filter(Family.Person::parentalResponsibility).toList();
    (responsible.isEmpty() ? adults : responsible).forEach(adult ->
        rows.computeIfAbsent(adult.id(), key -> consentRow(people, adult)).put("capacity", adult.parentalResponsibility() ? "PARENT" : "CARER"));
    cases.consentRecords(id).forEach(consent -> consent.giver().ifPresent(giver -> {
      var person = consent.personId().flatMap(known -> people.people().stream().filter(one -> one.id().equals(known)).findFirst());
      var row = rows.computeIfAbsent(person.map(Family.Person::id).orElseGet(() -> NormalForm.name(giver)),
          key -> person.map(known -> consentRow(people, known)).orElseGet(() -> new LinkedHashMap<>(Map.of("giver", giver))));
      if (consent.state() != ConsentState.EXPIRED) {
        row.put(consent.purpose(), consent.state().name());
      }
      consent.capacity().ifPresent(capacity -> row.put("capacity", capacity));
    }));
    return List.copyOf(rows.values());
  }

  private static Map<String, Object> consentRow(Namesakes people, Family.Person person) {
    return new LinkedHashMap<>(Map.of("person", people.number(person), "giver", people.name(person)));
  }

  private static Map<String, Object> stepRow(Plan.Step step) {
    var row = new LinkedHashMap<String, Object>(Map.of("what", step.what(), "responsible", step.responsible()));
    step.dueOn().ifPresent(day -> row.put("due", day.toString()));
    return row;
  }

  private String about(CaseRecord match) {
    return store.children(match.id()).stream().map(child -> child.name() + (child.dateOfBirth() == null ? "" : ", born " + child.dateOfBirth())).collect(Collectors.joining("; "))
        + " - " + (match.open() ? "open, " + match.stage() : "closed");
  }

  private void storeRest(CaseId id, Map<String, Object> answers) {
    answers.forEach((path, value) -> {
      if (path.startsWith("chronology.")) {
        cases.note(id, path.substring("chronology.".length()).toUpperCase(), value.toString(), "");
      } else if (path.equals("case.leadProfessional")) {
        cases.nameLeadProfessional(id, value.toString());
      } else if (path.equals("case.allocatedService")) {
        cases.allocate(id, value.toString());
      }
    });
  }

  /** Answers reach here as {@code answer.<key>}, one for each field whose target is {@code answer}. */
  private void storeAnswers(CaseId id, Submission submission, Map<String, Object> answers) {
    answers.forEach((path, value) -> {
      if (path.startsWith("answer.")) {
        store.insertAnswer(id, submission.fact(Fact.MEETING_ID).orElse(null), submission.form(), submission.deploymentId(),
            path.substring("answer.".length()), written(value), clock.instant(), submission.user());
      }
    });
  }

  private static String written(Object value) {
    try {
      return value instanceof String text ? text : JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written as JSON", e);
    }
  }

  /** A form that shows them twice asks once. */
  private List<CaseRecord> possibleMatches(Submission submission, CaseId id) {
    var last = looked.get();
    if (last == null || last.of().get() != submission) {
      last = new Looked(new WeakReference<>(submission), cases.possibleMatches(id));
      looked.set(last);
    }
    return last.matches();
  }

  private String matches(List<CaseRecord> matches) {
    return matches.isEmpty() ? "No other case has a child of the same name and birthday, or the same family name and address." : matches.stream()
        .map(match -> match.id() + " (" + (match.open() ? "open" : "closed") + ", " + match.stage() + ")")
        .collect(Collectors.joining(", ", (matches.size() < CaseFile.MATCHES ? "Possible matches: " : "The newest possible matches, and there may be more: "), ""));
  }

  private static List<Family.Person> people(Map<String, Object> answers, String path, String prefix) {
    var people = new ArrayList<Family.Person>();
    rows(answers, path).forEach(row -> people.add(new Family.Person(null,
        nameOrNone(row, prefix, "givenName"), nameOrNone(row, prefix, "familyName"),
        Optional.ofNullable(text(row, prefix + ".dateOfBirth")).map(CaseForms::date).orElse(null),
        NormalForm.tidy(text(row, prefix + ".relation")), Boolean.TRUE.equals(row.get(prefix + ".parentalResponsibility")))));
    return people;
  }

  /** A person is known by two names; by one alone only if the form was told that there is no other. */
  private static String nameOrNone(Map<String, Object> row, String prefix, String part) {
    var name = NormalForm.tidy(text(row, prefix + "." + part));
    if (name != null) {
      return name;
    }
    var other = NormalForm.tidy(text(row, prefix + (part.equals("givenName") ? ".familyName" : ".givenName")));
    if (other == null || !Boolean.TRUE.equals(row.get(prefix + ".oneName"))) {
      throw new IllegalArgumentException(prefix + "." + part + ": got nothing, expected a name, or that the person has one name only");
    }
    return "";
  }

  private static LocalDate date(String text) {
    return FormDate.of(text);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, Object> answers, String path) {
    return (List<Map<String, Object>>) answers.getOrDefault(path, List.of());
  }

  private static Optional<String> optional(Map<String, Object> answers, String path) {
    return Optional.ofNullable(text(answers, path)).filter(text -> !text.isBlank());
  }

  private static String text(Map<String, Object> answers, String path) {
    return Optional.ofNullable(answers.get(path)).map(Object::toString).orElse(null);
  }
}
