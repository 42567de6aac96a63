package org.baton.panel.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.family.People;
import org.baton.protocol.Fact;
import org.baton.protocol.FieldKey;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** The decisions of a sitting, to be signed. */
@Component
@Shows(value = "panel.signOff", about = "The decisions of the sitting that are not signed yet, a row for each")
class DecisionBoxes implements FormTarget<DecisionBoxes.Boxes>, FormShow<List<DecisionBoxes.Unsigned>> {

  record Boxes(@TargetPath(value = "panel.signOff", about = "The signature under each decision of the sitting", alongside = "decision.children") List<Row> decisions) {}

  record Row(
      @TargetPath(value = "decision.case", about = "The number of the case") String number,
      @TargetPath(value = "decision.box", about = "The words of the decision as they are signed", room = 20_000) String box,
      @TargetPath(value = "decision.signed", about = "Whether it is signed now") boolean signed) {}

  record Unsigned(@FieldKey("case") String number, String children, String box) {}

  private final SignOff signOff;
  private final DecisionWords words;
  private final People people;

  DecisionBoxes(SignOff signOff, DecisionWords words, People people) {
    this.signOff = signOff;
    this.words = words;
    this.people = people;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Boxes said) {
    var meeting = submission.need(Fact.MEETING_ID);
    said.decisions().forEach(row -> {
      if (row.signed()) {
        signOff.sign(meeting, new CaseId(row.number()), row.box());
      } else {
        signOff.fill(meeting, new CaseId(row.number()), row.box());
      }
    });
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }

  @Override
  public Optional<List<Unsigned>> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> signOff.unsigned(id).stream()
        .map(decision -> new Unsigned(decision.caseId().value(), people.childrenByName(decision.caseId()), words.toSign(decision))).toList());
  }
}
