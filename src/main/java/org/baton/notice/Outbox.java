package org.baton.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.chronology.Chronology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what steps have written, each message once, or again unchanged if a try ends before Baton knows how it went. Several nodes may
 * do so at once: a try belongs to the node that claimed it.
 */
@Service
public class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int AT_ONCE = 50;
  private static final int LONGEST_FAILURE = 300;
  /** How long a node may be about a try before another one takes it up. */
  private static final Duration CLAIM = Duration.ofMinutes(5);
  /** Until the next try, after the first, second ... that failed. After the last one somebody has to look. */
  private static final List<Duration> BACK_OFF = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));

  private final NoticeStore store;
  private final Mail mail;
  private final Arrivals arrivals;
  private final CaseFile cases;
  private final Chronology chronology;
  private final NoticeWriter writer;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Outbox(NoticeStore store, Mail mail, Arrivals arrivals, CaseFile cases, Chronology chronology, NoticeWriter writer, Clock clock, TransactionTemplate transaction) {
    this.store = store;
    this.mail = mail;
    this.arrivals = arrivals;
    this.cases = cases;
    this.chronology = chronology;
    this.writer = writer;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Tries whatever is due now. @return how many messages were sent */
  public int sendDue() {
    var sent = 0;
    for (var due = store.due(clock.instant(), AT_ONCE); !due.isEmpty(); due = store.due(clock.instant(), AT_ONCE)) {
      for (var notice : due) {
        if (store.claim(notice, clock.instant().plus(CLAIM)) && send(notice)) {
          sent++;
        }
      }
    }
    return sent;
  }

  private boolean send(Notice notice) {
    try {
      mail.send(new Mail.Message(notice.messageId(), notice.addresses(), notice.subject(), notice.locked() ? Notices.COVER : notice.letter().orElseThrow(),
          store.enclosed(notice.messageId())));
    } catch (RuntimeException e) {
      failed(notice, e);
      return false;
    }
    transaction.executeWithoutResult(status -> arrived(notice));
    return true;
  }

  private void arrived(Notice notice) {
    if (store.sent(notice.messageId(), clock.instant())) {
      if (!notice.name().equals(Notices.DEADLINE_PASSED)) {
        notice.caseId().map(CaseId::new).ifPresent(id ->
            chronology.note(id, "NOTICE", cases.pack(id).say("notice.sent", "subject", notice.subject(), "addressee", notice.addressee(), "recipient", notice.recipient()), notice.clauses()));
      }
      arrivals.arrived(notice.messageId());
    }
  }

  /** The cause goes to the log by its kind alone, as a mail server's answer may repeat what a letter says. */
  private void failed(Notice notice, RuntimeException e) {
    var tries = notice.attempts() + 1;
    var why = e.getClass().getSimpleName() + Optional.ofNullable(e.getCause()).map(cause -> ", " + cause.getClass().getSimpleName()).orElse("");
    var last = tries > BACK_OFF.size();
    transaction.executeWithoutResult(status -> {
      store.failed(notice.messageId(), why.substring(0, Math.min(why.length(), LONGEST_FAILURE)), last ? Notice.State.FAILED : Notice.State.PENDING,
          clock.instant().plus(last ? Duration.ZERO : BACK_OFF.get(tries - 1)));
      if (last) {
        writer.ask(notice);
      }
    });
    if (last) {
      LOG.error("Notice {} was not sent in {} tries ({}); a task asks to tell it, and the page /letters has it until somebody tells it or tries again", notice.messageId(), tries, why);
    } else {
      LOG.warn("Notice {} was not sent at try {} ({}); the next is in {}", notice.messageId(), tries, why, BACK_OFF.get(tries - 1));
    }
  }
}
