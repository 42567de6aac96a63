package org.baton.casefile;

import java.util.List;
import java.util.Optional;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases themselves, as they stand. What is done to them is done by the services beside: each joins the transaction of the person's action. */
@Service
@Transactional
public class CaseFile {

  private final CaseStore store;
  private final Packs packs;

  CaseFile(CaseStore store, Packs packs) {
    this.store = store;
    this.packs = packs;
  }

  /** @throws CaseNotFoundException if there is no such case */
  @Transactional(readOnly = true)
  public CaseRecord get(CaseId id) {
    return store.find(id).orElseThrow(() -> new CaseNotFoundException(id.value()));
  }

  /** As {@link #get(CaseId)}, with the same refusal for a case of an authority that is not among these. */
  @Transactional(readOnly = true)
  public CaseRecord get(List<String> authorities, String id) {
    return Optional.of(id).filter(text -> text.matches("[A-Z]{3}-\\d{4}-\\d{6}")).map(CaseId::new).flatMap(store::find)
        .filter(found -> authorities.contains(found.authority())).orElseThrow(() -> new CaseNotFoundException(id));
  }

  /** The cases of these numbers, in the order in which they are asked for; those that are not there are left out. */
  @Transactional(readOnly = true)
  public List<CaseRecord> all(List<CaseId> ids) {
    return ids.isEmpty() ? List.of() : store.all(ids);
  }

  /** The cases of these authorities by number. @param after the number after which to go on; empty text for the first page */
  @Transactional(readOnly = true)
  public List<CaseRecord> list(List<String> authorities, String after, int limit) {
    return authorities.isEmpty() ? List.of() : store.list(authorities, after, limit);
  }

  /** The pack that the case began under. */
  @Transactional(readOnly = true)
  public Pack pack(CaseId id) {
    return pack(get(id));
  }

  /** As {@link #pack(CaseId)}, of a case that is at hand. */
  public Pack pack(CaseRecord record) {
    return packs.of(record.deploymentId());
  }

  /**
   * The case as it stands, open, and not to be closed or passed on by anybody else before this transaction ends.
   *
   * @throws CaseClosedException if it is closed
   */
  public CaseRecord hold(CaseId id) {
    if (!store.holdOpen(id)) {
      throw new CaseClosedException(get(id).id());
    }
    return get(id);
  }

  /** As {@link #hold}. @return false if it is closed */
  public boolean holdIfOpen(CaseId id) {
    return store.holdOpen(id);
  }

  /** Holds the case, closed or not, until this transaction ends. */
  public void holdOpenOrClosed(CaseId id) {
    store.holdInOrder(id);
  }

  /** Holds both cases, closed or not, in one order for everybody, so that two who come from either side never wait for each other. */
  public void holdBoth(CaseId one, CaseId other) {
    store.holdInOrder(one, other);
  }
}
