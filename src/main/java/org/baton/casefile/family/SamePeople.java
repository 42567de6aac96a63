package org.baton.casefile.family;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.baton.casefile.family.Family.Person;

/**
 * Who of one family is who of another, when a person has said that both are one family: by name, and by birthday and relation as far as
 * both are known. Nobody is matched twice, and where it cannot be told who is who, all stay people of their own.
 */
final class SamePeople {

  /** From the surest to the least sure; what contradicts itself is never the same person. */
  private static final List<BiPredicate<Person, Person>> SURENESS = List.of(
      (one, other) -> named(one, other) && one.dateOfBirth() != null && one.dateOfBirth().equals(other.dateOfBirth()) && related(one, other),
      (one, other) -> named(one, other) && born(one, other) && one.relation() != null && related(one, other) && other.relation() != null,
      (one, other) -> named(one, other) && born(one, other) && related(one, other));

  private SamePeople() {}

  /** @return of the second family's people those who are in the first too: id there to id here */
  static Map<String, String> in(List<Person> kept, List<Person> merged) {
    var same = new LinkedHashMap<String, String>();
    var here = new ArrayList<>(kept);
    var there = new ArrayList<>(merged);
    for (var sure : SURENESS) {
      var found = new LinkedHashMap<Person, Person>();
      for (var person : there) {
        var candidates = here.stream().filter(one -> sure.test(one, person)).toList();
        var rivals = there.stream().filter(other -> candidates.stream().anyMatch(one -> sure.test(one, other))).toList();
        // As many on one side as on the other, none of whom can be told from the next: one to one in their order.
        if (!candidates.isEmpty() && candidates.size() == rivals.size() && rivals.stream().allMatch(rival -> candidates.stream().allMatch(one -> sure.test(one, rival)))) {
          found.put(person, candidates.get(rivals.indexOf(person)));
        }
      }
      found.forEach((person, as) -> same.put(person.id(), as.id()));
      here.removeAll(found.values());
      there.removeAll(found.keySet());
    }
    return same;
  }

  private static boolean named(Person one, Person other) {
    return Namesakes.alike(one.givenName(), other.givenName()) && Namesakes.alike(one.familyName(), other.familyName());
  }

  private static boolean born(Person one, Person other) {
    return one.dateOfBirth() == null || other.dateOfBirth() == null || one.dateOfBirth().equals(other.dateOfBirth());
  }

  private static boolean related(Person one, Person other) {
    return one.relation() == null || other.relation() == null || Namesakes.alike(one.relation(), other.relation());
  }
}
