package org.baton.panel.note;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.calendar.WorkingCalendar;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.log", about = "The learning log of the panel at hand: when, what, who asked for it, and about which case; the newest first, fifty at most")
class LogShown implements FormShow<String> {

  private static final int SHOWN = 50;

  private final Notes notes;
  private final Sittings sittings;
  private final Packs packs;

  LogShown(Notes notes, Sittings sittings, Packs packs) {
    this.notes = notes;
    this.sittings = sittings;
    this.packs = packs;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    var pack = packs.of(submission.deploymentId());
    return submission.fact(Fact.MEETING_ID).map(sittings::get).map(meeting -> notes.log(meeting.authority(), meeting.forum()).stream().limit(SHOWN)
        .map(note -> line(pack, note)).collect(Collectors.joining("\n\n")));
  }

  private static String line(Pack pack, MeetingNote note) {
    var kind = note.kind().startsWith(Notes.LOG) ? note.kind().substring(Notes.LOG.length()) : note.kind();
    return pack.say("log.line", "day", WorkingCalendar.day(note.notedAt()), "kind", pack.words(kind, "panel.log." + kind.toLowerCase(Locale.ROOT)),
        "case", note.caseId().orElse(null), "who", note.who().orElse(null), "entry", note.entry());
  }
}
