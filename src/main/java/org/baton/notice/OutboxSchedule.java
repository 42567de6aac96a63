package org.baton.notice;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends every few seconds, where the engine runs its jobs too; elsewhere whoever runs the jobs sends. */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class OutboxSchedule {

  private final Outbox outbox;

  OutboxSchedule(Outbox outbox) {
    this.outbox = outbox;
  }

  @Scheduled(fixedDelay = 3_000, initialDelay = 5_000)
  void send() {
    outbox.sendDue();
  }
}
