package org.baton.casefile.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.Namesakes;
import org.baton.casefile.family.NormalForm;
import org.baton.casefile.family.People;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

/**
 * One row for each adult with parental responsibility (for each adult, where nobody is known to have it) and for whoever answered
 * before, with what stands already; what has expired is asked again.
 */
@Component
@Shows(value = "consent.people", about = "A row for each person that is asked for consent, with what stands already under the key of each purpose, and who asked, when, how, and where it can be seen")
class ConsentRows implements CaseShow<List<Map<String, Object>>> {

  private final People people;
  private final Consents consents;

  ConsentRows(People people, Consents consents) {
    this.people = people;
    this.consents = consents;
  }

  @Override
  public Optional<List<Map<String, Object>>> show(Submission submission, CaseId id, String word) {
    var rows = new LinkedHashMap<String, Map<String, Object>>();
    var named = people.whoCanBeAsked(id);
    var adults = people.family(id).adults();
    var responsible = adults.stream().filter(Family.Person::parentalResponsibility).toList();
    (responsible.isEmpty() ? adults : responsible).forEach(adult ->
        rows.computeIfAbsent(adult.id(), key -> row(named, adult)).put("capacity", adult.parentalResponsibility() ? "PARENT" : "CARER"));
    consents.of(id).forEach(consent -> consent.giver().ifPresent(giver -> {
      var person = consent.personId().flatMap(known -> named.people().stream().filter(one -> one.id().equals(known)).findFirst());
      var row = rows.computeIfAbsent(person.map(Family.Person::id).orElseGet(() -> NormalForm.name(giver)),
          key -> person.map(known -> row(named, known)).orElseGet(() -> new LinkedHashMap<>(Map.of("giver", giver))));
      if (consent.state() != ConsentState.EXPIRED && consent.state() != ConsentState.MISSING) {
        consent.on().ifPresent(day -> row.put("obtainedOn", day.toString()));
        consent.validUntil().ifPresent(day -> row.put("validUntil", day.toString()));
      }
      if (consent.state() != ConsentState.EXPIRED) {
        row.put(consent.purpose(), consent.state().name());
        consent.informed().ifPresent(informed -> row.put("informed", informed ? "YES" : "NO"));
        consent.obtainedBy().ifPresent(by -> row.put("obtainedBy", by));
        consent.how().ifPresent(how -> row.put("how", how));
        consent.evidence().ifPresent(evidence -> row.put("evidence", evidence));
      }
      consent.capacity().ifPresent(capacity -> row.put("capacity", capacity));
    }));
    return Optional.of(List.copyOf(rows.values()));
  }

  private static Map<String, Object> row(Namesakes people, Family.Person person) {
    return new LinkedHashMap<>(Map.of("person", people.number(person), "giver", people.name(person)));
  }
}
