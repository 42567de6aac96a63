package org.baton.panel.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.answer.Answers;
import org.baton.casefile.run.Runs;
import org.baton.panel.action.ActionLog;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.agenda.Listing;
import org.baton.panel.decision.Decisions;
import org.baton.panel.decision.PanelDecision;
import org.baton.panel.decision.SignOff;
import org.baton.panel.decision.Votes;
import org.baton.panel.member.Members;
import org.baton.panel.note.Notes;
import org.baton.panel.sitting.Attendance;
import org.baton.panel.sitting.MeetingProcess;
import org.baton.panel.sitting.Schedule;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall.At;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Names.What;
import org.baton.protocol.Names;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code panel}: what models do at and around a sitting. */
@ModelBean(name = "panel")
public class PanelBean {

  /** Tells a pathway that the panel has decided on its case. */
  static final String PANEL_DECIDED = "baton.panelDecided";

  private final Sittings sittings;
  private final Schedule schedule;
  private final Attendance attendance;
  private final Agenda agenda;
  private final Listing listing;
  private final Decisions decisions;
  private final Votes votes;
  private final SignOff signOff;
  private final ActionLog actions;
  private final Notes notes;
  private final Members members;
  private final MeetingProcess process;
  private final CaseFile cases;
  private final Runs runs;
  private final Answers answers;
  private final Packs packs;

  PanelBean(Sittings sittings, Schedule schedule, Attendance attendance, Agenda agenda, Listing listing, Decisions decisions, Votes votes, SignOff signOff,
      ActionLog actions, Notes notes, Members members, MeetingProcess process, CaseFile cases, Runs runs, Answers answers, Packs packs) {
    this.sittings = sittings;
    this.schedule = schedule;
    this.attendance = attendance;
    this.agenda = agenda;
    this.listing = listing;
    this.decisions = decisions;
    this.votes = votes;
    this.signOff = signOff;
    this.actions = actions;
    this.notes = notes;
    this.members = members;
    this.process = process;
    this.cases = cases;
    this.runs = runs;
    this.answers = answers;
    this.packs = packs;
  }

  /** Puts the case on the agenda of the next sitting whose cut-off lies after its receipt. Sets {@code inTime} to whether that is the coming one. */
  @ModelCall(value = "Puts the case on the agenda of the next sitting whose cut-off lies after its receipt, and reads whether that is the coming one.", sets = Fact.IN_TIME)
  public void propose(DelegateExecution execution) {
    var id = caseId(execution);
    execution.setVariable(Fact.IN_TIME, listing.isForComingSitting(listing.propose(id, cases.get(id).receivedAt())));
  }

  /** Puts a case that was deferred, or is to be heard once more, on the agenda of the very next sitting; the cut-off is for new referrals. */
  @ModelCall("Puts a case that was deferred, or is to be heard once more, on the agenda of the very next sitting; the cut-off is for new referrals.")
  public void proposeAgain(DelegateExecution execution) {
    listing.proposeAgain(caseId(execution));
  }

  /** Plans all sittings of the year that the fact {@code programmeYear} names. */
  @ModelCall("Plans all sittings of the year that the fact programmeYear names.")
  public void planYear(DelegateExecution execution) {
    schedule.planYear(packs.ofProcess(execution.getProcessDefinitionId()).authority(), (Integer) execution.getVariable("programmeYear"));
  }

  /** The proposed change of the members that the process is about takes effect. */
  @ModelCall("Lets the proposed change of the members of the panel take effect.")
  public void changeMembers(DelegateExecution execution) {
    members.takeEffect((String) execution.getVariable(Fact.MEMBER_ID));
  }

  /**
   * Begins a process for each note of that kind about a case of the meeting.
   *
   * @param processKey a process of the pack
   * @param kind of the notes, as the target of their form's field names it
   */
  @ModelCall("Begins a process for each case of the meeting about which something of that kind was noted.")
  public void beginForNotes(DelegateExecution execution, @Names(value = What.PROCESS, about = "The process") String processKey, @Names(value = What.WORD, about = "The kind of the notes, the last word of the target panel.note") String kind) {
    var meeting = sittings.get(meetingId(execution));
    notes.of(meeting.id()).stream().filter(note -> note.kind().equalsIgnoreCase(kind)).flatMap(note -> note.caseId().stream()).distinct()
        .forEach(id -> process.beginFor(meeting, id, processKey));
  }

  /** Takes the case off the agenda on which it stands, as its family has withdrawn its consent. */
  @ModelCall("Takes the case off the agenda on which it stands, as its family has withdrawn its consent.")
  public void withdraw(DelegateExecution execution) {
    listing.withdraw(caseId(execution), "Consent was withdrawn");
  }

