package org.baton.panel.decision;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseRecord;
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
  private final CaseFile cases;

  OpenCasesShown(Decisions decisions, Sittings sittings, CaseFile cases) {
    this.decisions = decisions;
    this.sittings = sittings;
    this.cases = cases;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(sittings::get).map(meeting -> decisions.openCases(meeting.authority(), meeting.forum()).stream()
        .map(this::line).collect(Collectors.joining("\n\n")));
  }

  private String line(CaseRecord record) {
    var pack = cases.pack(record);
    return pack.say("case.stands", "case", record.id(), "stage", pack.words(record.stage()), "service", record.allocatedService().map(pack.profile()::serviceName).orElse(null));
  }
}
