package org.baton.panel.decision;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.chronology.Chronology;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.agenda.Agenda;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a decision: the chair's screening and signature, and the pathway that goes on with it. */
@Service
@Transactional
public class SignOff {

  private final DecisionStore store;
  private final Decisions decisions;
  private final Agenda agenda;
  private final Chronology chronology;
  private final Clock clock;
  private final CurrentUser user;

  SignOff(DecisionStore store, Decisions decisions, Agenda agenda, Chronology chronology, Clock clock, CurrentUser user) {
    this.store = store;
    this.decisions = decisions;
    this.agenda = agenda;
    this.chronology = chronology;
    this.clock = clock;
    this.user = user;
  }

  /**
   * The chair's screening of one case: listed, or not to be heard. A case that is not to be heard is decided by this.
   *
   * @param outcome empty if it is listed, else the outcome that its pathway goes on with
   * @param reason null if none is given
   * @throws PanelRefusedException if the case is not on this meeting's agenda, was screened out or decided on already, or no reason is
   *     given for not hearing it
   */
  public void screen(String meetingId, CaseId id, Optional<String> outcome, String reason) {
    if (outcome.isPresent() && (reason == null || reason.isBlank())) {
      throw new PanelRefusedException("Case " + id + " is not to be heard but no reason is given; expected one");
    }
    var item = agenda.screen(meetingId, id, outcome.isEmpty(), reason);
    outcome.ifPresent(decided -> sign(decisions.record(decisions.undecided(item.id()), new Decisions.Decided(decided, Optional.empty(), "CHAIR", reason)), reason));
  }

  /**
   * Signs off what was decided on a case, with the words of its decision box. What was signed before stays as it is.
   *
   * @throws PanelRefusedException if the meeting has not decided on the case
   */
  public void sign(String meetingId, CaseId id, String box) {
    sign(of(meetingId, id), box);
  }

  /**
   * Writes what is to be signed in the decision box. A repeated call writes it anew; what was signed before stays as it is.
   *
   * @throws PanelRefusedException if the meeting has not decided on the case
   */
  public void fill(String meetingId, CaseId id, String box) {
    store.fill(of(meetingId, id).id(), box);
  }

  private PanelDecision of(String meetingId, CaseId id) {
    return store.of(meetingId).stream().filter(one -> one.caseId().equals(id)).findFirst().orElseThrow(() ->
        new PanelRefusedException("This meeting has not decided on case " + id + "; expected one that it has decided on"));
  }

  private void sign(PanelDecision decision, String box) {
    if (store.sign(decision.id(), box, clock.instant(), user.id())) {
      chronology.note(decision.caseId(), "SIGNED_OFF", box);
    }
  }

  /** Decisions of a meeting that no pathway has gone on with yet, signed off or not. */
  @Transactional(readOnly = true)
  public List<PanelDecision> notPickedUp(String meetingId) {
    return store.notPickedUp(meetingId);
  }

  /** Those of them that wait for the signature. */
  @Transactional(readOnly = true)
  public List<PanelDecision> unsigned(String meetingId) {
    return store.notPickedUp(meetingId).stream().filter(decision -> decision.signedAt().isEmpty()).toList();
  }

  /** Notes that the case goes on with what the meeting decided on it. @return that decision; empty if it went on before */
  public Optional<PanelDecision> pickUp(String meetingId, CaseId id) {
    return store.notPickedUp(meetingId).stream().filter(one -> one.caseId().equals(id)).findFirst().filter(one -> store.pickedUp(one.id(), clock.instant()));
  }
}
