package org.baton.panel.decision;

import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Fact;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Moment;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** What the members agreed on for the case that is before them. The fact {@code panelOutcome} says it afterwards. */
@Component
class Agreement implements FormTarget<Agreement.Agreed> {

  record Agreed(
      @TargetPath(value = "panel.outcome", about = "What was decided, a value that the pathway of the case branches on", gives = Moment.DECISION,
          sets = Fact.PANEL_OUTCOME) String outcome,
      @TargetPath(value = "panel.service", about = "The service that is to take the case", gives = {Moment.ALLOCATION, Moment.SERVICE}) Optional<String> service,
      @TargetPath(value = "panel.reasons", about = "Why, as minutes and letters say it") String reasons,
      @TargetPath(value = "panel.accepted", about = "Whether a member of that service takes the case on in the meeting itself") boolean accepted) {}

  private final Decisions decisions;

  Agreement(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Agreed said) {
    decisions.decide(submission.need(Fact.AGENDA_ITEM_ID), new Decisions.Decided(said.outcome(), said.service(), "AGREEMENT", said.reasons(), said.accepted()));
    return Map.of(Fact.PANEL_OUTCOME, said.outcome());
  }

  @Override
  public Turn turn() {
    return Turn.DECIDING;
  }
}
