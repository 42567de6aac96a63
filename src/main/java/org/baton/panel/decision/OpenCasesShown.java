package org.baton.panel.decision;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.panel.sitting.Sittings;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.openCases", about = "The cases of the panel that were decided on and are still open, in one text")
class OpenCasesShown implements FormShow<String> {

  private final Decisions decisions;
  private final Sittings sittings;

  OpenCasesShown(Decisions decisions, Sittings sittings) {
    this.decisions = decisions;
    this.sittings = sittings;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(sittings::get).map(meeting -> decisions.openCases(meeting.authority(), meeting.forum()).stream()
        .map(record -> record.id() + ", " + record.stage().toLowerCase() + record.allocatedService().map(service -> " with " + service).orElse(""))
        .collect(Collectors.joining("\n\n")));
  }
}
