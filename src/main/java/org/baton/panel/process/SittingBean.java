package org.baton.panel.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baton.panel.action.Action;
import org.baton.panel.action.ActionLog;
import org.baton.panel.decision.Decisions;
import org.baton.panel.member.Members;
import org.baton.panel.note.Notes;
import org.baton.panel.sitting.Attendance;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.MeetingProcess;
import org.baton.panel.sitting.Schedule;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall.At;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Moment;
import org.baton.protocol.Names.What;
import org.baton.protocol.Names;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code panel}: what models do with a sitting as such. */
@ModelBean(name = "panel")
public class SittingBean {

  private final Sittings sittings;
  private final Schedule schedule;
  private final Attendance attendance;
  private final Notes notes;
  private final Members members;
  private final ActionLog actions;
  private final MeetingProcess process;
  private final Decisions decisions;
  private final Packs packs;

  SittingBean(Sittings sittings, Schedule schedule, Attendance attendance, Notes notes, Members members, ActionLog actions, MeetingProcess process, Decisions decisions, Packs packs) {
    this.sittings = sittings;
    this.schedule = schedule;
    this.attendance = attendance;
    this.notes = notes;
    this.members = members;
    this.actions = actions;
    this.process = process;
    this.decisions = decisions;
    this.packs = packs;
  }

  /** Plans all sittings of the year that the fact {@code programmeYear} names. */
  @ModelCall(value = "Plans all sittings of the year that the fact programmeYear names.", reads = "programmeYear")
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
    var meeting = sittings.get(PanelFacts.meetingId(execution));
    notes.of(meeting.id()).stream().filter(note -> note.kind().equalsIgnoreCase(kind)).flatMap(note -> note.caseId().stream()).distinct()
        .forEach(id -> process.beginFor(meeting, id, processKey, Map.of()));
  }

  /**
   * Begins a process for each action that the meeting gave a service and that is not done yet: the service is the member at hand.
   *
   * @param processKey a process of the pack
   */
  @ModelCall(value = "Begins a process for each action that the meeting gave a service and that is not done yet.", gives = {Moment.CASE, Moment.SERVICE, Moment.ACTION})
  public void beginForActions(DelegateExecution execution, @Names(value = What.PROCESS, about = "The process") String processKey) {
    var meeting = sittings.get(PanelFacts.meetingId(execution));
    begin(meeting, actions.ofMeeting(meeting.id()), processKey);
  }

  /**
   * As {@link #beginForActions}, for those that were given about the case at hand after the meeting that last decided on it. A repeated
   * call begins nothing twice.
   *
   * @param processKey a process of the pack
   */
  @ModelCall(value = "Begins a process for each action that a service was given about the case at hand and that nobody follows up yet.", gives = {Moment.CASE, Moment.SERVICE, Moment.ACTION})
  public void beginForCaseActions(DelegateExecution execution, @Names(value = What.PROCESS, about = "The process") String processKey) {
    decisions.latest(PanelFacts.caseId(execution)).map(decision -> sittings.get(decision.meetingId()))
        .ifPresent(meeting -> begin(meeting, actions.ofCase(PanelFacts.caseId(execution)), processKey));
  }

  private void begin(Meeting meeting, List<Action> given, String processKey) {
    given.stream().filter(action -> !action.over()).forEach(action -> action.service().filter(service -> actions.begin(action)).ifPresent(service ->
        process.beginFor(meeting, action.caseId(), processKey, Map.of(Fact.ACTION_ID, action.id(), Fact.MEMBER_SERVICE, service))));
  }

  /** Sets {@code servicesPresent} and {@code chairPresent} from the sign-in sheet as it stands. */
  @ModelCall(value = "Counts the services in the room that count, and looks whether somebody fills the chair, by the table seat.", sets = {Fact.SERVICES_PRESENT, Fact.CHAIR_PRESENT})
  public void countAttendance(DelegateExecution execution) {
    execution.setVariable(Fact.SERVICES_PRESENT, attendance.servicesPresent(PanelFacts.meetingId(execution)));
    execution.setVariable(Fact.CHAIR_PRESENT, attendance.chairPresent(PanelFacts.meetingId(execution)));
  }

  @ModelCall("Ends the sitting: clocks that count from its end start, and what was not reached goes to the next sitting.")
  public void end(DelegateExecution execution) {
    sittings.end(PanelFacts.meetingId(execution));
  }

  /** For a step that every member does for its own service: the services that sit on the forum of the meeting today. */
  @ModelCall(value = "The services that sit on the panel of the meeting today, for a step that each does for itself.", at = At.COLLECTION, each = Fact.MEMBER_SERVICE, gives = Moment.SERVICE)
  public List<String> members(DelegateExecution execution) {
    var meeting = sittings.get(PanelFacts.meetingId(execution));
    return members.of(meeting.authority(), meeting.forum()).stream().map(Members.Member::service).collect(Collectors.toCollection(ArrayList::new));
  }

  /** Notes that the member at hand has not done what it was asked before the sitting. */
  @ModelCall("Notes that the member at hand has not done what it was asked before the sitting.")
  public void noteNotPrepared(DelegateExecution execution) {
    var pack = packs.ofProcess(execution.getProcessDefinitionId());
    var service = pack.profile().service((String) execution.getVariable(Fact.MEMBER_SERVICE));
    notes.note(PanelFacts.meetingId(execution), null, "NOT_PREPARED", service.name(), pack.say("preparation.notDone"));
  }
}
