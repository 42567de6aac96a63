package org.baton.panel.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.agenda.Listing;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall.At;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Moment;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code panel}: what models do with an agenda. */
@ModelBean(name = "panel")
public class AgendaBean {

  private final Agenda agenda;
  private final Listing listing;
  private final CaseFile cases;

  AgendaBean(Agenda agenda, Listing listing, CaseFile cases) {
    this.agenda = agenda;
    this.listing = listing;
    this.cases = cases;
  }

  /** Puts the case on the agenda of the next sitting whose cut-off lies after its receipt. Sets {@code inTime} to whether that is the coming one. */
  @ModelCall(value = "Puts the case on the agenda of the next sitting whose cut-off lies after its receipt, and reads whether that is the coming one.", sets = Fact.IN_TIME, gives = Moment.LISTING, needs = Moment.PANEL)
  public void propose(DelegateExecution execution) {
    var id = PanelFacts.caseId(execution);
    execution.setVariable(Fact.IN_TIME, listing.isForComingSitting(listing.propose(id, cases.get(id).receivedAt())));
  }

  /** Puts a case that was deferred, or is to be heard once more, on the agenda of the very next sitting; the cut-off is for new referrals. */
  @ModelCall(value = "Puts a case that was deferred, or is to be heard once more, on the agenda of the very next sitting; the cut-off is for new referrals.", gives = Moment.LISTING, needs = Moment.PANEL)
  public void proposeAgain(DelegateExecution execution) {
    listing.proposeAgain(PanelFacts.caseId(execution));
  }

  /** Takes the case off the agenda on which it stands, as its family has withdrawn its consent. */
  @ModelCall("Takes the case off the agenda on which it stands, as its family has withdrawn its consent.")
  public void withdraw(DelegateExecution execution) {
    listing.withdraw(PanelFacts.caseId(execution), cases.pack(PanelFacts.caseId(execution)).say("agenda.consentWithdrawn"));
  }

  /** Takes the case off the agenda on which it stands, as an agreement of its family that was held when it came there is held no longer. */
  @ModelCall("Takes the case off the agenda on which it stands, as an agreement of its family that was held when it came there is held no longer.")
  public void takeOffWithoutConsent(DelegateExecution execution) {
    listing.withdraw(PanelFacts.caseId(execution), cases.pack(PanelFacts.caseId(execution)).say("agenda.consentLapsed"));
  }

  /** As {@link #carryOver}, where nobody can be asked for the agreement that is held no longer. */
  @ModelCall("Puts the case at hand on the agenda of the next sitting, as an agreement of its family is held no longer and its pathway waits for something else.")
  public void carryOverWithoutConsent(DelegateExecution execution) {
    var item = agenda.item(PanelFacts.itemId(execution));
    listing.carryOver(item, cases.pack(item.caseId()).say("agenda.consentLapsed"));
  }

  /** As {@link #carryOver}, where the time of the sitting is over. */
  @ModelCall("Puts the case at hand on the agenda of the next sitting, as the time of this one is over.")
  public void carryOverNotReached(DelegateExecution execution) {
    var item = agenda.item(PanelFacts.itemId(execution));
    listing.carryOver(item, cases.pack(item.caseId()).say("agenda.notReached"));
  }

  @ModelCall(value = "Settles the agenda of the meeting: whatever the chair has not screened out is listed.", notBefore = "referralCutOff")
  public void agreeAgenda(DelegateExecution execution) {
    agenda.agree(PanelFacts.meetingId(execution));
  }

  /** Sets {@code moreItems}, and {@code agendaItemId} and {@code caseId} of the next one. */
  @ModelCall(value = "Calls the next case of the agenda, if there is one.", sets = {Fact.MORE_ITEMS, Fact.PANEL_OUTCOME, Fact.AGENDA_ITEM_ID, Fact.CASE_ID})
  public void nextItem(DelegateExecution execution) {
    var next = agenda.nextItem(PanelFacts.meetingId(execution));
    execution.setVariable(Fact.MORE_ITEMS, next.isPresent());
    execution.setVariable(Fact.PANEL_OUTCOME, null);
    next.ifPresent(item -> {
      execution.setVariable(Fact.AGENDA_ITEM_ID, item.id());
      execution.setVariable(Fact.CASE_ID, item.caseId().value());
    });
  }

  /** Puts the item at hand on the next sitting's agenda, as this one could not decide on it. */
  @ModelCall("Puts the case at hand on the agenda of the next sitting, as this one could not decide on it.")
  public void carryOver(DelegateExecution execution) {
    var item = agenda.item(PanelFacts.itemId(execution));
    listing.carryOver(item, cases.pack(item.caseId()).say("agenda.notQuorate"));
  }

  /** For a step that is done once for each: the cases that the meeting has heard. */
  @ModelCall(value = "The cases that the meeting has heard.", at = At.COLLECTION, each = Fact.CASE_ID)
  public List<String> heard(DelegateExecution execution) {
    return agenda.of(PanelFacts.meetingId(execution)).stream().filter(item -> item.state() == AgendaItem.State.HEARD).map(item -> item.caseId().value()).distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
