package org.baton.panel.agenda;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseFile;
import org.baton.casefile.family.People;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.screened", about = "What was screened for the sitting: each case that is to be heard, and each that is not with the reason, in one text")
class ScreenedShown implements FormShow<String> {

  private final Agenda agenda;
  private final CaseFile cases;
  private final People people;

  ScreenedShown(Agenda agenda, CaseFile cases, People people) {
    this.agenda = agenda;
    this.cases = cases;
    this.people = people;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> agenda.of(id).stream().filter(item -> item.waits() || item.state() == AgendaItem.State.NOT_LISTED).map(this::screened).collect(Collectors.joining("\n\n")));
  }

  private String screened(AgendaItem item) {
    var pack = cases.pack(item.caseId());
    var children = people.childrenByName(item.caseId());
    return item.waits() ? pack.say("agenda.toBeHeard", "position", item.position(), "case", item.caseId().value(), "children", children, "reason", item.screeningReason().orElse(null))
        : pack.say("agenda.screenedOut", "case", item.caseId().value(), "children", children, "reason", item.screeningReason().orElse(null));
  }
}
