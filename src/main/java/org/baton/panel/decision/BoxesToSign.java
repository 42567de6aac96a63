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

/** The decision boxes of a sitting, as they are laid before whoever signs them. */
@Component
@Shows(value = "panel.boxes", about = "The decisions of the sitting that are not signed yet, a row for each, in the words that are to be signed")
class BoxesToSign implements FormTarget<BoxesToSign.Boxes>, FormShow<List<BoxesToSign.Shown>> {

  record Boxes(@TargetPath(value = "panel.boxes", about = "The words of each decision of the sitting, to be signed", alongside = "box.children") List<Row> boxes) {}

  record Row(
      @TargetPath(value = "box.case", about = "The number of the case") String number,
      @TargetPath(value = "box.text", about = "The words that are to be signed", room = 20_000) String text) {}

  record Shown(@FieldKey("case") String number, String children, String text) {}

  private final SignOff signOff;
  private final DecisionWords words;
  private final People people;

  BoxesToSign(SignOff signOff, DecisionWords words, People people) {
    this.signOff = signOff;
    this.words = words;
    this.people = people;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Boxes said) {
    said.boxes().forEach(row -> signOff.fill(submission.need(Fact.MEETING_ID), new CaseId(row.number()), row.text()));
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }

  @Override
  public Optional<List<Shown>> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> signOff.unsigned(id).stream().map(decision ->
        new Shown(decision.caseId().value(), people.childrenByName(decision.caseId()), words.toSign(decision))).toList());
  }
}
