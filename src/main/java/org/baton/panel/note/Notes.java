package org.baton.panel.note;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.CurrentUser;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is noted at and around sittings: apologies, offers, lessons, reasons. A note stays as it was written. */
@Service
@Transactional
public class Notes {

  /** Kind of the note that says why a sitting was moved or cancelled. */
  public static final String CHANGE = "CHANGE";
  /** How kinds of the learning log begin, which no minutes show. */
  public static final String LOG = "LOG_";
  /** The kind of entries that earlier forms wrote into the minutes too. */
  private static final String LESSON = "LESSON";

  private final NoteStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final CurrentUser user;

  Notes(NoteStore store, ApplicationEventPublisher events, Clock clock, CurrentUser user) {
    this.store = store;
    this.events = events;
    this.clock = clock;
    this.user = user;
  }

  /**
   * Notes something of this moment.
   *
   * @param id the case it concerns; null for the whole sitting
   * @param who the person or service it is about or came from; null if nobody is named
   */
  public void note(String meetingId, CaseId id, String kind, String who, String entry) {
    var note = new MeetingNote(kind, Optional.ofNullable(id), Optional.ofNullable(who), entry, clock.instant());
    store.insert(meetingId, id == null ? null : id.value(), kind, who, entry, note.notedAt(), user.id());
    events.publishEvent(new Noted(meetingId, note));
  }

  @Transactional(readOnly = true)
  public List<MeetingNote> of(String meetingId) {
    return store.notes(meetingId);
  }

  /** The learning log of a panel over all its sittings, the newest first. */
  @Transactional(readOnly = true)
  public List<MeetingNote> log(String authority, String forum) {
    return store.log(authority, forum, LOG, LESSON);
  }

  /** What was noted of that kind about the case, at whatever meeting, in its order. */
  @Transactional(readOnly = true)
  public List<String> about(CaseId id, String kind) {
    return store.entries(id, kind);
  }
}
