package org.baton.panel.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.answer.Answers;
import org.baton.casefile.run.Runs;
import org.baton.panel.action.ActionLog;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.PanelDecision;
import org.baton.panel.decision.SignOff;
import org.baton.panel.decision.Votes;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall.At;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Moment;
import org.baton.protocol.Names.What;
import org.baton.protocol.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code panel}: what models do with decisions. */
@ModelBean(name = "panel")
public class DecisionBean {

  /** Tells a pathway that the panel has decided on its case. */
  static final String PANEL_DECIDED = "baton.panelDecided";
  private static final String DECISION_CHANGED = "baton.decisionChanged";

  private final Decisions decisions;
  private final Votes votes;
  private final SignOff signOff;
  private final ActionLog actions;
  private final Answers answers;
  private final Runs runs;
  private final CaseFile cases;

  DecisionBean(Decisions decisions, Votes votes, SignOff signOff, ActionLog actions, Answers answers, Runs runs, CaseFile cases) {
    this.cases = cases;
    this.decisions = decisions;
    this.votes = votes;
    this.signOff = signOff;
    this.actions = actions;
    this.answers = answers;
    this.runs = runs;
  }

  /** Sets {@code leadingMargin}. */
  @ModelCall(value = "Counts the votes for the leading service less all others.", sets = Fact.LEADING_MARGIN)
  public void countVotes(DelegateExecution execution) {
    execution.setVariable(Fact.LEADING_MARGIN, votes.leadingMargin(PanelFacts.itemId(execution)));
  }

  /** Records the choice of the majority as the decision. Sets {@code panelOutcome}. */
  @ModelCall(value = "Records the choice of the majority as the decision on the case at hand.", sets = Fact.PANEL_OUTCOME, gives = {Moment.DECISION, Moment.ALLOCATION, Moment.SERVICE})
  public void decideByVote(DelegateExecution execution, @Names(value = What.WORD, about = "The outcome, a value that the pathway branches on", shown = true) String outcome) {
    execution.setVariable(Fact.PANEL_OUTCOME, outcome);
    decisions.decide(PanelFacts.itemId(execution), new Decisions.Decided(outcome, Optional.of(votes.leadingChoice(PanelFacts.itemId(execution))), "VOTE",
        cases.pack(PanelFacts.caseId(execution)).say("decision.byMajority")));
  }

  /** Records that the panel came to no agreement, which the case's pathway goes on with. Sets {@code panelOutcome}. */
  @ModelCall(value = "Records that the panel came to no agreement, which the pathway of the case goes on with.", sets = Fact.PANEL_OUTCOME, gives = Moment.DECISION)
  public void decideWithout(DelegateExecution execution, @Names(value = What.WORD, about = "The outcome, a value that the pathway branches on", shown = true) String outcome) {
    execution.setVariable(Fact.PANEL_OUTCOME, outcome);
    decisions.decide(PanelFacts.itemId(execution), new Decisions.Decided(outcome, Optional.empty(), Decisions.NOBODY, cases.pack(PanelFacts.caseId(execution)).say("decision.noAgreement")));
  }

  /**
   * Records the outcome that the fact {@code panelOutcome} names as the decision on the item at hand.
   *
   * @param reachedBy how it was reached, as the minutes say it, for example {@code CHAIRS}
   * @param serviceKey the fact that names the service, if one is named
   * @param reasonsKey the key of the answer that gives the reasons
   */
  @ModelCall(value = "Records the outcome that the fact panelOutcome names as the decision on the case at hand.", gives = {Moment.DECISION, Moment.ALLOCATION, Moment.SERVICE})
  public void decideAs(DelegateExecution execution, @Names(value = What.WORD, about = "How it was reached, as the minutes say it; VOTE and AGREEMENT ask for the quorum", shown = true) String reachedBy, @Names(value = What.FACT, about = "The fact that names the service, if one is named") String serviceKey, @Names(value = What.ANSWER, about = "The answer that gives the reasons") String reasonsKey) {
    decide(execution, Optional.ofNullable((String) execution.getVariable(serviceKey)), reachedBy, reasonsKey);
  }

  /** As {@link #decideAs(DelegateExecution, String, String, String)}, where no service is named. */
  @ModelCall(value = "Records the outcome that the fact panelOutcome names as the decision on the case at hand, which names no service.", gives = Moment.DECISION)
  public void decideAs(
      DelegateExecution execution, @Names(value = What.WORD, about = "How it was reached, as the minutes say it; VOTE and AGREEMENT ask for the quorum", shown = true) String reachedBy,
      @Names(value = What.ANSWER, about = "The answer that gives the reasons") String reasonsKey) {
    decide(execution, Optional.empty(), reachedBy, reasonsKey);
  }

