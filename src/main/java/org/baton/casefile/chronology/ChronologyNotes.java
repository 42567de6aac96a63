package org.baton.casefile.chronology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseShow;
import org.baton.casefile.CaseTarget;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** What a form adds to the chronology of the case. The last word of the target is the kind of the entry. */
@Component
@Shows(value = "chronology.*", about = "What was entered in the chronology of the case under that kind, the newest first, in one text")
class ChronologyNotes implements CaseTarget<ChronologyNotes.Noted>, CaseShow<String> {

  record Noted(@TargetPath(value = "chronology.*", about = "An entry of that kind in the chronology of the case") Map<String, String> entries) {}

  private final Chronology chronology;

  ChronologyNotes(Chronology chronology) {
    this.chronology = chronology;
  }

  @Override
  public Map<String, Object> keep(CaseId id, Submission submission, Noted said) {
    said.entries().forEach((kind, entry) -> chronology.note(id, kind.toUpperCase(Locale.ROOT), entry));
    return Map.of();
  }

  @Override
  public Optional<String> show(Submission submission, CaseId id, String word) {
    var entries = chronology.of(id).stream().filter(entry -> entry.kind().equalsIgnoreCase(word))
        .map(entry -> WorkingCalendar.day(entry.at()) + ": " + entry.entry()).collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(entries);
    return Optional.of(String.join("\n\n", entries));
  }
}
