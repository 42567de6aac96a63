package org.baton.protocol;

import java.util.Map;

/** Keeps what forms ask beside what Baton has a place for: answers whose target is {@code answer}. */
public interface FurtherAnswers {

  /**
   * Keeps them in the transaction of the person's action; what was answered before stays.
   *
   * @param byKey answers by the keys of the fields that asked
   */
  void keep(Submission submission, Map<String, Object> byKey);
}
