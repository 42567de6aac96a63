package org.baton.casefile.family;

import java.lang.ref.WeakReference;
import java.util.List;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

/** Cases that may be about the same family, looked for once for a form that shows them twice. */
@Component
class PossibleMatches {

  private record Looked(WeakReference<Submission> of, List<CaseRecord> matches) {}

  private final Matching matching;
  private final ThreadLocal<Looked> looked = new ThreadLocal<>();

  PossibleMatches(Matching matching) {
    this.matching = matching;
  }

  List<CaseRecord> of(Submission submission, CaseId id) {
    var last = looked.get();
    if (last == null || last.of().get() != submission) {
      last = new Looked(new WeakReference<>(submission), matching.possible(id));
      looked.set(last);
    }
    return last.matches();
  }
}
