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

  /** The words that are laid before whoever signs: those of the decision box, the decision's own until somebody has filled it. */
  String toSign(PanelDecision decision) {
    return decision.box().orElseGet(() -> of(decision));
  }

  String of(PanelDecision decision) {
    var pack = cases.pack(decision.caseId());
    return pack.say("decision.inWords", "outcome", pack.outcome(decision.outcome()),
        "service", decision.service().map(pack.profile()::serviceName).orElse(null), "reasons", decision.reasons());
  }
}
