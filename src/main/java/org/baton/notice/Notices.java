package org.baton.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.deadline.DeadlinePassed;
import org.baton.panel.AgendaItem;
import org.baton.panel.Members;
import org.baton.panel.Panels;
import org.baton.protocol.Fact;
import org.baton.protocol.Letters;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.PdfLetter;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what the {@code notice} table says they are told. */
@Service
@Transactional
public class Notices {

  /** What a letter may say of the note that it is about. */
  static final String NOTE = "note";
  private static final String NOTE_WHO = "noteWho";
  private static final String COVER = "The letter is enclosed. You get its password by another way, for example by telephone.\n";

  private static final Set<AgendaItem.State> WAITING = Set.of(AgendaItem.State.PROPOSED, AgendaItem.State.LISTED, AgendaItem.State.CARRIED_OVER);

  private final JdbcClient jdbc;
  private final Mail mail;
  private final Letters letters;
  private final CaseFile cases;
  private final Panels panels;
  private final Members members;
  private final Packs packs;
  private final Clock clock;

  Notices(JdbcClient jdbc, Mail mail, Letters letters, CaseFile cases, Panels panels, Members members, Packs packs, Clock clock) {
    this.members = members;
    this.jdbc = jdbc;
    this.mail = mail;
    this.letters = letters;
    this.cases = cases;
    this.panels = panels;
    this.packs = packs;
    this.clock = clock;
  }

  /** A notice that was sent. @param secret the password of its letter, to be told by another way; empty if it is not protected */
  public record Notice(String messageId, String name, String recipient, String subject, Instant sentAt, Optional<String> secret) {}

  /**
   * Writes and sends what the row of the {@code notice} table says. Sent at least once: a try that follows a failed one sends the
   * same message under the same Message-ID.
   *
   * @param key the same for every try; a later sending of its own under the same key is numbered on
   */
  public void send(Pack pack, String name, String key, Map<String, Object> facts) {
    var row = pack.table("notice").one(Map.of("name", name));
    var letter = letters.write(pack, row.text("template"), facts);
    var caseId = Optional.ofNullable((String) facts.get(Fact.CASE_ID));
    var meetingId = Optional.ofNullable((String) facts.get(Fact.MEETING_ID));
    var recipient = recipient(pack, row.text("recipient"), caseId.map(CaseId::new), facts);
    var number = jdbc.sql("select count(*) from notice where message_id like ?").param(key + ".%").query(Integer.class).single() + 1;
    var secret = row.yes("encrypted") ? Secrets.next() : null;
    var message = new Mail.Message(key + "." + number + "@" + pack.authority() + ".baton", recipient, letter.subject(),
        secret == null ? letter.body() : COVER, secret == null ? null : PdfLetter.write(letter.subject(), letter.body(), secret));
    mail.send(message);
    keep(message, pack, caseId.orElse(null), meetingId.orElse(null), name, secret);
    caseId.map(CaseId::new).ifPresent(id ->
        cases.note(id, "NOTICE", letter.subject() + " - sent to " + recipient, String.join(", ", row.clauses())));
  }

  /** Sends the notice once for each case on a meeting's agenda, for example to tell every referrer whether the case will be heard. */
  public void sendForEachItem(Pack pack, String name, String key, Map<String, Object> facts) {
    sendForItems(pack, name, key, facts, item -> true);
  }

  /** Sends the notice once for each case of a meeting that is still to be heard, there or at another sitting. */
  public void sendForEachWaiting(Pack pack, String name, String key, Map<String, Object> facts) {
    sendForItems(pack, name, key, facts, item -> WAITING.contains(item.state()));
  }

  private void sendForItems(Pack pack, String name, String key, Map<String, Object> facts, Predicate<AgendaItem> whether) {
    panels.agenda((String) facts.get(Fact.MEETING_ID)).stream().filter(whether).forEach(item -> {
      var ofItem = new HashMap<>(facts);
      ofItem.put(Fact.CASE_ID, item.caseId().value());
      send(pack, name, key + "." + item.caseId(), ofItem);
    });
  }

  /** Sends the notice once for each note of that kind about a case, for example to everybody who is invited for one case. */
  public void sendForNotes(Pack pack, String name, String kind, String key, Map<String, Object> facts) {
    var number = 0;
    for (var note : panels.notes((String) facts.get(Fact.MEETING_ID))) {
      number++;
      if (note.kind().equalsIgnoreCase(kind) && note.caseId().isPresent()) {
        var ofNote = new HashMap<>(facts);
        ofNote.put(Fact.CASE_ID, note.caseId().get().value());
        ofNote.put(NOTE_WHO, note.who().orElse(null));
        ofNote.put(NOTE, note.entry());
        send(pack, name, key + "." + number, ofNote);
      }
    }
  }

  /** The notices sent about a case, in their order. */
  @Transactional(readOnly = true)
  public List<Notice> of(CaseId id) {
    return jdbc.sql("select message_id, name, recipient, subject, sent_at, secret from notice where case_id = ? order by sent_at, message_id")
        .param(id.value())
        .query((row, number) -> new Notice(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
            row.getTimestamp(5).toInstant(), Optional.ofNullable(row.getString(6)))).list();
  }

  @EventListener
  void deadlinePassed(DeadlinePassed passed) {
    var deadline = passed.deadline();
    var pack = deadline.caseId().map(CaseId::new).map(cases::pack)
        .or(() -> deadline.meetingId().map(panels::meeting).map(meeting -> packs.of(meeting.deploymentId()))).orElseThrow();
    for (var told : deadline.tells().split(",\\s*")) {
      var message = new Mail.Message(deadline.id() + ".passed." + told + "@" + pack.authority() + ".baton", address(pack, told),
          (deadline.hard() ? "Overdue: " : "Reminder: ") + deadline.what() + deadline.caseId().map(id -> " - " + id).orElse(""),
          deadline.explanation() + "\n", null);
      mail.send(message);
      keep(message, pack, deadline.caseId().orElse(null), deadline.meetingId().orElse(null), "deadlinePassed", null);
    }
  }

  private void keep(Mail.Message message, Pack pack, String caseId, String meetingId, String name, String secret) {
    jdbc.sql("insert into notice (message_id, authority, case_id, meeting_id, name, recipient, subject, encrypted, secret, sent_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(message.messageId()).param(pack.authority()).param(caseId).param(meetingId).param(name).param(message.to())
        .param(message.subject()).param(secret != null).param(secret).param(Timestamp.from(clock.instant())).update();
  }

  private String recipient(Pack pack, String recipient, Optional<CaseId> id, Map<String, Object> facts) {
    if (recipient.equals("NOTE")) {
      return address(pack, (String) facts.get(NOTE_WHO));
    }
    if (recipient.equals("NEW_MEMBER")) {
      return address(pack, members.proposal((String) facts.get(Fact.MEMBER_ID)).service());
    }
    if (recipient.equals("REFERRER")) {
      return id.map(cases::family).map(family -> family.referrer().email())
          .orElse(address(pack, "referrer"));
    }
    return recipient.equals("ALLOCATED_SERVICE")
        ? address(pack, id.map(cases::get).flatMap(record -> record.allocatedService()).orElseThrow())
        : address(pack, recipient);
  }

  /** Addresses of roles and services; the directory of an authority is connected here. */
  private static String address(Pack pack, String roleOrService) {
    return roleOrService + "@" + pack.authority() + ".example";
  }
}
