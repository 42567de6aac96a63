package org.baton.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.chronology.Chronology;
import org.baton.deadline.DeadlinePassed;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.note.Notes;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.Letters;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.PdfLetter;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what the {@code notice} table says they are told. A step writes the message, whole and in its own transaction; the
 * {@link Outbox} sends it afterwards. Where the directory has no address a person is asked to tell it by other means.
 */
@Service
@Transactional
public class Notices {

  /** What a letter may say of the note that it is about. */
  static final String NOTE = "note";
  static final String DEADLINE_PASSED = "deadlinePassed";
  static final String COVER = "The letter is enclosed. You get its password by another way, for example by telephone.\n";

  private static final int MOST = 500;
  private static final int LONGEST_ADDRESSEE = 3_900;
  private static final Set<AgendaItem.State> WAITING = Set.of(AgendaItem.State.PROPOSED, AgendaItem.State.LISTED, AgendaItem.State.CARRIED_OVER);

  private final NoticeStore store;
  private final Recipients recipients;
  private final Sealing sealing;
  private final OtherMeans otherMeans;
  private final Arrivals arrivals;
  private final Letters letters;
  private final CaseFile cases;
  private final Chronology chronology;
  private final Sittings sittings;
  private final Agenda agenda;
  private final Notes notes;
  private final Packs packs;
  private final Clock clock;
  private final CurrentUser user;