  @ModelCall("Settles the agenda of the meeting: whatever the chair has not screened out is listed.")
  public void agreeAgenda(DelegateExecution execution) {
    agenda.agree(meetingId(execution));
  }

  /** Sets {@code moreItems}, and {@code agendaItemId} and {@code caseId} of the next one. */
  @ModelCall(value = "Calls the next case of the agenda, if there is one.", sets = {Fact.MORE_ITEMS, Fact.PANEL_OUTCOME, Fact.AGENDA_ITEM_ID, Fact.CASE_ID})
  public void nextItem(DelegateExecution execution) {
    var next = agenda.nextItem(meetingId(execution));
    execution.setVariable(Fact.MORE_ITEMS, next.isPresent());
    execution.setVariable(Fact.PANEL_OUTCOME, null);
    next.ifPresent(item -> {
      execution.setVariable(Fact.AGENDA_ITEM_ID, item.id());
      execution.setVariable(Fact.CASE_ID, item.caseId().value());
    });
  }

  /** Sets {@code servicesPresent} and {@code chairPresent} from the sign-in sheet as it stands. */
  @ModelCall(value = "Counts the services in the room that count, and looks whether somebody fills the chair, by the table seat.", sets = {Fact.SERVICES_PRESENT, Fact.CHAIR_PRESENT})
  public void countAttendance(DelegateExecution execution) {
    execution.setVariable(Fact.SERVICES_PRESENT, attendance.servicesPresent(meetingId(execution)));
    execution.setVariable(Fact.CHAIR_PRESENT, attendance.chairPresent(meetingId(execution)));
  }

  /** Sets {@code leadingMargin}. */
  @ModelCall(value = "Counts the votes for the leading service less all others.", sets = Fact.LEADING_MARGIN)
  public void countVotes(DelegateExecution execution) {
    execution.setVariable(Fact.LEADING_MARGIN, votes.leadingMargin(itemId(execution)));
  }

  /** Records the choice of the majority as the decision. Sets {@code panelOutcome}. */
  @ModelCall(value = "Records the choice of the majority as the decision on the case at hand.", sets = Fact.PANEL_OUTCOME)
  public void decideByVote(DelegateExecution execution, @Names(value = What.WORD, about = "The outcome, a value that the pathway branches on") String outcome) {
    execution.setVariable(Fact.PANEL_OUTCOME, outcome);
    decisions.decide(itemId(execution), new Decisions.Decided(outcome, Optional.of(votes.leadingChoice(itemId(execution))), "VOTE",
        "The majority of the attending members voted for it."));
  }

  /** Records that the panel came to no agreement, which the case's pathway goes on with. Sets {@code panelOutcome}. */
  @ModelCall(value = "Records that the panel came to no agreement, which the pathway of the case goes on with.", sets = Fact.PANEL_OUTCOME)
  public void decideWithout(DelegateExecution execution, @Names(value = What.WORD, about = "The outcome, a value that the pathway branches on") String outcome) {
    execution.setVariable(Fact.PANEL_OUTCOME, outcome);
    decisions.decide(itemId(execution), new Decisions.Decided(outcome, Optional.empty(), "NONE", "The panel came to no agreement."));
  }

  /** Puts the item at hand on the next sitting's agenda, as this one could not decide on it. */
  @ModelCall("Puts the case at hand on the agenda of the next sitting, as this one could not decide on it.")
  public void carryOver(DelegateExecution execution) {
    listing.carryOver(agenda.item(itemId(execution)), "The sitting was not quorate");
  }

  @ModelCall("Ends the sitting: clocks that count from its end start, and what was not reached goes to the next sitting.")
  public void end(DelegateExecution execution) {
    sittings.end(meetingId(execution));
  }

  /** Sets {@code unsignedDecisions} to whether a decision of the meeting waits for its sign-off. */
  @ModelCall(value = "Reads whether a decision of the meeting waits for its sign-off.", sets = Fact.UNSIGNED_DECISIONS)
  public void readUnsigned(DelegateExecution execution) {
    execution.setVariable(Fact.UNSIGNED_DECISIONS, !signOff.unsigned(meetingId(execution)).isEmpty());
  }

  /** For a step that is done once for each: the cases whose decision is signed off and that have not gone on with it. */
  @ModelCall(value = "The cases whose decision is signed off and that have not gone on with it.", at = At.COLLECTION, each = Fact.CASE_ID)
  public List<String> signedOff(DelegateExecution execution) {
    return signOff.notPickedUp(meetingId(execution)).stream().filter(decision -> decision.signedAt().isPresent())
        .map(decision -> decision.caseId().value()).collect(Collectors.toCollection(ArrayList::new));
  }

