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
    var pack = cases.pack(decision.caseId());
    return pack.say("decision.inWords", "outcome", pack.outcome(decision.outcome()),
        "service", decision.service().map(pack.profile()::serviceName).orElse(null), "reasons", decision.reasons());
  }
}
