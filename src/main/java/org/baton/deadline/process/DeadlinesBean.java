package org.baton.deadline.process;

import java.util.Date;
import org.baton.deadline.Deadlines;
import org.baton.protocol.ModelBean;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code deadlines}: the instants that timers wait for. */
@ModelBean(name = "deadlines")
public class DeadlinesBean {

  private final Deadlines deadlines;
  private final Packs packs;

  DeadlinesBean(Deadlines deadlines, Packs packs) {
    this.deadlines = deadlines;
    this.packs = packs;
  }

  /** For a boundary timer: the instant of the activity's duty, a row of the {@code deadline} table. Opens the deadline. */
  public Date due(DelegateExecution execution, String name) {
    return Date.from(deadlines.due(packs.ofProcess(execution.getProcessDefinitionId()), name, Deadlines.activity(execution.getProcessInstanceId(), execution.getId()), execution.getVariables()));
  }

  /** For a timer that a process waits at: the instant by the table, without a duty. */
  public Date instant(DelegateExecution execution, String name) {
    return Date.from(deadlines.instant(packs.ofProcess(execution.getProcessDefinitionId()), name, execution.getVariables()).at());
  }
}
