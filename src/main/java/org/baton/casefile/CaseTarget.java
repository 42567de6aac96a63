package org.baton.casefile;

import java.util.Map;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;

/** What forms say about the case that they belong to. */
public interface CaseTarget<A extends Record> extends FormTarget<A> {

  /** @return engine facts that follow */
  Map<String, Object> keep(CaseId id, Submission submission, A said);

  @Override
  default Map<String, Object> keep(Submission submission, A said) {
    return keep(new CaseId(submission.need(Fact.CASE_ID)), submission, said);
  }
}
