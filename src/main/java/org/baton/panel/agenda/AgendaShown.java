package org.baton.panel.agenda;

import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.family.People;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.agenda", about = "The cases that are listed for the sitting, with the names of their children, in one text")
class AgendaShown implements FormShow<String> {

  private final Agenda agenda;
  private final People people;

  AgendaShown(Agenda agenda, People people) {
    this.agenda = agenda;
    this.people = people;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> agenda.of(id).stream().filter(item -> item.state() == AgendaItem.State.LISTED)
        .map(item -> item.position() + ". " + item.caseId() + " " + people.childrenByName(item.caseId())).collect(Collectors.joining("\n\n")));
  }
}
