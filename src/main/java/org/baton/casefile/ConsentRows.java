package org.baton.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

/**
 * One row for each adult with parental responsibility (for each adult, where nobody is known to have it) and for whoever answered
 * before, with what stands already; what has expired is asked again.
 */
@Component
@Shows(value = "consent.people", about = "A row for each person that is asked for consent, with what stands already under the key of each purpose")
class ConsentRows implements CaseShow<List<Map<String, Object>>> {

  private final CaseFile cases;

  ConsentRows(CaseFile cases) {
    this.cases = cases;
  }

  @Override
  public Optional<List<Map<String, Object>>> show(Submission submission, CaseId id, String word) {
    var rows = new LinkedHashMap<String, Map<String, Object>>();
    var people = cases.people(id);
    var adults = cases.family(id).adults();
    var responsible = adults.stream().filter(Family.Person::parentalResponsibility).toList();
    (responsible.isEmpty() ? adults : responsible).forEach(adult ->
        rows.computeIfAbsent(adult.id(), key -> row(people, adult)).put("capacity", adult.parentalResponsibility() ? "PARENT" : "CARER"));
    cases.consentRecords(id).forEach(consent -> consent.giver().ifPresent(giver -> {
      var person = consent.personId().flatMap(known -> people.people().stream().filter(one -> one.id().equals(known)).findFirst());
      var row = rows.computeIfAbsent(person.map(Family.Person::id).orElseGet(() -> NormalForm.name(giver)),
          key -> person.map(known -> row(people, known)).orElseGet(() -> new LinkedHashMap<>(Map.of("giver", giver))));
      if (consent.state() != ConsentState.EXPIRED) {
        row.put(consent.purpose(), consent.state().name());
      }
      consent.capacity().ifPresent(capacity -> row.put("capacity", capacity));
    }));
    return Optional.of(List.copyOf(rows.values()));
  }

  private static Map<String, Object> row(Namesakes people, Family.Person person) {
    return new LinkedHashMap<>(Map.of("person", people.number(person), "giver", people.name(person)));
  }
}
