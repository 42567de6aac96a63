package org.baton.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Seals passwords that an earlier version kept in clear, and refuses to run with another key than the one they were sealed with. */
@Component
@Order(5)
class SealOldPasswords implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(SealOldPasswords.class);

  private final NoticeStore store;
  private final Sealing sealing;

  SealOldPasswords(NoticeStore store, Sealing sealing) {
    this.store = store;
    this.sealing = sealing;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    store.anySealed().ifPresent(sealed -> {
      try {
        sealing.open(sealed);
      } catch (IllegalStateException e) {
        throw new IllegalStateException("baton.notice.key (BATON_NOTICE_KEY) does not open the passwords that are in the database; expected the key they were sealed with", e);
      }
    });
    var clear = store.clearPasswords();
    clear.forEach((messageId, secret) -> store.seal(messageId, sealing.seal(secret)));
    if (!clear.isEmpty()) {
      LOG.info("{} passwords of letters that were kept in clear are sealed now", clear.size());
    }
  }
}
