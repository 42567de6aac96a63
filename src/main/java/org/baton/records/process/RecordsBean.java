package org.baton.records.process;

import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
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
  public void file(DelegateExecution execution) {
    records.file(packs.ofProcess(execution.getProcessDefinitionId()), new CaseId((String) execution.getVariable(Fact.CASE_ID)));
  }

  /** Enters what the row of the {@code recordDuty} table says, once for this process instance. */
  public void enter(DelegateExecution execution, String name) {
    records.enter(packs.ofProcess(execution.getProcessDefinitionId()), name, execution.getProcessInstanceId() + ":" + name, execution.getVariables());
  }
}
