package org.baton.records.process;

import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall.At;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Names.What;
import org.baton.protocol.Names;
import org.baton.protocol.Packs;
import org.baton.records.Records;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code records}: entries in the system of record. The step must be asynchronous, as it reaches outside. */
@ModelBean(name = "records")
public class RecordsBean {

  private final Records records;
  private final Packs packs;

  RecordsBean(Records records, Packs packs) {
    this.records = records;
    this.packs = packs;
  }

  /** Files the referral in the folder of the case's panel. The step must be asynchronous, as it reaches outside. */
  @ModelCall(value = "Files the referral in the folder of the panel of the case.", at = At.OUTSIDE)
  public void file(DelegateExecution execution) {
    records.file(packs.ofProcess(execution.getProcessDefinitionId()), new CaseId((String) execution.getVariable(Fact.CASE_ID)), execution.getVariables());
  }

  /** Enters what the row of the {@code recordDuty} table says, once for this process instance. */
  @ModelCall(value = "Enters what a row of the table recordDuty says in the system of record, once for this process.", at = At.OUTSIDE)
  public void enter(DelegateExecution execution, @Names(value = What.ROW, table = "recordDuty", about = "The entry") String name) {
    records.enter(packs.ofProcess(execution.getProcessDefinitionId()), name, execution.getProcessInstanceId() + ":" + name, execution.getVariables());
  }
}
