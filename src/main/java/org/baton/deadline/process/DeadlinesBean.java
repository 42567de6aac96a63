package org.baton.deadline.process;

import java.util.Date;
import org.baton.deadline.Deadlines;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall.At;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Names.What;
import org.baton.protocol.Names;
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
  @ModelCall(value = "The instant by which the activity is to be done. Opens a deadline, whose lateness is told to whom the table names.", at = At.DUTY)
  public Date due(DelegateExecution execution, @Names(value = What.ROW, table = "deadline", about = "The deadline") String name) {
    return Date.from(deadlines.due(packs.ofProcess(execution.getProcessDefinitionId()), name, Deadlines.activity(execution.getProcessInstanceId(), execution.getId()), execution.getVariables()));
  }

  /** For a timer that a process waits at: the instant by the table, without a duty. */
  @ModelCall(value = "The instant until which the process waits, without a duty.", at = At.WAIT)
  public Date instant(DelegateExecution execution, @Names(value = What.ROW, table = "deadline", about = "The deadline") String name) {
    return Date.from(deadlines.instant(packs.ofProcess(execution.getProcessDefinitionId()), name, execution.getVariables()).at());
  }
}
