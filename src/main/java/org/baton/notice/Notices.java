package org.baton.notice;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.deadline.DeadlinePassed;
import org.baton.panel.agenda.Agenda;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.decision.Decisions;
import org.baton.panel.note.MeetingNote;
import org.baton.panel.note.Notes;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.Letters;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
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

  private static final int LONGEST_ADDRESSEE = 3_900;
  private static final Set<AgendaItem.State> WAITING = Set.of(AgendaItem.State.PROPOSED, AgendaItem.State.LISTED, AgendaItem.State.CARRIED_OVER);

  private final NoticeStore store;
  private final NoticeWriter writer;
  private final Recipients recipients;
  private final Letters letters;
  private final CaseFile cases;
  private final Sittings sittings;
  private final Agenda agenda;
  private final Notes notes;
  private final Decisions decisions;
  private final Packs packs;
  private final Clock clock;

  Notices(NoticeStore store, NoticeWriter writer, Recipients recipients, Letters letters, CaseFile cases, Sittings sittings, Agenda agenda, Notes notes, Decisions decisions, Packs packs, Clock clock) {
    this.store = store;
    this.writer = writer;
    this.recipients = recipients;
    this.letters = letters;
    this.cases = cases;
    this.sittings = sittings;
    this.agenda = agenda;
    this.notes = notes;
    this.decisions = decisions;
    this.packs = packs;
    this.clock = clock;
  }

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
    (row.cells().notToLead() ? recipients.butLead(pack, row.cells().recipient(), facts) : recipients.of(pack, row.cells().recipient(), facts)).forEach(to -> {
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

  /** Sends the notice once for each case of a meeting that went to another sitting, and of which it was not sent yet under that key. */
  public void sendForEachCarriedOver(Pack pack, String name, String key, Map<String, Object> facts, List<String> activities) {
    sendForItems(pack, name, key, facts, activities, item -> item.state() == AgendaItem.State.CARRIED_OVER && store.written(key + "." + item.caseId()) == 0);
  }

  private void sendForItems(Pack pack, String name, String key, Map<String, Object> facts, List<String> activities, Predicate<AgendaItem> whether) {
    agenda.of((String) facts.get(Fact.MEETING_ID)).stream().filter(whether).forEach(item -> {
      var ofItem = new HashMap<>(facts);
      ofItem.put(Fact.CASE_ID, item.caseId().value());
      send(pack, name, key + "." + item.caseId(), ofItem, activities);
    });
  }

  /**
   * Sends the notice once for each note of that kind about a case, for example to everybody who is invited for one case: of the meeting at
   * hand, or, of a case alone, of the one that last decided on it.
   */
  public void sendForNotes(Pack pack, String name, String kind, String key, Map<String, Object> facts, List<String> activities) {
    if (facts.get(Fact.MEETING_ID) == null) {
      sendForNotesAbout(new CaseId((String) facts.get(Fact.CASE_ID)), pack, name, kind, key, facts, activities);
      return;
    }
    var meetingId = (String) facts.get(Fact.MEETING_ID);
    var number = 0;
    for (var note : notes.of(meetingId)) {
      number++;
      if (note.kind().equalsIgnoreCase(kind) && note.caseId().filter(id -> staysWith(meetingId, id)).isPresent()) {
        sendForNote(note, pack, name, key + "." + number, facts, activities);
      }
    }
  }

  /** Of what was noted about one and the same service or person, the last word counts. */
  private void sendForNotesAbout(CaseId id, Pack pack, String name, String kind, String key, Map<String, Object> facts, List<String> activities) {
    var latest = new LinkedHashMap<String, MeetingNote>();
    decisions.latest(id).map(decision -> notes.of(decision.meetingId())).orElse(List.of()).stream()
        .filter(note -> note.kind().equalsIgnoreCase(kind) && note.caseId().equals(Optional.of(id))).forEach(note -> latest.put(note.who().orElse(""), note));
    latest.forEach((who, note) -> sendForNote(note, pack, name, key + "." + who, facts, activities));
  }

  private void sendForNote(MeetingNote note, Pack pack, String name, String key, Map<String, Object> facts, List<String> activities) {
    var ofNote = new HashMap<>(facts);
    ofNote.put(Fact.CASE_ID, note.caseId().orElseThrow().value());
    ofNote.put(Recipients.NOTE_WHO, note.who().orElse(null));
    ofNote.put(NOTE, note.entry());
    send(pack, name, key, ofNote, activities);
  }

  /** Whether the case has not gone to another sitting, or off the agenda. */
  private boolean staysWith(String meetingId, CaseId id) {
    return agenda.item(meetingId, id).filter(item -> item.waits() || item.state() == AgendaItem.State.HEARD).isPresent();
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
    writer.insert(notice);
    if (!reachable) {
      writer.ask(pack, notice);
    }
  }

  private static String shortened(String who) {
    return who.length() <= LONGEST_ADDRESSEE ? who : who.substring(0, LONGEST_ADDRESSEE) + "…";
  }
}