  private void decide(DelegateExecution execution, Optional<String> service, String reachedBy, String reasonsKey) {
    decisions.decide(PanelFacts.itemId(execution), new Decisions.Decided((String) execution.getVariable(Fact.PANEL_OUTCOME), service, reachedBy,
        answers.latest(PanelFacts.caseId(execution)).get(reasonsKey)));
  }

  /** Sets {@code panelOutcome} to what was last decided on the case at hand. */
  @ModelCall(value = "Reads what was last decided on the case at hand.", sets = Fact.PANEL_OUTCOME)
  public void readDecision(DelegateExecution execution) {
    execution.setVariable(Fact.PANEL_OUTCOME, decisions.latest(PanelFacts.caseId(execution)).map(PanelDecision::outcome).orElse(null));
  }

  /** Sets {@code unsignedDecisions} to whether a decision of the meeting waits for its sign-off. */
  @ModelCall(value = "Reads whether a decision of the meeting waits for its sign-off.", sets = Fact.UNSIGNED_DECISIONS)
  public void readUnsigned(DelegateExecution execution) {
    execution.setVariable(Fact.UNSIGNED_DECISIONS, !signOff.unsigned(PanelFacts.meetingId(execution)).isEmpty());
  }

  /** For a step that is done once for each: the cases whose decision is signed off and that have not gone on with it. */
  @ModelCall(value = "The cases whose decision is signed off and that have not gone on with it.", at = At.COLLECTION, each = Fact.CASE_ID, target = "panel.signOff")
  public List<String> signedOff(DelegateExecution execution) {
    return signOff.notPickedUp(PanelFacts.meetingId(execution)).stream().filter(decision -> decision.signedAt().isPresent())
        .map(decision -> decision.caseId().value()).collect(Collectors.toCollection(ArrayList::new));
  }

  /** For a step that is done once for each: the cases that the meeting has decided on and that have not gone on, where nobody signs off. */
  @ModelCall(value = "The cases that the meeting has decided on and that have not gone on, where nobody signs off.", at = At.COLLECTION, each = Fact.CASE_ID)
  public List<String> decided(DelegateExecution execution) {
    return signOff.notPickedUp(PanelFacts.meetingId(execution)).stream().map(decision -> decision.caseId().value()).collect(Collectors.toCollection(ArrayList::new));
  }

  /** Sets {@code actionsLogged} to whether the meeting gave anybody something to do. */
  @ModelCall(value = "Reads whether the meeting gave anybody something to do.", sets = Fact.ACTIONS_LOGGED)
  public void readActions(DelegateExecution execution) {
    execution.setVariable(Fact.ACTIONS_LOGGED, !actions.ofMeeting(PanelFacts.meetingId(execution)).isEmpty());
  }

  /**
   * Lets the pathway of the case at hand go on with what the meeting decided. Sets {@code pathwayWoken} to whether it was waiting; where
   * it was not, the decision is left to the person whom the model asks then. A repeated call changes nothing.
   */
  @ModelCall(value = "Lets the pathway of the case at hand go on with what the meeting decided, and reads whether it was waiting; where it was not, the model asks a person.", sets = Fact.PATHWAY_WOKEN)
  public void wakePathway(DelegateExecution execution) {
    execution.setVariable(Fact.PATHWAY_WOKEN, signOff.pickUp(PanelFacts.meetingId(execution), PanelFacts.caseId(execution)).map(this::wake).orElse(true));
  }

  /**
   * Lets the pathway that carries the case at hand go by the fact {@code panelOutcome}, though it went on with an earlier decision. Sets
   * {@code pathwayWoken} to whether it listens to that.
   */
  @ModelCall(value = "Lets the pathway of the case at hand, which went on with an earlier decision, go by the fact panelOutcome, and reads whether it was listening.", sets = Fact.PATHWAY_WOKEN)
  public void changePathway(DelegateExecution execution) {
    var id = PanelFacts.caseId(execution);
    execution.setVariable(Fact.PATHWAY_WOKEN, runs.tell(id, DECISION_CHANGED, Map.of(
        Fact.PANEL_OUTCOME, Optional.ofNullable((String) execution.getVariable(Fact.PANEL_OUTCOME)).or(() -> decisions.latest(id).map(PanelDecision::outcome)).orElseThrow(),
        Fact.ACCEPTANCE, "OPEN", Fact.SERVICE_NAMED, cases.get(id).allocatedService().isPresent())));
  }

  private boolean wake(PanelDecision decision) {
    return runs.tell(decision.caseId(), PANEL_DECIDED, Map.of(
        Fact.PANEL_OUTCOME, decision.outcome(), Fact.ACCEPTANCE, decision.accepted() ? "ACCEPTED" : "OPEN",
        Fact.SERVICE_NAMED, decision.service().isPresent()));
  }
}
