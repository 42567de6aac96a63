package org.baton.panel.agenda;

import java.util.List;
import java.util.Optional;
import org.baton.casefile.family.People;
import org.baton.protocol.Fact;
import org.baton.protocol.FieldKey;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.items", about = "The cases that the sitting has heard, a row for each")
class HeardCases implements FormShow<List<HeardCases.Row>> {

  record Row(@FieldKey("case") String number, String about) {}

  private final Agenda agenda;
  private final People people;

  HeardCases(Agenda agenda, People people) {
    this.agenda = agenda;
    this.people = people;
  }

  @Override
  public Optional<List<Row>> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> agenda.of(id).stream().filter(item -> item.state() == AgendaItem.State.HEARD)
        .map(item -> new Row(item.caseId().value(), people.childrenByName(item.caseId()))).toList());
  }
}
