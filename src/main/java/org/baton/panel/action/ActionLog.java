package org.baton.panel.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

  /** Gives a member something to do about the case of an agenda item. @param due London date */
  public void add(String itemId, String what, String responsible, LocalDate due) {
    store.insert(agenda.item(itemId).id(), what, responsible, due);
  }

  /** What members of a forum are still to do, the oldest due first. */
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
    var action = store.find(actionId, authority).orElseThrow(() -> new PanelRefusedException("There is no action '" + actionId + "'"));
    store.report(actionId, done ? action.doneAt().orElseGet(clock::instant) : null, report);
    chronology.note(action.caseId(), "ACTION", cases.pack(action.caseId()).say("action.reported", "what", action.what(), "responsible", action.responsible(), "done", done, "report", report), "");
  }
}
