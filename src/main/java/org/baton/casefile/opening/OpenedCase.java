package org.baton.casefile.opening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseTarget;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.NormalForm;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** A form that brings children opens a case for them. The fact {@code caseId} is its number. */
@Component
class OpenedCase implements FormTarget<OpenedCase.Brought> {

  record Brought(
      @TargetPath(value = CaseTarget.CHILDREN, about = "The children of the case; a form that asks for them opens a case") List<Child> children,
      @TargetPath(value = "family.adults", about = "The adults of the family") List<Adult> adults,
      @TargetPath(value = "case.route", about = "The way by which the case comes, as tables and pathways name it") String route,
      @TargetPath(value = "case.receivedOn", about = "The day on which a case was received that ran before Baton") Optional<LocalDate> receivedOn,
      @TargetPath(value = "referrer.name", about = "Who refers the family", room = 200) Optional<String> referrer,
      @TargetPath(value = "referrer.email", about = "Where the referrer is written to", room = 200) Optional<String> email,
      @TargetPath(value = "referrer.service", about = "The service of the referrer, an id of the profile") String service) {}

  record Child(
      @TargetPath(value = "child.givenName", about = "The given name", room = 200) Optional<String> givenName,
      @TargetPath(value = "child.familyName", about = "The family name", room = 200) Optional<String> familyName,
      @TargetPath(value = "child.oneName", about = "Whether the child has one name only") boolean oneName,
      @TargetPath(value = "child.dateOfBirth", about = "The birthday, or the day that a birth is expected") Optional<LocalDate> dateOfBirth,
      @TargetPath(value = "child.relation", about = "The relation to others of the family", room = 100) Optional<String> relation) {

    Family.Person person() {
      return OpenedCase.person("child", givenName, familyName, oneName, dateOfBirth, relation, false);
    }
  }

  record Adult(
      @TargetPath(value = "adult.givenName", about = "The given name", room = 200) Optional<String> givenName,
      @TargetPath(value = "adult.familyName", about = "The family name", room = 200) Optional<String> familyName,
      @TargetPath(value = "adult.oneName", about = "Whether the adult has one name only") boolean oneName,
      @TargetPath(value = "adult.dateOfBirth", about = "The birthday") Optional<LocalDate> dateOfBirth,
      @TargetPath(value = "adult.relation", about = "The relation to the children", room = 100) Optional<String> relation,
      @TargetPath(value = "adult.parentalResponsibility", about = "Whether the adult has parental responsibility, and is asked for consent") boolean parentalResponsibility) {

    Family.Person person() {
      return OpenedCase.person("adult", givenName, familyName, oneName, dateOfBirth, relation, parentalResponsibility);
    }
  }

  private final Opening opening;

  OpenedCase(Opening opening) {
    this.opening = opening;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Brought said) {
    submission.fact(Fact.CASE_ID).ifPresent(id -> {
      throw new IllegalArgumentException(CaseTarget.CHILDREN + " is given, but the process belongs to case " + id + " already; expected a form that opens a case");
    });
    if (said.children().isEmpty()) {
      throw new IllegalArgumentException(CaseTarget.CHILDREN + ": got none, expected a child at least");
    }
    var id = opening.open(new Opening.Brought(submission.authority(), submission.deploymentId(), said.route(), said.children().stream().map(Child::person).toList(),
        said.adults().stream().map(Adult::person).toList(), new Family.Referrer(said.referrer().orElse(null), said.email().orElse(null), said.service()), said.receivedOn()));
    return Map.of(Fact.CASE_ID, id.value());
  }

  @Override
  public Turn turn() {
    return Turn.OPENING;
  }

  /** A person is known by two names; by one alone only if the form was told that there is no other. */
  private static Family.Person person(String kind, Optional<String> given, Optional<String> family, boolean oneName, Optional<LocalDate> dateOfBirth,
      Optional<String> relation, boolean parentalResponsibility) {
    var givenName = given.map(NormalForm::tidy);
    var familyName = family.map(NormalForm::tidy);
    if (!oneName || givenName.isEmpty() && familyName.isEmpty()) {
      requireName(kind + ".givenName", givenName);
      requireName(kind + ".familyName", familyName);
    }
    return new Family.Person(null, givenName.orElse(""), familyName.orElse(""), dateOfBirth.orElse(null), relation.map(NormalForm::tidy).orElse(null), parentalResponsibility);
  }

  private static void requireName(String target, Optional<String> name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(target + ": got nothing, expected a name, or that the person has one name only");
    }
  }
}
