package org.baton.casefile;

import java.util.Map;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Submission;

/** What forms say about the case that they belong to. */
public interface CaseTarget<A extends Record> extends FormTarget<A> {

  /** A form that brings them opens a case; every other one is about a case that is there. */
  String CHILDREN = "family.children";

  /** @return engine facts that follow */
  Map<String, Object> keep(CaseId id, Submission submission, A said);

  /** Whether the form that says so opened the case itself. */
  static boolean ofOpening(Submission submission) {
    return submission.targets().contains(CHILDREN);
  }

  @Override
  default Map<String, Object> keep(Submission submission, A said) {
    return keep(new CaseId(submission.need(Fact.CASE_ID)), submission, said);
  }
}
