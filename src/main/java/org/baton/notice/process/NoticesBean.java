package org.baton.notice.process;

import java.util.LinkedHashSet;
import java.util.List;
import org.baton.deadline.Deadlines;
import org.baton.notice.Notices;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall.At;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Names.What;
import org.baton.protocol.Moment;
import org.baton.protocol.Names;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code notices}: messages to people. They are written with the step and sent once its transaction is over. */
@ModelBean(name = "notices")
public class NoticesBean {

  private final Notices notices;
  private final Packs packs;

  NoticesBean(Notices notices, Packs packs) {
    this.notices = notices;
    this.packs = packs;
  }

  /** Sends what the row of the {@code notice} table says. */
  @ModelCall(value = "Sends a notice of the table notice.", at = At.OUTSIDE)
  public void send(DelegateExecution execution, @Names(value = What.ROW, table = "notice", about = "The notice") String name) {
    notices.send(packs.ofProcess(execution.getProcessDefinitionId()), name, key(execution, name), execution.getVariables(), activities(execution));
  }

  /** Sends it once for each case on the meeting's agenda. */
  @ModelCall(value = "Sends a notice once for each case on the agenda of the meeting.", at = At.OUTSIDE, gives = Moment.CASE)
  public void sendForEachItem(DelegateExecution execution, @Names(value = What.ROW, table = "notice", about = "The notice") String name) {
    notices.sendForEachItem(packs.ofProcess(execution.getProcessDefinitionId()), name, key(execution, name), execution.getVariables(), activities(execution));
  }

  /** Sends it once for each case of the meeting that is still to be heard, there or at another sitting. */
  @ModelCall(value = "Sends a notice once for each case of the meeting that is still to be heard, there or at another sitting.", at = At.OUTSIDE, gives = Moment.CASE)
  public void sendForEachWaiting(DelegateExecution execution, @Names(value = What.ROW, table = "notice", about = "The notice") String name) {
    notices.sendForEachWaiting(packs.ofProcess(execution.getProcessDefinitionId()), name, key(execution, name), execution.getVariables(), activities(execution));
  }

  /** Sends it once for each case of the meeting that went to another sitting. A repeated call tells nobody twice. */
  @ModelCall(value = "Sends a notice once for each case of the meeting that went to another sitting. A repeated call tells nobody twice.", at = At.OUTSIDE, gives = Moment.CASE)
  public void sendForEachCarriedOver(DelegateExecution execution, @Names(value = What.ROW, table = "notice", about = "The notice") String name) {
    notices.sendForEachCarriedOver(packs.ofProcess(execution.getProcessDefinitionId()), name, key(execution, name), execution.getVariables(), activities(execution));
  }

  /** Sends it once for each note of that kind about a case of the meeting, for example an invitation for one case; of a case alone, of the one that last decided on it. */
  @ModelCall(value = "Sends a notice once for each note of a kind about a case of the meeting, for example to everybody who is invited for one case; of a case alone, of the meeting that last decided on it.", at = At.OUTSIDE, gives = Moment.CASE)
  public void sendForNotes(DelegateExecution execution, @Names(value = What.ROW, table = "notice", about = "The notice") String name, @Names(value = What.WORD, about = "The kind of the notes, the last word of the target panel.note") String kind) {
    notices.sendForNotes(packs.ofProcess(execution.getProcessDefinitionId()), name, kind, key(execution, name), execution.getVariables(), activities(execution));
  }

  /** Those that the step belongs to, up through the processes that called this one: their duties are done when the message has arrived. */
  private static List<String> activities(DelegateExecution execution) {
    var found = new LinkedHashSet<String>();
    for (var at = execution; at != null; at = at.getProcessInstance().getSuperExecution()) {
      found.add(Deadlines.activity(at.getProcessInstanceId(), at.getId()));
      if (at.getParentId() != null) {
        found.add(Deadlines.activity(at.getProcessInstanceId(), at.getParentId()));
      }
    }
    return List.copyOf(found);
  }

  private static String key(DelegateExecution execution, String name) {
    return execution.getProcessInstanceId() + "." + name;
  }
}
