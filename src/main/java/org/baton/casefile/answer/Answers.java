package org.baton.casefile.answer;

import java.util.Map;
import org.baton.casefile.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms have asked about cases beside what has a place of its own. */
@Service
@Transactional(readOnly = true)
public class Answers {

  private final AnswerStore store;

  Answers(AnswerStore store) {
    this.store = store;
  }

  /** The latest answers of all forms about the case, by key. */
  public Map<String, String> latest(CaseId id) {
    return store.latest(id);
  }
}
