package org.baton.casefile.parting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.casefile.CaseTarget;
import org.baton.casefile.family.Family;
import org.baton.casefile.family.Namesakes;
import org.baton.casefile.family.People;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** Which children go on as a case of their own. */
@Component
@Shows(value = "case.parting", about = "The children of the case, a row for each, all of them staying together")
class PartingChildren implements CaseTarget<PartingChildren.Said>, CaseShow<List<PartingChildren.Child>> {

  enum Way { TOGETHER, APART }

  record Said(
      @TargetPath(value = "case.parting", about = "Which children go on as a case of their own") List<Row> children,
      @TargetPath(value = "case.partingReason", about = "Why they part") Optional<String> reason) {}

  record Row(
      @TargetPath(value = "child.person", about = "The number of the child in the family file, as the form shows it") Optional<String> person,
      @TargetPath(value = "child.name", about = "The name of the child") Optional<String> name,
      @TargetPath(value = "child.way", about = "Whether the child goes on with the others or as a case of its own") Way way) {}

  record Child(String person, String child, String way) {}

  private final People people;
  private final CaseFile cases;
  private final Parting parting;

  PartingChildren(CaseFile cases, People people, Parting parting) {
    this.cases = cases;
    this.people = people;
    this.parting = parting;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Said said) {
    var children = new Namesakes(people.children(id));
    var apart = said.children().stream().filter(row -> row.way() == Way.APART).map(row -> child(id, children, row).id()).toList();
    if (!apart.isEmpty()) {
      parting.split(id, apart, said.reason().orElseGet(() -> cases.pack(id).say("parting.eachTheirOwn")));
    }
    return Map.of();
  }

  private Family.Person child(CaseId id, Namesakes children, Row row) {
    return row.person().map(number -> children.numbered("child.person", people.standing(id, number))).or(() -> row.name().flatMap(children::named))
        .orElseThrow(() -> new IllegalArgumentException("child.name names no child of the case, or more than one; expected a child as the form shows it"));
  }

  @Override
  public Turn turn() {
    return Turn.PARTING;
  }

  @Override
  public Optional<List<Child>> show(Submission submission, CaseId id, String word) {
    var children = new Namesakes(people.children(id));
    return Optional.of(children.people().stream().map(child -> new Child(children.number(child), children.nameAndBirthday(child), Way.TOGETHER.name())).toList());
  }
}
