package org.baton.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.chronology.Chronology;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the notices: passwords are told, failed ones tried again, and what nobody got is told by other means. */
@Service
@Transactional
public class Deliveries {

  private static final int MOST = 500;

  private final NoticeStore store;
  private final NoticeWriter writer;
  private final Sealing sealing;
  private final OtherMeans otherMeans;
  private final Arrivals arrivals;
  private final CaseFile cases;
  private final Chronology chronology;
  private final Clock clock;
  private final CurrentUser user;

  Deliveries(NoticeStore store, NoticeWriter writer, Sealing sealing, OtherMeans otherMeans, Arrivals arrivals, CaseFile cases, Chronology chronology, Clock clock, CurrentUser user) {
    this.store = store;
    this.writer = writer;
    this.sealing = sealing;
    this.otherMeans = otherMeans;
    this.arrivals = arrivals;
    this.cases = cases;
    this.chronology = chronology;
    this.clock = clock;
    this.user = user;
  }

  /**
   * How somebody was told without mail.
   *
   * @param how for example TELEPHONE
   * @param on the day, not after today
   */
  public record Told(String how, String whom, LocalDate on, String what) {}

  /** The notices about a case, in their order. */
  @Transactional(readOnly = true)
  public List<Notice> of(CaseId id) {
    return store.ofCase(id.value());
  }

  /** The notices about a meeting and the cases on its agenda that were written there, in their order. */
  @Transactional(readOnly = true)
  public List<Notice> ofMeeting(String meetingId) {
    return store.ofMeeting(meetingId);
  }

  /** Those that nobody has got: no address is known, or every try failed. The oldest 500. */
  @Transactional(readOnly = true)
  public List<Notice> undelivered(List<String> authorities) {
    return store.undelivered(authorities, MOST);
  }

  /**
   * A protected letter.
   *
   * @param seenBy who was shown its password, at {@code seenAt}; both empty while nobody was
   */
  public record Locked(Notice notice, Optional<String> seenBy, Optional<Instant> seenAt) {}

  /** Protected letters, the newest 500 first. @param caseId of one case; empty for all */
  @Transactional(readOnly = true)
  public List<Locked> locked(List<String> authorities, String caseId) {
    var letters = store.locked(authorities, caseId, MOST);
    var seen = store.seen(letters.stream().map(Notice::messageId).toList());
    return letters.stream().map(letter -> {
      var view = Optional.ofNullable(seen.get(letter.messageId()));
      return new Locked(letter, view.map(NoticeStore.Seen::by), view.map(NoticeStore.Seen::at));
    }).toList();
  }

  /** @throws NoticeNotFoundException if these authorities have no such notice */
  @Transactional(readOnly = true)
  public Notice get(List<String> authorities, String messageId) {
    return store.find(messageId).filter(notice -> authorities.contains(notice.authority())).orElseThrow(() -> new NoticeNotFoundException(messageId));
  }

  /**
   * The password of a protected letter, to be told by another way than the mail. Shown once; who saw it stands on record.
   *
   * @throws NoticeNotFoundException as {@link #get}
   * @throws NoticeRefusedException if the letter has none, or somebody has seen it: then a new letter can be sent
   */
  public String password(List<String> authorities, String messageId) {
    var notice = get(authorities, messageId);
    var sealed = store.sealedForUpdate(notice.messageId())
        .orElseThrow(() -> new NoticeRefusedException("Notice " + messageId + " has no password: its letter is not protected"));
    store.seen(messageId).ifPresent(seen -> {
      throw new NoticeRefusedException("The password of notice " + messageId + " was shown to " + seen.by() + " at " + seen.at()
          + "; it is shown once. Send the letter again, under a new password");
    });
    store.markSeen(messageId, user.id(), clock.instant());
    return sealing.open(sealed);
  }

  /**
   * Sends a protected letter again as a message of its own, under a new password; the first stays on record.
   *
   * @return the Message-ID of the new one
   * @throws NoticeNotFoundException as {@link #get}
   * @throws NoticeRefusedException if it is not protected, or its text or address is not kept
   */
  public String again(List<String> authorities, String messageId) {
    var notice = get(authorities, messageId);
    if (!notice.locked() || notice.letter().isEmpty() || notice.recipient().isEmpty()) {
      throw new NoticeRefusedException("Notice " + messageId + " cannot be sent again; expected a protected letter whose text and address are kept");
    }
    var next = notice.sendKey() + "." + (store.written(notice.sendKey()) + 1) + "@" + notice.authority() + ".baton";
    writer.insert(new Notice(next, notice.authority(), notice.caseId(), notice.meetingId(), notice.name(), notice.addressee(), notice.recipient(), notice.subject(),
        Notice.State.PENDING, clock.instant(), Optional.empty(), true, notice.letter(), notice.clauses(), notice.sendKey(), 0, Optional.empty()));
    return next;
  }

  /**
   * Tries a failed notice again from now on, unchanged.
   *
   * @throws NoticeNotFoundException as {@link #get}
   * @throws NoticeRefusedException if it has not failed
   */
  public void retry(List<String> authorities, String messageId) {
    var notice = get(authorities, messageId);
    if (!store.again(notice.messageId(), clock.instant())) {
      throw refused(messageId, "one that FAILED");
    }
    otherMeans.end(messageId);
  }

  /** As {@link #toldAtTask}, by somebody who was not asked by a task or leaves it aside: it asks no longer. */
  public void told(List<String> authorities, String messageId, Told told) {
    toldAtTask(authorities, messageId, told);
    otherMeans.end(messageId);
  }

  /**
   * Records that somebody told by other means what mail could not.
   *
   * @throws NoticeNotFoundException as {@link #get}
   * @throws NoticeRefusedException if it was sent or told already
   * @throws IllegalArgumentException if the day is still to come, or before the notice was written
   */
  public void toldAtTask(List<String> authorities, String messageId, Told told) {
    var notice = get(authorities, messageId);
    var today = WorkingCalendar.day(clock.instant());
    var written = WorkingCalendar.day(notice.writtenAt());
    if (told.on().isAfter(today) || told.on().isBefore(written)) {
      throw new IllegalArgumentException("toldOn is " + told.on() + "; expected a day from " + written + ", when it was written, to today, " + today);
    }
    if (!store.told(messageId, told, user.id(), clock.instant())) {
      throw refused(messageId, "one that is UNDELIVERED or FAILED");
    }
    notice.caseId().map(CaseId::new).ifPresent(id -> chronology.note(id, "NOTICE", cases.pack(id).say("notice.told", "subject", notice.subject(),
        "whom", told.whom(), "how", cases.pack(id).words(told.how(), "notice.toldHow"), "day", told.on(), "addressee", notice.addressee(), "what", told.what()), notice.clauses()));
    arrivals.arrived(messageId);
  }

  /** Names the state as it stands now: somebody else may have been first. */
  private NoticeRefusedException refused(String messageId, String expected) {
    return new NoticeRefusedException("Notice " + messageId + " is " + store.find(messageId).orElseThrow().state() + "; expected " + expected);
  }
}
