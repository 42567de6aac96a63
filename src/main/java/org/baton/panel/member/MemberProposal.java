package org.baton.panel.member;

import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** A service is to join or leave the forum at hand. The fact {@code memberId} names the proposal afterwards. */
@Component
@Shows(value = "member.proposal", about = "The proposed change of the members, with its reason")
class MemberProposal implements FormTarget<MemberProposal.Proposal>, FormShow<String> {

  enum Change { JOIN, LEAVE }

  record Proposal(
      @TargetPath(value = "member.service", about = "The service that is to join or leave the panel") String service,
      @TargetPath(value = "member.name", about = "Who is to come for it", room = 200, sets = Fact.MEMBER_ID) Optional<String> name,
      @TargetPath(value = "member.change", about = "Whether it joins or leaves") Change change,
      @TargetPath(value = "member.reason", about = "Why it joins or leaves") String reason) {}

  private final Members members;
  private final MemberWords words;

  MemberProposal(Members members, MemberWords words) {
    this.members = members;
    this.words = words;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Proposal said) {
    return Map.of(Fact.MEMBER_ID, members.propose(submission.authority(), submission.need(Fact.FORUM), said.service(), said.name().orElse(null),
        said.change() == Change.JOIN, said.reason()));
  }

  @Override
  public Turn turn() {
    return Turn.SITTING;
  }

  @Override
  public Optional<String> show(Submission submission, String word) {
    return submission.fact(Fact.MEMBER_ID).map(members::proposal).map(words::proposal);
  }
}
