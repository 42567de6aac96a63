package org.baton.panel.agenda;

import java.util.List;
import java.util.Optional;
import org.baton.casefile.family.People;
import org.baton.panel.member.MemberWords;
import org.baton.protocol.Fact;
import org.baton.protocol.FieldKey;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.reviewRows", about = "The cases that are listed for the sitting, a row for each, with the name of the member at hand")
class ReviewRows implements FormShow<List<ReviewRows.Row>> {

  record Row(@FieldKey("case") String number, String about, String who) {}

  private final Agenda agenda;
  private final People people;
  private final MemberWords members;

  ReviewRows(Agenda agenda, People people, MemberWords members) {
    this.agenda = agenda;
    this.people = people;
    this.members = members;
  }

  @Override
  public Optional<List<Row>> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> agenda.of(id).stream().filter(item -> item.state() == AgendaItem.State.LISTED)
        .map(item -> new Row(item.caseId().value(), people.childrenByName(item.caseId()), members.atHand(submission))).toList());
  }
}
