package org.baton.casefile;

import java.util.Optional;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "answer.*", about = "The latest answer about the case to a field of that key, whichever form asked")
class AnswerShown implements CaseShow<String> {

  private final CaseFile cases;

  AnswerShown(CaseFile cases) {
    this.cases = cases;
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    return Optional.ofNullable(cases.answers(id).get(word));
  }
}
