package org.baton.casefile.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people of one family as forms name them, so that two of one name stay two: each has a number that forms send back, and a name
 * that says more where the bare name says too little.
 */
public record Namesakes(List<Family.Person> people) {

  private static final int NUMBER = 8;
  /** Longest name that a form shows, in characters: no longer than the field that takes it back. */
  private static final int LONGEST = 200;

  public Namesakes {
    people = List.copyOf(people.stream().collect(Collectors.toMap(Family.Person::id, person -> person, (one, same) -> one, LinkedHashMap::new)).values());
  }

  /** The beginning of the person's id that nobody else of the family has. */
  public String number(Family.Person person) {
    var start = person.id().substring(0, Math.min(NUMBER, person.id().length()));
    return people.stream().filter(other -> other.id().startsWith(start)).count() < 2 ? start : person.id();
  }

  /** The person's name, with relation, birthday or number as far as others of the family have the same. */
  public String name(Family.Person person) {
    return shown(person, Family.Person::name, one -> told(one, one.relation()), one -> told(one, one.relation(), born(one)));
  }

  /** The person's name and birthday, with the number if others of the family have the same. */
  public String nameAndBirthday(Family.Person person) {
    return shown(person, one -> one.name() + (one.dateOfBirth() == null ? "" : ", " + born(one)));
  }

  /** @throws IllegalArgumentException if nobody of the family, or more than one person, has that number */
  public Family.Person numbered(String field, String number) {
    var found = people.stream().filter(person -> person.id().startsWith(number.strip())).toList();
    if (found.size() != 1 || number.strip().length() < NUMBER) {
      throw new IllegalArgumentException(field + " has " + number.length() + " characters and is the number of " + found.size()
          + " people of the family; expected a number as the form shows it, or none");
    }
    return found.get(0);
  }

  /** The one person of that name; empty if it is nobody's or more than one person's. */
  public Optional<Family.Person> named(String name) {
    return Stream.<Function<Family.Person, String>>of(Family.Person::name, this::name, this::nameAndBirthday)
        .map(form -> people.stream().filter(person -> alike(form.apply(person), name)).toList())
        .filter(found -> found.size() == 1).findFirst().map(found -> found.get(0));
  }

  public boolean ambiguous(String name) {
    return people.stream().filter(person -> alike(person.name(), name)).count() > 1;
  }

  public static boolean alike(String one, String other) {
    return NormalForm.name(one).equals(NormalForm.name(other));
  }

  @SafeVarargs
  private String shown(Family.Person person, Function<Family.Person, String>... forms) {
    return Stream.of(forms).filter(form -> people.stream().filter(other -> alike(form.apply(other), form.apply(person))).count() < 2).findFirst()
        .map(form -> cut(form.apply(person), LONGEST))
        .orElseGet(() -> cut(forms[forms.length - 1].apply(person), LONGEST - 45) + ", no. " + number(person));
  }

  private static String told(Family.Person person, String... details) {
    var more = Stream.of(details).filter(detail -> detail != null && !detail.isBlank()).collect(Collectors.joining(", "));
    return person.name() + (more.isEmpty() ? "" : " (" + more + ")");
  }

  private static String born(Family.Person person) {
    return person.dateOfBirth() == null ? "" : "born " + person.dateOfBirth();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
