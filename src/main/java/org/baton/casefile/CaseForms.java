package org.baton.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baton.protocol.Fact;
import org.baton.protocol.FormStore;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps what forms say about a case: a start form that brings children opens one; every other form adds to the case it belongs to.
 *
 * <p>Targets: {@code family.children}, {@code family.adults} (repeated, with {@code child.*} and {@code adult.*}), {@code family.*},
 * {@code referrer.*}, {@code case.*}, {@code consent.<purpose>} and its details, {@code chronology.<kind>}, {@code answer}.
 */
@Component
@Order(1)
class CaseForms implements FormStore {

  private static final Set<String> CONSENT_DETAILS = Set.of("giver", "capacity", "obtainedBy", "obtainedOn", "how", "evidence");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CaseFile cases;
  private final CaseStore store;
  private final Clock clock;

  CaseForms(CaseFile cases, CaseStore store, Clock clock) {
    this.cases = cases;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Set<String> homes() {
    return Set.of("family", "child", "adult", "referrer", "case", "consent", "chronology", "answer");
  }

  @Override
  public Map<String, Object> store(Submission submission, Map<String, Object> answers) {
    var facts = new HashMap<String, Object>();
    var id = submission.fact(Fact.CASE_ID).map(CaseId::new).or(() -> referenced(submission, answers)).orElse(null);
    if (id == null && answers.containsKey("family.children")) {
      id = open(submission, answers);
    }
    if (id != null) {
      facts.put(Fact.CASE_ID, id.value());
      storeConsents(id, answers);
      storeRest(id, answers);
    }
    storeAnswers(id, submission, answers);
    return facts;
  }

  @Override
  public Optional<Object> show(Submission submission, String path) {
    return submission.fact(Fact.CASE_ID).map(CaseId::new).flatMap(id -> switch (path) {
      case "case.summary" -> Optional.of(summary(id));
      case "case.matches" -> Optional.of(matches(id));
      case "case.consents" -> Optional.of(cases.consents(id).entrySet().stream()
          .map(consent -> consent.getKey() + ": " + consent.getValue().name().toLowerCase()).collect(Collectors.joining(", ")));
      case "case.allocatedService" -> cases.get(id).allocatedService().map(service -> cases.pack(id).profile().service(service).name());
      default -> path.startsWith("answer.") ? Optional.ofNullable(cases.answers(id).get(path.substring("answer.".length()))) : Optional.empty();
    });
  }

  private Optional<CaseId> referenced(Submission submission, Map<String, Object> answers) {
    return Optional.ofNullable(answers.get("case.reference"))
        .map(reference -> cases.get(List.of(submission.authority()), reference.toString().strip()).id());
  }

  private CaseId open(Submission submission, Map<String, Object> answers) {
    var address = answers.containsKey("family.postcode")
        ? new Family.Address(text(answers, "family.addressLine"), text(answers, "family.postcode"), Boolean.TRUE.equals(answers.get("family.addressWithheld")))
        : null;
    return cases.open(new CaseFile.Opening(submission.authority(), submission.deploymentId(), text(answers, "case.route"),
        people(answers, "family.children", "child"), people(answers, "family.adults", "adult"), address,
        new Family.Referrer(text(answers, "referrer.name"), text(answers, "referrer.email"), text(answers, "referrer.service"))));
  }

  private void storeConsents(CaseId id, Map<String, Object> answers) {
    var details = new LinkedHashMap<String, String>();
    CONSENT_DETAILS.forEach(detail -> Optional.ofNullable(text(answers, "consent." + detail)).ifPresent(value -> details.put(detail, value)));
    var on = Optional.ofNullable(details.get("obtainedOn")).map(CaseForms::date).orElse(null);
    answers.forEach((path, value) -> {
      var purpose = path.startsWith("consent.") ? path.substring("consent.".length()) : "";
      if (!purpose.isEmpty() && !CONSENT_DETAILS.contains(purpose)) {
        cases.recordConsent(id, purpose, ConsentState.valueOf(value.toString()), details, on);
      }
    });
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

  private String summary(CaseId id) {
    var record = cases.get(id);
    var family = cases.family(id);
    var profile = cases.pack(id).profile();
    return "**" + id + "** · " + family.children().stream()
        .map(child -> child.name() + (child.dateOfBirth() == null ? "" : " (born " + child.dateOfBirth() + ")")).collect(Collectors.joining(", "))
        + family.address().map(address -> " · " + address.shown()).orElse("")
        + " · held by " + profile.service(record.holder()).name()
        + " · referred by " + family.referrer().name() + ", " + profile.service(family.referrer().service()).name();
  }

  private String matches(CaseId id) {
    var matches = cases.possibleMatches(id);
    return matches.isEmpty() ? "No other case has a child of the same name and birthday." : matches.stream()
        .map(match -> match.id() + " (" + (match.open() ? "open" : "closed") + ", " + match.stage() + ")")
        .collect(Collectors.joining(", ", "Possible matches: ", ""));
  }

  @SuppressWarnings("unchecked")
  private static List<Family.Person> people(Map<String, Object> answers, String path, String prefix) {
    var people = new ArrayList<Family.Person>();
    ((List<Map<String, Object>>) answers.getOrDefault(path, List.of())).forEach(row -> people.add(new Family.Person(null,
        text(row, prefix + ".givenName"), text(row, prefix + ".familyName"),
        Optional.ofNullable(text(row, prefix + ".dateOfBirth")).map(CaseForms::date).orElse(null),
        text(row, prefix + ".relation"), Boolean.TRUE.equals(row.get(prefix + ".parentalResponsibility")))));
    return people;
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text.substring(0, 10));
  }

  private static String text(Map<String, Object> answers, String path) {
    return Optional.ofNullable(answers.get(path)).map(Object::toString).orElse(null);
  }
}
