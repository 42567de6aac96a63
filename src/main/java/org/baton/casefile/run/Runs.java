package org.baton.casefile.run;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The processes that cases run through. */
@Service
@Transactional
public class Runs {

  private final RunStore store;
  private final CaseRuns engine;
  private final Clock clock;

  Runs(RunStore store, CaseRuns engine, Clock clock) {
    this.store = store;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * A process has begun for the case.
   *
   * @param main whether it is the one run that carries the case, of which there is never a second
   */
  public void began(CaseId id, String processInstanceId, String processKey, boolean main) {
    store.insert(processInstanceId, id, processKey, main, clock.instant());
  }

  /** A process of the case has ended; a repeated call has no further effect. */
  public void ended(String processInstanceId) {
    store.end(processInstanceId, clock.instant());
  }

  /** Tells the pathway that carries the case. @return whether it was waiting for that message; false between two phases and after closure */
  public boolean tell(CaseId id, String message, Map<String, Object> facts) {
    return store.main(id).map(run -> engine.tell(run, message, facts)).orElse(false);
  }

  /** The process instance that carries the case now; empty between two phases and after closure. */
  @Transactional(readOnly = true)
  public Optional<String> main(CaseId id) {
    return store.main(id);
  }

  /** Begins for a case what another runs through, where that stands. */
  public void beginLike(CaseRecord from, String processInstanceId, CaseRecord parted) {
    engine.beginLike(from, processInstanceId, parted);
  }
}
