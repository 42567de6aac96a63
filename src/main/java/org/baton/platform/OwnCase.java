package org.baton.platform;

import java.util.Optional;
import org.baton.protocol.Fact;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether a process carries the case and the meeting that its variables name. Baton alone sets them; a model that names the case of
 * another process, or of another authority, must neither read nor change it.
 */
@Repository
class OwnCase {

  private final JdbcClient jdbc;

  OwnCase(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Looks at what the execution or task carries.
   *
   * @throws IllegalStateException if it is not its own: a fault of the model, which names the process and never the case
   * @throws OptimisticLockingException if the process of the task has gone on meanwhile, as somebody else was first
   */
  void require(VariableScope scope) {
    var execution = scope instanceof TaskEntity task ? task.getExecution() : (ExecutionEntity) scope;
    if (execution == null) {
      throw new OptimisticLockingException("The process of task '" + ((TaskEntity) scope).getId() + "' has gone on");
    }
    var meeting = text(execution, Fact.MEETING_ID);
    var carried = text(execution, Fact.CASE_ID);
    if (meeting.filter(id -> !authorityOf(id).equals(Optional.ofNullable(execution.getTenantId()))).isPresent()) {
      throw foreign(execution, Fact.MEETING_ID);
    }
    if (text(execution, Fact.AGENDA_ITEM_ID).filter(item -> !isItemOf(execution, meeting, item)).isPresent()) {
      throw foreign(execution, Fact.AGENDA_ITEM_ID);
    }
    if (text(execution, Fact.MEMBER_ID).filter(member -> !isProposedFor(execution, member)).isPresent()) {
      throw foreign(execution, Fact.MEMBER_ID);
    }
    if (text(execution, Fact.ACTION_ID).filter(action -> !isActionOf(execution, carried, action)).isPresent()) {
      throw foreign(execution, Fact.ACTION_ID);
    }
    if (carried.filter(id -> !isRunOf(execution, id) && !isOnAgenda(execution, meeting, id)).isPresent()) {
      throw foreign(execution, Fact.CASE_ID);
    }
  }

  private boolean isRunOf(ExecutionEntity execution, String caseId) {
    return jdbc.sql("select count(*) from case_run r join family_case c on c.id = r.case_id where r.process_instance_id = ? and r.case_id = ? and c.authority = ?")
        .params(execution.getRootProcessInstanceId(), caseId, execution.getTenantId()).query(Integer.class).single() > 0;
  }

  private boolean isItemOf(ExecutionEntity execution, Optional<String> meeting, String item) {
    return meeting.isPresent() && jdbc.sql("select count(*) from agenda_item i join meeting m on m.id = i.meeting_id where i.id = ? and m.id = ? and m.authority = ?")
        .params(item, meeting.get(), execution.getTenantId()).query(Integer.class).single() > 0;
  }

  private boolean isActionOf(ExecutionEntity execution, Optional<String> caseId, String action) {
    return caseId.isPresent() && jdbc.sql("select count(*) from panel_action a join agenda_item i on i.id = a.agenda_item_id join meeting m on m.id = i.meeting_id"
            + " where a.id = ? and i.case_id = ? and m.authority = ?")
        .params(action, caseId.get(), execution.getTenantId()).query(Integer.class).single() > 0;
  }

  private boolean isProposedFor(ExecutionEntity execution, String member) {
    return jdbc.sql("select count(*) from panel_member where id = ? and authority = ?").params(member, execution.getTenantId()).query(Integer.class).single() > 0;
  }

  /** Of the sitting that this very process carries. */
  private boolean isOnAgenda(ExecutionEntity execution, Optional<String> meeting, String caseId) {
    return meeting.isPresent() && jdbc.sql("select count(*) from agenda_item i join family_case c on c.id = i.case_id join meeting m on m.id = i.meeting_id"
            + " where m.id = ? and m.process_instance_id = ? and i.case_id = ? and c.authority = ?")
        .params(meeting.get(), execution.getRootProcessInstanceId(), caseId, execution.getTenantId()).query(Integer.class).single() > 0;
  }

  private Optional<String> authorityOf(String meeting) {
    return jdbc.sql("select authority from meeting where id = ?").param(meeting).query(String.class).optional();
  }

  private static Optional<String> text(ExecutionEntity execution, String fact) {
    return Optional.ofNullable(execution.getVariable(fact)).map(Object::toString);
  }

  private static IllegalStateException foreign(ExecutionEntity execution, String fact) {
    return new IllegalStateException("Process '" + execution.getProcessDefinition().getKey() + "' names in '" + fact
        + "' what it does not carry; expected what Baton set there");
  }
}
