package org.baton.panel.decision;

import org.baton.casefile.CaseFile;
import org.springframework.stereotype.Component;

/** How a decision is said to people. */
@Component
class DecisionWords {

  private final CaseFile cases;

  DecisionWords(CaseFile cases) {
    this.cases = cases;
  }

  String of(PanelDecision decision) {
    return decision.outcome() + decision.service().map(service -> " to " + cases.pack(decision.caseId()).profile().serviceName(service)).orElse("")
        + ": " + decision.reasons();
  }
}
