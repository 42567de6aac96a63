package org.baton.casefile.answer;

import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "answer.*", about = "The latest answer about the case to a field of that key, whichever form asked, in the words of that form")
class AnswerShown implements CaseShow<String> {

  private final AnswersInWords answers;

  AnswerShown(AnswersInWords answers) {
    this.answers = answers;
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    return answers.latest(id, word).map(AnswersInWords.Said::answer);
  }
}
