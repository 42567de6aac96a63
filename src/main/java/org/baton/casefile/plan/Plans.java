package org.baton.casefile.plan;

import java.time.Clock;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.chronology.Chronology;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans of cases. */
@Service
@Transactional
public class Plans {

  private final PlanStore store;
  private final CaseFile cases;
  private final Chronology chronology;
  private final Clock clock;
  private final CurrentUser user;

  Plans(PlanStore store, CaseFile cases, Chronology chronology, Clock clock, CurrentUser user) {
    this.store = store;
    this.cases = cases;
    this.chronology = chronology;
    this.clock = clock;
    this.user = user;
  }

  /** Sets the plan of the case; the versions before stay. The same plan again makes no version. */
  public void set(CaseId id, Plan plan) {
    var record = cases.hold(id);
    if (!store.of(id).equals(Optional.of(plan))) {
      store.insert(id, plan, clock.instant(), user.id());
      chronology.note(id, "PLAN", cases.pack(record).say("plan.set", "aim", plan.aim(), "reviewOn", plan.reviewOn().orElse(null)));
    }
  }

  @Transactional(readOnly = true)
  public Optional<Plan> of(CaseId id) {
    return store.of(id);
  }
}
