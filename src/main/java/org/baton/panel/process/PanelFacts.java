package org.baton.panel.process;

import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What processes of a sitting carry. */
final class PanelFacts {

  private PanelFacts() {}

  static CaseId caseId(DelegateExecution execution) {
    return new CaseId((String) execution.getVariable(Fact.CASE_ID));
  }

  static String meetingId(DelegateExecution execution) {
    return (String) execution.getVariable(Fact.MEETING_ID);
  }

  static String itemId(DelegateExecution execution) {
    return (String) execution.getVariable(Fact.AGENDA_ITEM_ID);
  }
}
