package org.baton.casefile;

import java.util.Optional;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Submission;

/** What forms show of the case that they belong to. */
public interface CaseShow<V> extends FormShow<V> {

  Optional<V> show(Submission submission, CaseId id, String word);

  @Override
  default Optional<V> show(Submission submission, String word) {
    return submission.fact(Fact.CASE_ID).map(CaseId::new).flatMap(id -> show(submission, id, word));
  }
}