  Notices(NoticeStore store, Recipients recipients, Sealing sealing, OtherMeans otherMeans, Arrivals arrivals, Letters letters, CaseFile cases, Chronology chronology, Sittings sittings, Agenda agenda, Notes notes,
      Packs packs, Clock clock, CurrentUser user) {
    this.store = store;
    this.recipients = recipients;
    this.sealing = sealing;
    this.otherMeans = otherMeans;
    this.arrivals = arrivals;
    this.letters = letters;
    this.cases = cases;
    this.chronology = chronology;
    this.sittings = sittings;
    this.agenda = agenda;
    this.notes = notes;
    this.packs = packs;
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

  /**
   * Writes what the row of the {@code notice} table says, to be sent once this transaction is over. A try that follows a failed one
   * writes the same messages under the same Message-IDs.
   *
   * @param key the same for every try; a later sending of its own under the same key is numbered on
   * @param activities the running activities that are done only when the message has arrived, see {@link org.baton.deadline.Deadlines#activity}
   */
  public void send(Pack pack, String name, String key, Map<String, Object> facts, List<String> activities) {
    var row = pack.rows(NoticeRow.class).one(Map.of("name", name));
    var letter = letters.write(pack, row.cells().template(), facts);
    recipients.of(pack, row.cells().recipient(), facts).forEach(to -> {
      var messageId = key + "." + (store.written(key) + 1) + "@" + pack.authority() + ".baton";
      write(messageId, key, pack, facts, name, to, letter, row.clausesInText(), row.cells().encrypted());
      activities.forEach(activity -> store.hold(messageId, activity));
    });
  }

  /** Sends the notice once for each case on a meeting's agenda, for example to tell every referrer whether the case will be heard. */
  public void sendForEachItem(Pack pack, String name, String key, Map<String, Object> facts, List<String> activities) {
    sendForItems(pack, name, key, facts, activities, item -> true);
  }

  /** Sends the notice once for each case of a meeting that is still to be heard, there or at another sitting. */
  public void sendForEachWaiting(Pack pack, String name, String key, Map<String, Object> facts, List<String> activities) {
    sendForItems(pack, name, key, facts, activities, item -> WAITING.contains(item.state()));
  }

  private void sendForItems(Pack pack, String name, String key, Map<String, Object> facts, List<String> activities, Predicate<AgendaItem> whether) {
    agenda.of((String) facts.get(Fact.MEETING_ID)).stream().filter(whether).forEach(item -> {
      var ofItem = new HashMap<>(facts);
      ofItem.put(Fact.CASE_ID, item.caseId().value());
      send(pack, name, key + "." + item.caseId(), ofItem, activities);
    });
  }

  /** Sends the notice once for each note of that kind about a case, for example to everybody who is invited for one case. */
  public void sendForNotes(Pack pack, String name, String kind, String key, Map<String, Object> facts, List<String> activities) {
    var number = 0;
    for (var note : notes.of((String) facts.get(Fact.MEETING_ID))) {
      number++;
      if (note.kind().equalsIgnoreCase(kind) && note.caseId().isPresent()) {
        var ofNote = new HashMap<>(facts);
        ofNote.put(Fact.CASE_ID, note.caseId().get().value());
        ofNote.put(Recipients.NOTE_WHO, note.who().orElse(null));
        ofNote.put(NOTE, note.entry());
        send(pack, name, key + "." + number, ofNote, activities);
      }
    }
  }

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
    insert(new Notice(next, notice.authority(), notice.caseId(), notice.meetingId(), notice.name(), notice.addressee(), notice.recipient(), notice.subject(),
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
    notice.caseId().map(CaseId::new).ifPresent(id -> chronology.note(id, "NOTICE", notice.subject() + " - told to " + told.whom() + " ("
        + told.how().toLowerCase().replace('_', ' ') + ", " + told.on() + ") for " + notice.addressee() + ": " + told.what(), notice.clauses()));
    arrivals.arrived(messageId);
  }

  /** Names the state as it stands now: somebody else may have been first. */
  private NoticeRefusedException refused(String messageId, String expected) {
    return new NoticeRefusedException("Notice " + messageId + " is " + store.find(messageId).orElseThrow().state() + "; expected " + expected);
  }

  @EventListener
  void deadlinePassed(DeadlinePassed passed) {
    var deadline = passed.deadline();
    var pack = deadline.caseId().map(CaseId::new).map(cases::pack)
        .or(() -> deadline.meetingId().map(sittings::get).map(meeting -> packs.of(meeting.deploymentId()))).orElseThrow();
    var facts = new HashMap<String, Object>();
    deadline.caseId().ifPresent(id -> facts.put(Fact.CASE_ID, id));
    deadline.meetingId().ifPresent(id -> facts.put(Fact.MEETING_ID, id));
    var letter = new Letters.Letter((deadline.hard() ? "Overdue: " : "Reminder: ") + deadline.what() + deadline.caseId().map(id -> " - " + id).orElse(""),
        deadline.explanation() + "\n");
    for (var told : deadline.tells().split(",\\s*")) {
      var key = deadline.id() + ".passed." + told;
      recipients.of(pack, told, facts).forEach(to ->
          write(key + "." + (store.written(key) + 1) + "@" + pack.authority() + ".baton", key, pack, facts, DEADLINE_PASSED, to, letter, deadline.clauses(), false));
    }
  }

  private void write(String messageId, String key, Pack pack, Map<String, Object> facts, String name, Recipients.To to, Letters.Letter letter, String clauses,
      boolean locked) {
    var reachable = !to.addresses().isEmpty();
    var notice = new Notice(messageId, pack.authority(), Optional.ofNullable((String) facts.get(Fact.CASE_ID)), Optional.ofNullable((String) facts.get(Fact.MEETING_ID)),
        name, shortened(to.who()), String.join(", ", to.addresses()), letter.subject(), reachable ? Notice.State.PENDING : Notice.State.UNDELIVERED, clock.instant(),
        Optional.empty(), locked && reachable, Optional.of(letter.body()), clauses, key, 0, Optional.empty());
    insert(notice);
    if (!reachable) {
      ask(pack, notice);
    }
  }

  /** Has a person tell what every try to send has failed to. */
  void ask(Notice notice) {
    ask(notice.caseId().map(CaseId::new).map(cases::pack).or(() -> notice.meetingId().map(sittings::get).map(meeting -> packs.of(meeting.deploymentId())))
        .orElseGet(() -> packs.current(notice.authority())), notice);
  }

  private void ask(Pack pack, Notice notice) {
    otherMeans.begin(pack, notice, notice.meetingId().map(sittings::get).map(Meeting::forum)
          .or(() -> notice.caseId().map(CaseId::new).map(cases::get).flatMap(CaseRecord::forum)));
  }

  private void insert(Notice notice) {
    var secret = notice.locked() ? Secrets.next() : null;
    store.insert(notice, secret == null ? null : PdfLetter.write(notice.subject(), notice.letter().orElseThrow(), secret), secret == null ? null : sealing.seal(secret));
  }

  private static String shortened(String who) {
    return who.length() <= LONGEST_ADDRESSEE ? who : who.substring(0, LONGEST_ADDRESSEE) + "…";
  }
}
