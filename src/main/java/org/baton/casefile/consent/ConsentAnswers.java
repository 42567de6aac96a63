package org.baton.casefile.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseTarget;
import org.baton.casefile.family.Namesakes;
import org.baton.casefile.family.NormalForm;
import org.baton.casefile.family.People;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** What people say when they are asked for their consent. A fact {@code consent<Purpose>} says afterwards what stands of each purpose that was asked about. */
@Component
class ConsentAnswers implements CaseTarget<ConsentAnswers.Said> {

  private static final String PERSON = "consent.person";

  record Said(
      @TargetPath(value = "consent.people", about = "What each person says that is asked for consent") List<Answer> people,
      Answer alone) {}

  record Answer(
      @TargetPath(value = PERSON, about = "The number of the person in the family file, as the form shows it") Optional<String> person,
      @TargetPath(value = "consent.giver", about = "The name of the person that is asked", room = 450) Optional<String> giver,
      @TargetPath(value = "consent.capacity", about = "In which capacity: parent, carer, young person", room = 60) Optional<String> capacity,
      @TargetPath(value = "consent.obtainedBy", about = "Who asked", room = 200) Optional<String> obtainedBy,
      @TargetPath(value = "consent.obtainedOn", about = "The day on which the person said so") Optional<LocalDate> obtainedOn,
      @TargetPath(value = "consent.how", about = "How: in person, by telephone, in writing", room = 200) Optional<String> how,
      @TargetPath(value = "consent.evidence", about = "Where that is written down") Optional<String> evidence,
      @TargetPath(value = "consent.validUntil", about = "The last day of the consent") Optional<LocalDate> validUntil,
      @TargetPath(value = "consent.informed", about = "Whether the person was told what it is for") Optional<Boolean> informed,
      @TargetPath(value = "consent.*", about = "What the person says to the purpose that the last word names", sets = "consent*") Map<String, ConsentState> purposes) {

    boolean says(ConsentState state) {
      return purposes.containsValue(state);
    }

    Consent consent(String purpose, ConsentState state, Optional<String> giver, Optional<String> personId) {
      return new Consent(purpose, state, giver, personId, capacity, obtainedBy, obtainedOn, how, evidence, validUntil, informed);
    }
  }

  private final People people;
  private final Consents consents;

  ConsentAnswers(People people, Consents consents) {
    this.people = people;
    this.consents = consents;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Said said) {
    if (!CaseTarget.ofOpening(submission)) {
      requireClearNames(id, said);
    }
    requireEachOnce(id, said.people());
    var givers = new HashMap<String, Integer>();
    // Whoever is named by number first, so that a row typed by hand never counts as one of them.
    said.people().stream().sorted(Comparator.comparing(row -> row.person().isEmpty())).forEach(row -> record(id, row, givers));
    if (said.alone().says(ConsentState.WITHDRAWN)) {
      said.alone().giver().ifPresent(giver -> requireKnown(id, giver));
    }
    record(id, said.alone(), givers);
    var asked = new TreeSet<String>();
    Stream.concat(said.people().stream(), Stream.of(said.alone())).forEach(answer -> asked.addAll(answer.purposes().keySet()));
    var standing = consents.standing(id);
    return asked.stream().collect(Collectors.toMap(
        Consents::fact, purpose -> standing.get(purpose).name()));
  }

  private void requireEachOnce(CaseId id, List<Answer> rows) {
    var persons = new HashSet<String>();
    rows.forEach(row -> row.person().map(number -> people.standing(id, number)).filter(person -> !persons.add(person)).ifPresent(person -> {
      throw new IllegalArgumentException(PERSON + " names one person in two rows; expected one row for each person, with what they said");
    }));
  }

  /** @param givers how often each name stood in the form so far: two rows of one name are two people */
  private void record(CaseId id, Answer answer, Map<String, Integer> givers) {
    if (answer.says(ConsentState.NOT_NEEDED) && answer.evidence().isEmpty()) {
      throw new IllegalArgumentException("consent.evidence is empty for somebody whose agreement is not needed; expected why it is not");
    }
    var person = answer.person().map(number -> person(id, number, answer.giver()));
    var giver = answer.giver().map(NormalForm::tidy).map(name -> numbered(name, givers.merge(NormalForm.name(name), 1, Integer::sum), person.isPresent()));
    answer.purposes().forEach((purpose, state) -> consents.record(id, answer.consent(purpose, state, giver, person)));
  }

  /** @return the id; a name that is another person's was typed over the one that the form showed */
  private String person(CaseId id, String number, Optional<String> giver) {
    var person = people.whoCanBeAsked(id).numbered(PERSON, people.standing(id, number));
    giver.filter(name -> !NormalForm.name(name).startsWith(NormalForm.name(person.name()))).ifPresent(name -> {
      throw new IllegalArgumentException("consent.giver has " + name.length() + " characters and is not the name of the person with that number in the"
          + " family file; expected the name as the form shows it, or a row of its own for somebody else");
    });
    return person.id();
  }

  /**
   * A bare name that two of the family have says nothing, and is asked for again. Not of a referral: it is taken as it is, its givers
   * stay known by name, and the form that asks next shows them beside the people of the family.
   */
  private void requireClearNames(CaseId id, Said said) {
    var named = people.whoCanBeAsked(id);
    var byName = consents.of(id).stream().filter(consent -> consent.personId().isEmpty()).flatMap(consent -> consent.giver().stream()).toList();
    var answers = new ArrayList<>(said.people());
    answers.add(said.alone());
    answers.stream().filter(answer -> answer.person().isEmpty()).flatMap(answer -> answer.giver().stream())
        .filter(giver -> named.ambiguous(giver) && byName.stream().noneMatch(known -> Namesakes.alike(known, giver))).findFirst().ifPresent(giver -> {
          throw new IllegalArgumentException("consent.giver has " + giver.length() + " characters and is the name of two people of the family;"
              + " expected the name with the relation or the birthday in brackets, as the form shows it");
        });
  }

  /** One person's withdrawal can close the case, so that a slip in a name must not count as one. */
  private void requireKnown(CaseId id, String giver) {
    var known = people.whoCanBeAsked(id).named(giver).isPresent() || consents.of(id).stream().flatMap(consent -> consent.giver().stream()).anyMatch(name -> Namesakes.alike(name, giver));
    if (!known) {
      throw new IllegalArgumentException("consent.giver has " + giver.length() + " characters and is the name of nobody of the family and of nobody who has agreed;"
          + " expected the name as it stands in the case");
    }
  }

  private static String numbered(String name, int times, boolean known) {
    return known || times == 1 ? name : name + " (" + times + ")";
  }
}
