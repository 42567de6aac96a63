package org.baton.pathway.process;

import java.util.Map;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.panel.agenda.Listing;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code safeguarding}: a concern about a child, raised from anywhere, reaches the pathway that carries the case. */
@ModelBean(name = "safeguarding")
public class SafeguardingBean {

  /** Interrupts whatever the case is at; subscribed by pathways. */
  static final String CONCERN_RAISED = "baton.safeguardingConcernRaised";

  private final CaseFile cases;
  private final Listing listing;

  SafeguardingBean(CaseFile cases, Listing listing) {
    this.cases = cases;
    this.listing = listing;
  }

  /** Takes the case off any agenda and tells its pathway; sets {@code pathwayWoken} to whether one was there to be told. */
  public void raise(DelegateExecution execution) {
    var id = new CaseId((String) execution.getVariable(Fact.CASE_ID));
    listing.withdraw(id, "A safeguarding concern was raised");
    execution.setVariable(Fact.PATHWAY_WOKEN, cases.tellPathway(id, CONCERN_RAISED, Map.of()));
  }
}
