package org.baton.casefile.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.FurtherAnswers;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

/** Keeps answers with the case and the meeting that the form is about. */
@Component
class KeptAnswers implements FurtherAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AnswerStore store;
  private final Clock clock;

  KeptAnswers(AnswerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void keep(Submission submission, Map<String, Object> byKey) {
    var id = submission.fact(Fact.CASE_ID).map(CaseId::new).orElse(null);
    var meetingId = submission.fact(Fact.MEETING_ID).orElse(null);
    byKey.forEach((key, answer) ->
        store.insert(id, meetingId, new FormAnswer(submission.form(), submission.deploymentId(), key, written(answer), clock.instant(), submission.user())));
  }

  private static String written(Object answer) {
    try {
      return answer instanceof String text ? text : JSON.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written as JSON", e);
    }
  }
}
