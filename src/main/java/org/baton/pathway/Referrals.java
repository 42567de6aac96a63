package org.baton.pathway;

import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.protocol.ApiInput;

/** The doors by which cases come in, by machine as by hand: the answers of a form of the authority. */
public interface Referrals {

  /**
   * What became of what was sent.
   *
   * @param created false if the same had been received under the same key before
   * @param unplaced what was sent and no field asks for; it is kept as a note on the case
   */
  record Receipt(CaseId caseId, boolean created, List<String> unplaced) {}

  /** The key was used for another referral before. */
  class KeyUsedException extends RuntimeException {

    public KeyUsedException(String key) {
      super("The key " + ApiInput.named(key) + " was used for a referral with other content; expected a key of its own for each referral");
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

  /**
   * Takes over a case that ran before Baton, at the point where it stands: begins the authority's process {@code takeOver}. What its
   * form does not ask for is kept as a note.
   *
   * @param answers the answers of that form by field key
   * @throws IllegalArgumentException if the authority has no such process, or holder, day or stage do not go together
   */
  Receipt takeOver(String authority, String key, Map<String, Object> answers);
}
