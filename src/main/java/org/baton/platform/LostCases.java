package org.baton.platform;

import java.util.List;
import org.baton.protocol.Packs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The watch over open cases that nothing carries on: without any running process, and so without task, timer, message or job. */
@Component
public class LostCases {

  private static final Logger LOG = LoggerFactory.getLogger(LostCases.class);

  private final LostCasesStore store;
  private final Packs packs;

  LostCases(LostCasesStore store, Packs packs) {
    this.store = store;
    this.packs = packs;
  }

  /** Numbers of the authority's open cases that no process runs for, sorted. */
  public List<String> list(String authority) {
    return store.withoutProcess(authority);
  }

  /** Writes them to the log, by their numbers alone. */
  void report() {
    packs.authorities().forEach(authority -> {
      var lost = list(authority);
      if (!lost.isEmpty()) {
        LOG.error("{} open cases of '{}' have no running process, so nobody is asked for anything: {}. An administrator begins them anew; supervisors read them at /api/cases/lost.", lost.size(), authority, lost);
      }
    });
  }

  /** Looks once an hour. Not where no jobs are carried out either, as in tests. */
  @Component
  @EnableScheduling
  @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
  static class Hourly {

    private final LostCases lost;

    Hourly(LostCases lost) {
      this.lost = lost;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void look() {
      lost.report();
    }
  }
}
