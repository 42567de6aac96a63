package org.baton.pathway;

import java.util.Map;
import org.baton.casefile.CaseId;

/** The door by which referrals come in, by machine as by hand: the answers of the authority's referral form. */
public interface Referrals {

  /** @param created false if the same referral had been received under the same key before */
  record Receipt(CaseId caseId, boolean created) {}

  /** The key was used for another referral before. */
  class KeyUsedException extends RuntimeException {

    public KeyUsedException(String key) {
      super("The key '" + key + "' was used for a referral with other content; expected a key of its own for each referral");
    }
  }

  /**
   * Receives a referral: opens the case and begins its pathway, or changes nothing.
   *
   * @param key the same for every try at sending one referral; null if the sender has none, and then a repeated call opens a second case
   * @param answers the answers of the referral form by field key
   * @throws org.baton.protocol.FormAnswersRefusedException if the form's rules are broken, listing every fault
   * @throws KeyUsedException if the key came with other answers before
   */
  Receipt receive(String authority, String key, Map<String, Object> answers);
}
