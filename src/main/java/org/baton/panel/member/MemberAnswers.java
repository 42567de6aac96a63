package org.baton.panel.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** What today's members say to a proposed change. The fact {@code membersNotAgreed} counts afterwards who has not agreed. */
@Component
@Shows(value = "member.answers", about = "The members that are asked, a row for each")
class MemberAnswers implements FormTarget<MemberAnswers.Answers>, FormShow<List<MemberAnswers.Asked>> {

  record Answers(@TargetPath(value = "member.answers", about = "What each member says to the proposed change", alongside = "member.label", sets = Fact.MEMBERS_NOT_AGREED) List<Row> answers) {}

  record Row(
      @TargetPath(value = "member.service", about = "The member that answers") String service,
      @TargetPath(value = "member.agrees", about = "Whether it agrees") boolean agrees,
      @TargetPath(value = "member.entry", about = "Why it does not agree") Optional<String> entry) {}

  record Asked(String service, String member) {}

  private final Members members;

  MemberAnswers(Members members) {
    this.members = members;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Answers said) {
    return Map.of(Fact.MEMBERS_NOT_AGREED, members.answer(submission.need(Fact.MEMBER_ID),
        said.answers().stream().map(row -> new Members.Answer(row.service(), row.agrees(), row.entry().orElse(null))).toList()));
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }

  @Override
  public Optional<List<Asked>> show(Submission submission, String word) {
    return submission.fact(Fact.MEMBER_ID).map(id -> members.asked(id).entrySet().stream().map(service -> new Asked(service.getKey(), service.getValue())).toList());
  }
}
