package org.baton.panel.agenda;

import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.panel.PanelRefusedException;
import org.baton.panel.sitting.Sittings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agenda of a sitting: what stands on it, screened or not, and in which order it is heard. */
@Service
@Transactional
public class Agenda {

  private final AgendaStore store;
  private final Sittings sittings;

  Agenda(AgendaStore store, Sittings sittings) {
    this.store = store;
    this.sittings = sittings;
  }

  /** What stands or stood on it, in its order. */
  @Transactional(readOnly = true)
  public List<AgendaItem> of(String meetingId) {
    return store.items(meetingId);
  }

  /** What waits to be heard there, screened or not. */
  @Transactional(readOnly = true)
  public List<AgendaItem> waiting(String meetingId) {
    return store.items(meetingId).stream().filter(AgendaItem::waits).toList();
  }

  /** The meetings on whose agenda the case stands or stood, in their order. */
  @Transactional(readOnly = true)
  public List<String> meetingsOf(CaseId id) {
    return store.meetingsOf(id);
  }

  /** @throws PanelRefusedException if there is no such item */
  @Transactional(readOnly = true)
  public AgendaItem item(String id) {
    return store.find(id).orElseThrow(() -> new PanelRefusedException("There is no agenda item '" + id + "'"));
  }

  /** The item under which the case stands or stood on the meeting's agenda; empty if it never did. */
  @Transactional(readOnly = true)
  public Optional<AgendaItem> item(String meetingId, CaseId id) {
    return store.item(meetingId, id);
  }

  /** The item under which the case waits to be heard; empty if it waits for no sitting. */
  @Transactional(readOnly = true)
  public Optional<AgendaItem> openItem(CaseId id) {
    return store.openItem(id);
  }

  /** The item as it stands now and until the end of the transaction. */
  public AgendaItem hold(String id) {
    store.lock(id);
    return item(id);
  }

  /** The next case to be heard, in the order of the agenda. */
  @Transactional(readOnly = true)
  public Optional<AgendaItem> nextItem(String meetingId) {
    return store.items(meetingId).stream().filter(item -> item.state() == AgendaItem.State.LISTED).findFirst();
  }

  /**
   * The agenda stands: whatever the chair has not screened out is listed. A repeated call changes nothing.
   *
   * @throws PanelRefusedException if the sitting has begun, is over or cancelled
   */
  public void agree(String meetingId) {
    sittings.agreeAgenda(meetingId);
    store.listProposed(meetingId);
  }

  /**
   * The chair's screening of one case.
   *
   * @param heard false if it is not to be heard
   * @param reason null if none is given
   * @throws PanelRefusedException if the case is not on this meeting's agenda, or was screened out, withdrawn or heard already
   */
  public AgendaItem screen(String meetingId, CaseId id, boolean heard, String reason) {
    var item = store.item(meetingId, id).orElseThrow(() -> new PanelRefusedException("Case " + id + " is not on the agenda of this meeting"));
    var kept = heard ? store.list(item.id(), reason) : store.takeOff(item.id(), AgendaItem.State.NOT_LISTED, reason);
    if (!kept) {
      throw new PanelRefusedException("Case " + id + " is screened already; expected each case once");
    }
    return item;
  }

  /** It was decided on the case. */
  public void heard(AgendaItem item) {
    store.heard(item.id());
  }
}
