package org.baton.panel.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.panel.sitting.Attendance;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** The votes on the case that is before the panel. */
@Component
@Shows(value = "panel.votes", about = "Those in the room who have a vote, a row for each, or for each service that has one vote")
class VotesCast implements FormTarget<VotesCast.Cast>, FormShow<List<VotesCast.Voter>> {

  record Cast(@TargetPath(value = "panel.votes", about = "The votes on the case at hand, in place of those recorded before") List<Row> votes) {}

  record Row(
      @TargetPath(value = "vote.voter", about = "The name of the person who votes", room = 200) String voter,
      @TargetPath(value = "vote.service", about = "The service that the person speaks for") String service,
      @TargetPath(value = "vote.choice", about = "The service that the person wants the case to go to; ABSTAINS, or empty, for none") Optional<String> choice) {}

  record Voter(String voter, String service) {}

  private final Votes votes;
  private final Attendance attendance;

  VotesCast(Votes votes, Attendance attendance) {
    this.votes = votes;
    this.attendance = attendance;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Cast said) {
    votes.vote(submission.need(Fact.AGENDA_ITEM_ID), said.votes().stream().map(row -> new Vote(row.voter(), row.service(), row.choice().filter(choice -> !choice.equals(Vote.ABSTAINS)))).toList());
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.VOTING;
  }

  @Override
  public Optional<List<Voter>> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(this::voters);
  }

  /** One row for a service that has one vote, in the name of the first of it by name. */
  private List<Voter> voters(String meetingId) {
    var asOne = attendance.votingAsOne(meetingId);
    var named = new HashSet<String>();
    return attendance.voters(meetingId).stream().filter(one -> !asOne.contains(one.service()) || named.add(one.service()))
        .map(one -> new Voter(one.name(), one.service())).toList();
  }
}
