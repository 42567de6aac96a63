package org.baton.casefile.paper;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.People;
import org.baton.protocol.Fact;
import org.baton.protocol.LetterData;
import org.springframework.stereotype.Component;

/** What letters say about the case and its family; an address only if it is not withheld. */
@Component
class CaseLetterData implements LetterData {

  private final CaseFile cases;
  private final People people;
  private final CasePapers papers;

  CaseLetterData(CaseFile cases, People people, CasePapers papers) {
    this.cases = cases;
    this.people = people;
    this.papers = papers;
  }

  @Override
  public Set<String> names() {
    return Set.of("caseId", "paper", "children", "referrer", "referringService", "address", "allocatedService", "leadProfessional");
  }

  @Override
  public Set<String> personal() {
    return Set.of("paper", "children", "address");
  }

  @Override
  public Map<String, Object> data(Map<String, Object> facts) {
    if (!facts.containsKey(Fact.CASE_ID)) {
      return Map.of();
    }
    var id = new CaseId((String) facts.get(Fact.CASE_ID));
    var record = cases.get(id);
    var family = people.family(id);
    var pack = cases.pack(record);
    var profile = pack.profile();
    return Map.of(
        "caseId", id.value(),
        "paper", (Supplier<String>) () -> papers.paper(id),
        "children", family.children().stream().map(Family.Person::name).collect(Collectors.joining(", ")),
        "referrer", family.referrer().name(),
        "referringService", profile.serviceName(family.referrer().service()),
        "address", family.address().map(Family.Address::shown).orElseGet(() -> pack.say("address.unknown")),
        "allocatedService", record.allocatedService().map(profile::serviceName).orElseGet(() -> pack.say("service.noneYet")),
        "leadProfessional", record.leadProfessional().orElseGet(() -> pack.say("lead.notNamedYet")));
  }
}