  /** For a step that is done once for each: the cases that the meeting has decided on and that have not gone on, where nobody signs off. */
  @ModelCall(value = "The cases that the meeting has decided on and that have not gone on, where nobody signs off.", at = At.COLLECTION, each = Fact.CASE_ID)
  public List<String> decided(DelegateExecution execution) {
    return signOff.notPickedUp(meetingId(execution)).stream().map(decision -> decision.caseId().value()).collect(Collectors.toCollection(ArrayList::new));
  }

  /** For a step that is done once for each: the cases that the meeting has heard. */
  @ModelCall(value = "The cases that the meeting has heard.", at = At.COLLECTION, each = Fact.CASE_ID)
  public List<String> heard(DelegateExecution execution) {
    return agenda.of(meetingId(execution)).stream().filter(item -> item.state() == AgendaItem.State.HEARD).map(item -> item.caseId().value()).distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** For a step that every member does for its own service: the services that sit on the forum of the meeting today. */
  @ModelCall(value = "The services that sit on the panel of the meeting today, for a step that each does for itself.", at = At.COLLECTION, each = Fact.MEMBER_SERVICE)
  public List<String> members(DelegateExecution execution) {
    var meeting = sittings.get(meetingId(execution));
    return members.of(meeting.authority(), meeting.forum()).stream().map(Members.Member::service).collect(Collectors.toCollection(ArrayList::new));
  }

  /** Notes that the member at hand has not done what it was asked before the sitting. */
  @ModelCall("Notes that the member at hand has not done what it was asked before the sitting.")
  public void noteNotPrepared(DelegateExecution execution) {
    var service = packs.ofProcess(execution.getProcessDefinitionId()).profile().service((String) execution.getVariable(Fact.MEMBER_SERVICE));
    notes.note(meetingId(execution), null, "NOT_PREPARED", service.name(), "not done before the sitting");
  }

  /**
   * Records the outcome that the fact {@code panelOutcome} names as the decision on the item at hand.
   *
   * @param reachedBy how it was reached, as the minutes say it, for example {@code CHAIRS}
   * @param serviceKey the fact that names the service, if one is named
   * @param reasonsKey the key of the answer that gives the reasons
   */
  @ModelCall("Records the outcome that the fact panelOutcome names as the decision on the case at hand.")
  public void decideAs(DelegateExecution execution, @Names(value = What.WORD, about = "How it was reached, as the minutes say it") String reachedBy, @Names(value = What.FACT, about = "The fact that names the service, if one is named") String serviceKey, @Names(value = What.ANSWER, about = "The answer that gives the reasons") String reasonsKey) {
    decisions.decide(itemId(execution), new Decisions.Decided((String) execution.getVariable(Fact.PANEL_OUTCOME),
        Optional.ofNullable((String) execution.getVariable(serviceKey)), reachedBy, answers.latest(caseId(execution)).get(reasonsKey)));
  }

  /** Sets {@code panelOutcome} to what was last decided on the case at hand. */
  @ModelCall(value = "Reads what was last decided on the case at hand.", sets = Fact.PANEL_OUTCOME)
  public void readDecision(DelegateExecution execution) {
    execution.setVariable(Fact.PANEL_OUTCOME, decisions.latest(caseId(execution)).map(PanelDecision::outcome).orElse(null));
  }

  /** Sets {@code actionsLogged} to whether the meeting gave anybody something to do. */
  @ModelCall(value = "Reads whether the meeting gave anybody something to do.", sets = Fact.ACTIONS_LOGGED)
  public void readActions(DelegateExecution execution) {
    execution.setVariable(Fact.ACTIONS_LOGGED, !actions.ofMeeting(meetingId(execution)).isEmpty());
  }

  /**
   * Lets the pathway of the case at hand go on with what the meeting decided. Sets {@code pathwayWoken} to whether it was waiting; where
   * it was not, the decision is left to the person whom the model asks then. A repeated call changes nothing.
   */
  @ModelCall(value = "Lets the pathway of the case at hand go on with what the meeting decided, and reads whether it was waiting; where it was not, the model asks a person.", sets = Fact.PATHWAY_WOKEN)
  public void wakePathway(DelegateExecution execution) {
    execution.setVariable(Fact.PATHWAY_WOKEN, signOff.pickUp(meetingId(execution), caseId(execution)).map(this::wake).orElse(true));
  }

  private boolean wake(PanelDecision decision) {
    return runs.tell(decision.caseId(), PANEL_DECIDED, Map.of(
        Fact.PANEL_OUTCOME, decision.outcome(), Fact.ACCEPTANCE, decision.accepted() ? "ACCEPTED" : "OPEN",
        Fact.SERVICE_NAMED, decision.service().isPresent()));
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
