package org.baton.platform;

import org.baton.protocol.Fact;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Whether a process has its hands on its own case: what a model calls, and every form, reads and writes only the case that the process
 * runs for, of the authority that the process belongs to. A model can set {@code caseId} to any number; this stands behind the pack check.
 */
@Component
class OwnCase {

  private final OwnCaseStore store;

  OwnCase(OwnCaseStore store) {
    this.store = store;
  }

  /**
   * Lets a process pass whose facts name no case or meeting, or its own: one that it was begun for, or that stands on the agenda of
   * the meeting that it carries.
   *
   * @param what that is about to be done, for the message
   * @throws IllegalStateException if they name another
   */
  void check(String what, DelegateExecution execution) {
    var authority = execution.getTenantId();
    var root = ((ExecutionEntity) execution).getRootProcessInstanceId();
    var caseId = execution.getVariable(Fact.CASE_ID);
    if (caseId != null && !store.carries(authority, root, caseId.toString())) {
      throw refused(what, Fact.CASE_ID, caseId);
    }
    var meetingId = execution.getVariable(Fact.MEETING_ID);
    if (meetingId != null && !store.holds(authority, meetingId.toString())) {
      throw refused(what, Fact.MEETING_ID, meetingId);
    }
    var itemId = execution.getVariable(Fact.AGENDA_ITEM_ID);
    if (itemId != null && !store.hears(authority, itemId.toString())) {
      throw refused(what, Fact.AGENDA_ITEM_ID, itemId);
    }
  }

  private static IllegalStateException refused(String what, String fact, Object value) {
    return new IllegalStateException(what + " is refused: " + fact + " is '" + value + "', which is not that of this process; expected the one it was begun for");
  }
}
