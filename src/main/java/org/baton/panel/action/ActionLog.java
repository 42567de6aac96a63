package org.baton.panel.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.chronology.Chronology;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.agenda.Agenda;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members are to do before a case is heard again or after it was decided, and what they report. */
@Service
@Transactional
public class ActionLog {

  private final ActionStore store;
  private final Agenda agenda;
  private final CaseFile cases;
  private final Chronology chronology;
  private final Clock clock;

  ActionLog(ActionStore store, Agenda agenda, CaseFile cases, Chronology chronology, Clock clock) {
    this.store = store;
    this.agenda = agenda;
    this.cases = cases;
    this.chronology = chronology;
    this.clock = clock;
  }

  /**
   * Gives a member something to do about the case of an agenda item.
   *
   * @param service whose person does it; empty where nobody says
   * @param due London date
   * @throws IllegalArgumentException if the authority has no such service
   */
  public void add(String itemId, String what, String responsible, Optional<String> service, LocalDate due) {
    var item = agenda.item(itemId);
    service.ifPresent(cases.pack(item.caseId()).profile()::service);
    store.insert(item.id(), what, responsible, service.orElse(null), due);
  }

  /** Of a case that was never at a sitting, what is to be done stands in its chronology; nobody is asked for a report. */
  public void noteAlone(CaseId id, String what, String responsible, LocalDate due) {
    chronology.note(id, "ACTION", cases.pack(id).say("action.atHand", "what", what, "responsible", responsible, "due", due), "");
  }

  /** @throws PanelRefusedException if the authority has no such action */
  @Transactional(readOnly = true)
  public Action get(String authority, String actionId) {
    return store.find(actionId, authority).orElseThrow(() -> new PanelRefusedException("There is no action '" + actionId + "'"));
  }

  /** Who does it: the name, and the service where one is known. */
  @Transactional(readOnly = true)
  public String who(Action action) {
    return action.who(cases.pack(action.caseId()).profile());
  }

  /** What is to be done, by whom and when, and what was said of it. */
  @Transactional(readOnly = true)
  public String inWords(Action action) {
    return cases.pack(action.caseId()).say("action.atHand", "what", action.what(), "responsible", who(action), "due", action.dueOn(),
        "report", action.report().orElse(null), "followedUp", action.followedUp().orElse(null));
  }

  /**
   * An action that is not done is looked at again on another day.
   *
   * @param due London date
   * @throws PanelRefusedException if the authority has no such action
   */
  public void putOff(String authority, String actionId, LocalDate due) {
    store.putOff(get(authority, actionId).id(), due);
  }

  /** What members of a forum are still to do, the oldest due first. What is no longer needed is not among it. */
  @Transactional(readOnly = true)
  public List<Action> open(String authority, String forum) {
    return store.open(authority, forum);
  }

  @Transactional(readOnly = true)
  public List<Action> ofCase(CaseId id) {
    return store.ofCase(id);
  }

  /** What the meeting gave members to do, the oldest due first. */
  @Transactional(readOnly = true)
  public List<Action> ofMeeting(String meetingId) {
    return store.ofMeeting(meetingId);
  }

  /**
   * A member reports on an action. The last report stands; done is done.
   *
   * @param report null if there is nothing to say
   * @throws PanelRefusedException if the authority has no such action
   */
  public void report(String authority, String actionId, boolean done, String report) {
    var action = get(authority, actionId);
    store.report(actionId, done ? action.doneAt().orElseGet(clock::instant) : null, report);
    note(action, done, false, report);
  }

  /**
   * Somebody follows an action up with the member, whose own report stays. The last word stands.
   *
   * @throws PanelRefusedException if the authority has no such action
   */
  public void followUp(String authority, String actionId, FollowUp result, String word) {
    var action = get(authority, actionId);
    store.followUp(actionId, result == FollowUp.DONE ? action.doneAt().orElseGet(clock::instant) : null, result == FollowUp.GIVEN_UP ? clock.instant() : null, word);
    note(action, result == FollowUp.DONE, result == FollowUp.GIVEN_UP, word);
  }

  /** From now on its service is asked for a report. @return false if it was before, and nothing changes */
  public boolean begin(Action action) {
    return store.begin(action.id(), clock.instant());
  }

  private void note(Action action, boolean done, boolean givenUp, String word) {
    chronology.note(action.caseId(), "ACTION", cases.pack(action.caseId()).say("action.reported", "what", action.what(), "responsible", who(action), "done", done, "givenUp", givenUp, "report", word), "");
  }

  /** What becomes of an action that is followed up. LEFT: it stays to be done. */
  public enum FollowUp { DONE, GIVEN_UP, LEFT }
}
