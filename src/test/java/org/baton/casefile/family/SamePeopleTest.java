package org.baton.casefile.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.baton.casefile.family.Family.Person;
import org.junit.jupiter.api.Test;

/** Who of two family files is one person: nobody twice, and nobody by guessing. */
class SamePeopleTest {

  @Test
  void a_person_is_the_same_by_name_however_typed_and_by_birthday_where_both_know_it() {
    assertThat(SamePeople.in(List.of(person("a", "Sinéad", "2015-03-05", null)), List.of(person("b", "Sinead", "2015-03-05", null)))).containsEntry("b", "a");
    assertThat(SamePeople.in(List.of(person("a", "Ola", null, null)), List.of(person("b", "Ola", "2015-03-05", null)))).containsEntry("b", "a");
    assertThat(SamePeople.in(List.of(person("a", "Ola", "2018-03-05", null)), List.of(person("b", "Ola", "2015-03-05", null)))).isEmpty();
  }

  @Test
  void a_mother_and_a_father_of_one_name_stay_two() {
    assertThat(SamePeople.in(List.of(person("a", "Jo", null, "Mother")), List.of(person("b", "Jo", null, "Father")))).isEmpty();
    assertThat(SamePeople.in(List.of(person("a", "Jo", null, "Father"), person("c", "Jo", null, "Mother")),
        List.of(person("b", "Jo", null, "mother"), person("d", "Jo", null, "father")))).containsEntry("b", "c").containsEntry("d", "a");
  }

  @Test
  void twins_stay_two_and_one_of_whom_nobody_can_say_which_it_is_stays_a_person_of_its_own() {
    var twins = List.of(person("a", "Baby", null, null), person("b", "Baby", null, null));
    assertThat(SamePeople.in(twins, List.of(person("c", "Baby", null, null), person("d", "Baby", null, null)))).containsEntry("c", "a").containsEntry("d", "b");
    assertThat(SamePeople.in(twins, List.of(person("c", "Baby", null, null)))).isEmpty();
    assertThat(SamePeople.in(List.of(), twins)).isEmpty();
  }

  @Test
  void whoever_the_two_families_are_made_of_nobody_is_two_people_and_no_name_or_birthday_is_contradicted() {
    for (var seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      var kept = family(random, "k");
      var merged = family(random, "m");
      var same = SamePeople.in(kept, merged);
      assertThat(new HashSet<>(same.values())).as("seed %s", seed).hasSize(same.size());
      same.forEach((there, here) -> {
        var one = merged.stream().filter(person -> person.id().equals(there)).findFirst().orElseThrow();
        var other = kept.stream().filter(person -> person.id().equals(here)).findFirst().orElseThrow();
        assertThat(one.name()).isEqualTo(other.name());
        assertThat(one.dateOfBirth() == null || other.dateOfBirth() == null || one.dateOfBirth().equals(other.dateOfBirth())).isTrue();
      });
    }
  }

  private static List<Person> family(Random random, String side) {
    var people = new ArrayList<Person>();
    for (var i = random.nextInt(6); i > 0; i--) {
      people.add(person(side + i, random.nextBoolean() ? "Ola" : "Ben", random.nextBoolean() ? null : "201" + random.nextInt(2) + "-01-01",
          random.nextInt(3) == 0 ? "Mother" : random.nextBoolean() ? "Father" : null));
    }
    return people;
  }

  private static Person person(String id, String given, String born, String relation) {
    return new Person(id, given, "Penn", born == null ? null : LocalDate.parse(born), relation, false);
  }
}
