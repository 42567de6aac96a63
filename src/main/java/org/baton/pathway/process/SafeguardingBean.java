package org.baton.pathway.process;

import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.panel.Panels;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;

/** {@code safeguarding}: a concern about a child, raised from anywhere, reaches the pathway that carries the case. */
@ModelBean(name = "safeguarding")
public class SafeguardingBean {

  /** Interrupts whatever the case is at; subscribed by pathways. */
  static final String CONCERN_RAISED = "baton.safeguardingConcernRaised";

  private final CaseFile cases;
  private final Panels panels;
  private final RuntimeService runtimeService;

  SafeguardingBean(CaseFile cases, Panels panels, @Lazy RuntimeService runtimeService) {
    this.cases = cases;
    this.panels = panels;
    this.runtimeService = runtimeService;
  }

  /** Takes the case off any agenda and tells its pathway; sets {@code pathwayWoken} to whether one was there to be told. */
  public void raise(DelegateExecution execution) {
    var id = new CaseId((String) execution.getVariable(Fact.CASE_ID));
    var waiting = cases.mainRun(id).map(run -> runtimeService.createExecutionQuery()
        .processInstanceId(run).messageEventSubscriptionName(CONCERN_RAISED).singleResult()).orElse(null);
    execution.setVariable(Fact.PATHWAY_WOKEN, waiting != null);
    panels.withdraw(id, "A safeguarding concern was raised");
    if (waiting != null) {
      runtimeService.messageEventReceived(CONCERN_RAISED, waiting.getId());
    }
  }
}
