package org.baton.panel.process;

import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.panel.PanelDecision;
import org.baton.panel.Panels;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code panel}: what models do at and around a sitting. */
@ModelBean(name = "panel")
public class PanelBean {

  /** Tells a pathway that the panel has decided on its case. */
  static final String PANEL_DECIDED = "baton.panelDecided";

  private final Panels panels;
  private final CaseFile cases;
  private final Packs packs;

  PanelBean(Panels panels, CaseFile cases, Packs packs) {
    this.packs = packs;
    this.panels = panels;
    this.cases = cases;
  }

  /** Puts the case on the agenda of the next sitting whose cut-off lies after its receipt. */
  public void propose(DelegateExecution execution) {
    var id = caseId(execution);
    panels.propose(id, cases.get(id).receivedAt());
  }

  /** Puts a deferred case on the agenda of the very next sitting; the cut-off is for new referrals. */
  public void proposeAgain(DelegateExecution execution) {
    panels.proposeAgain(caseId(execution));
  }

  /** Plans all sittings of the year that the fact {@code programmeYear} names. */
  public void planYear(DelegateExecution execution) {
    panels.planYear(packs.ofProcess(execution.getProcessDefinitionId()).authority(), (Integer) execution.getVariable("programmeYear"));
  }

  /** Takes the case off the agenda on which it stands, as its family has withdrawn its consent. */
  public void withdraw(DelegateExecution execution) {
    panels.withdraw(caseId(execution), "Consent was withdrawn");
  }

  public void agreeAgenda(DelegateExecution execution) {
    panels.agreeAgenda(meetingId(execution));
  }

  /** Sets {@code moreItems}, and {@code agendaItemId} and {@code caseId} of the next one. */
  public void nextItem(DelegateExecution execution) {
    var next = panels.nextItem(meetingId(execution));
    execution.setVariable(Fact.MORE_ITEMS, next.isPresent());
    next.ifPresent(item -> {
      execution.setVariable(Fact.AGENDA_ITEM_ID, item.id());
      execution.setVariable(Fact.CASE_ID, item.caseId().value());
    });
  }

  /** Sets {@code servicesPresent} and {@code chairPresent} from the sign-in sheet as it stands. */
  public void countAttendance(DelegateExecution execution) {
    execution.setVariable(Fact.SERVICES_PRESENT, panels.servicesPresent(meetingId(execution)));
    execution.setVariable(Fact.CHAIR_PRESENT, panels.chairPresent(meetingId(execution)));
  }

  /** Sets {@code leadingMargin}. */
  public void countVotes(DelegateExecution execution) {
    execution.setVariable(Fact.LEADING_MARGIN, panels.leadingMargin(itemId(execution)));
  }

  /** Records the choice of the majority as the decision. */
  public void decideByVote(DelegateExecution execution, String outcome) {
    panels.decide(itemId(execution), outcome, Optional.of(panels.leadingChoice(itemId(execution))), "VOTE",
        "The majority of the attending members voted for it.");
  }

  /** Records that the panel came to no agreement, which the case's pathway goes on with. */
  public void decideWithout(DelegateExecution execution, String outcome) {
    panels.decide(itemId(execution), outcome, Optional.empty(), "NONE", "The panel came to no agreement.");
  }

  /** Puts the item at hand on the next sitting's agenda, as this one could not decide on it. */
  public void carryOver(DelegateExecution execution) {
    panels.carryOver(itemId(execution), "The sitting was not quorate");
  }

  public void end(DelegateExecution execution) {
    panels.end(meetingId(execution));
  }

  /**
   * Wakes the pathways of all cases that this meeting decided on and nobody has gone on with yet. Sets {@code pathwayWoken} to whether
   * every one of them was waiting; what was not is left to the person whom the model asks then. A repeated call finds nothing left.
   */
  public void wakePathways(DelegateExecution execution) {
    var woken = panels.notPickedUp(meetingId(execution)).stream().map(this::wake).reduce(true, Boolean::logicalAnd);
    execution.setVariable(Fact.PATHWAY_WOKEN, woken);
  }

  private boolean wake(PanelDecision decision) {
    panels.pickedUp(decision.id());
    return cases.tellPathway(decision.caseId(), PANEL_DECIDED, Map.of(
        Fact.PANEL_OUTCOME, decision.outcome(), Fact.ACCEPTANCE, decision.accepted() ? "ACCEPTED" : "OPEN"));
  }

  private static CaseId caseId(DelegateExecution execution) {
    return new CaseId((String) execution.getVariable(Fact.CASE_ID));
  }

  private static String meetingId(DelegateExecution execution) {
    return (String) execution.getVariable(Fact.MEETING_ID);
  }

  private static String itemId(DelegateExecution execution) {
    return (String) execution.getVariable(Fact.AGENDA_ITEM_ID);
  }
}
