package org.baton.panel.member;

import java.util.List;
import java.util.Optional;
import org.baton.protocol.FormShow;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.memberRow", about = "One row with the name of the member at hand")
class MemberRow implements FormShow<List<MemberRow.Row>> {

  record Row(String who) {}

  private final MemberWords words;

  MemberRow(MemberWords words) {
    this.words = words;
  }

  @Override
  public Optional<List<Row>> show(Submission submission, String word) {
    return Optional.of(List.of(new Row(words.atHand(submission))));
  }
}
