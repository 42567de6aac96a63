package org.baton.pathway.process;

import java.util.Map;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.run.Runs;
import org.baton.panel.agenda.Listing;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code safeguarding}: a concern about a child, raised from anywhere, reaches the pathway that carries the case. */
@ModelBean(name = "safeguarding")
public class SafeguardingBean {

  /** Interrupts whatever the case is at; subscribed by pathways. */
  static final String CONCERN_RAISED = "baton.safeguardingConcernRaised";

  private final Runs runs;
  private final Listing listing;
  private final CaseFile cases;

  SafeguardingBean(Runs runs, Listing listing, CaseFile cases) {
    this.cases = cases;
    this.runs = runs;
    this.listing = listing;
  }

  /** Takes the case off any agenda and tells its pathway; sets {@code pathwayWoken} to whether one was there to be told. */
  @ModelCall(value = "Takes the case off any agenda and tells its pathway of the concern, and whether one was there to be told.", sets = Fact.PATHWAY_WOKEN)
  public void raise(DelegateExecution execution) {
    var id = new CaseId((String) execution.getVariable(Fact.CASE_ID));
    listing.withdraw(id, cases.pack(id).say("agenda.safeguarding"));
    execution.setVariable(Fact.PATHWAY_WOKEN, runs.tell(id, CONCERN_RAISED, Map.of()));
  }
}
