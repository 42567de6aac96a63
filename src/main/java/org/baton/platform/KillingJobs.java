package org.baton.platform;

import java.time.Clock;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets jobs aside that take the server down. A job that is locked when Baton starts was in hand when a server died; one that was in the
 * hands of {@value #LIVES} servers is not run again, and shows as an incident in Cockpit, where an administrator can give it new tries.
 */
@Component
class KillingJobs {

  static final int LIVES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(KillingJobs.class);

  private final InterruptedJobs store;
  private final ManagementService managementService;
  private final Clock clock;

  KillingJobs(InterruptedJobs store, ManagementService managementService, Clock clock) {
    this.store = store;
    this.managementService = managementService;
    this.clock = clock;
  }

  /** Before the first job of this server's life; a second call in the same life finds nothing new. */
  @Transactional
  void setAside() {
    store.note(clock.instant());
    store.inTheHandsOf(LIVES).forEach(job -> {
      managementService.setJobRetries(job, 0);
      store.forget(job);
      LOG.error("The job {} was in hand when {} servers died; it is set aside as an incident", job, LIVES);
    });
  }
}
