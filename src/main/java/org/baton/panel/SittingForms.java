package org.baton.panel;

import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.protocol.FormAnswersRefusedException;

/** The forms of a sitting's open tasks. What enters by REST goes through them too: the same checks, the same rights, the same next step. */
public interface SittingForms {

  /**
   * Completes the open task of the meeting whose form keeps something under that target.
   *
   * @param id the case before the panel; empty for what concerns the whole sitting
   * @param byTarget answers by their homes, for example {@code panel.votes}
   * @param byKey answers to further questions of the authority's form, by field key
   * @throws PanelRefusedException if no such task is open to this person, or the panel refuses what was sent
   * @throws FormAnswersRefusedException if the form's own rules are broken
   */
  void send(String meetingId, Optional<CaseId> id, String target, Map<String, ?> byTarget, Map<String, ?> byKey);
}
