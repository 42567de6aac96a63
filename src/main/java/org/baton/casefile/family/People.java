package org.baton.casefile.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the families. */
@Service
@Transactional(readOnly = true)
public class People {

  private final FamilyStore store;
  private final CaseFile cases;

  People(FamilyStore store, CaseFile cases) {
    this.store = store;
    this.cases = cases;
  }

  /** The family of a case, with those children that the case is about. */
  public Family family(CaseId id) {
    var record = cases.get(id);
    return new Family(store.children(id), store.people(record.familyId(), "ADULT"), address(record), store.referrer(id));
  }

  /** The children that the case is about. */
  public List<Family.Person> children(CaseId id) {
    return store.children(id);
  }

  /** Their names, in one text. */
  public String childrenByName(CaseId id) {
    return children(id).stream().map(Family.Person::name).collect(Collectors.joining(", "));
  }

  /** Those whose consent can be recorded: the adults of the family and the children of the case. */
  public Namesakes whoCanBeAsked(CaseId id) {
    var people = new ArrayList<>(store.people(cases.get(id).familyId(), "ADULT"));
    people.addAll(store.children(id));
    return new Namesakes(people);
  }

  /** The id, or the beginning of one, that holds for a person now: it may be another since two records were found to be one person. */
  public String standing(CaseId id, String person) {
    return store.standing(cases.get(id).familyId(), person.strip());
  }

  /** The newest that was told with the case, else with another case of the family; withheld if that place ever was and nobody lifted it. */
  Optional<Family.Address> address(CaseRecord record) {
    var all = store.addresses(record.familyId(), record.id());
    return Stream.concat(all.stream().filter(FamilyStore.Told::own), all.stream()).map(FamilyStore.Told::address).filter(Family.Address::told).findFirst()
        .or(() -> withheld(all).map(FamilyStore.Told::address).findFirst())
        .map(newest -> new Family.Address(newest.line(), newest.postcode(), withheld(all).anyMatch(told -> told.address().maySharePlaceWith(newest))));
  }

  static Stream<FamilyStore.Told> withheld(List<FamilyStore.Told> all) {
    return all.stream().filter(told -> told.address().withheld());
  }
}
