package org.baton.notice.process;

import org.baton.notice.Notices;
import org.baton.protocol.ModelBean;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code notices}: messages to people. The step must be asynchronous, as it reaches outside. */
@ModelBean(name = "notices")
public class NoticesBean {

  private final Notices notices;
  private final Packs packs;

  NoticesBean(Notices notices, Packs packs) {
    this.notices = notices;
    this.packs = packs;
  }

  /** Sends what the row of the {@code notice} table says. */
  public void send(DelegateExecution execution, String name) {
    notices.send(packs.ofProcess(execution.getProcessDefinitionId()), name, key(execution, name), execution.getVariables());
  }

  /** Sends it once for each case on the meeting's agenda. */
  public void sendForEachItem(DelegateExecution execution, String name) {
    notices.sendForEachItem(packs.ofProcess(execution.getProcessDefinitionId()), name, key(execution, name), execution.getVariables());
  }

  /** Sends it once for each case of the meeting that is still to be heard, there or at another sitting. */
  public void sendForEachWaiting(DelegateExecution execution, String name) {
    notices.sendForEachWaiting(packs.ofProcess(execution.getProcessDefinitionId()), name, key(execution, name), execution.getVariables());
  }

  /** Sends it once for each note of that kind about a case of the meeting, for example an invitation for one case. */
  public void sendForNotes(DelegateExecution execution, String name, String kind) {
    notices.sendForNotes(packs.ofProcess(execution.getProcessDefinitionId()), name, kind, key(execution, name), execution.getVariables());
  }

  private static String key(DelegateExecution execution, String name) {
    return execution.getProcessInstanceId() + "." + name;
  }
}
