package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class VoteModelTest extends ModelTest {

  VoteModelTest() {
    super("shared", "vote", List.of("quorum.dmn", "vote-result.dmn"), List.of());
  }

  @Test
  void a_quorate_panel_decides_by_its_majority() {
    quorate();
    when("panel.countVotes", with("leadingMargin", 1));
    start();
    assertThat(offered("Record the votes")).containsExactly("business-support");
    done("Record the votes", "voteHeld", "HELD");

    endedBy("Vote asked", "Count who is present", "Judge the quorum", "Record the votes", "Count the votes", "Judge the vote", "Decide with the majority", "Decided by vote");
    assertThat(calls()).containsExactly("panel.countAttendance", "panel.countVotes", "panel.decideByVote ALLOCATED");
  }

  @Test
  void without_a_majority_there_is_no_agreement() {
    quorate();
    when("panel.countVotes", with("leadingMargin", 0));
    start();
    done("Record the votes", "voteHeld", "HELD");

    endedBy("Vote asked", "Count who is present", "Judge the quorum", "Record the votes", "Count the votes", "Judge the vote", "Note that there is no agreement", "No agreement");
    assertThat(calls()).endsWith("panel.decideWithout NO_AGREEMENT");
  }

  @Test
  void a_panel_that_is_not_quorate_does_not_vote() {
    when("panel.countAttendance", with("servicesPresent", 2, "chairPresent", true));
    start();

    endedBy("Vote asked", "Count who is present", "Judge the quorum", "No vote held");
  }

  @Test
  void a_panel_that_is_quorate_no_longer_when_it_comes_to_the_vote_holds_none() {
    quorate();
    start();
    done("Record the votes", "voteHeld", "NOT_QUORATE");

    endedBy("Vote asked", "Count who is present", "Judge the quorum", "Record the votes", "No vote held");
    assertThat(calls()).containsExactly("panel.countAttendance");
  }

  private void quorate() {
    when("panel.countAttendance", with("servicesPresent", 3, "chairPresent", true));
  }
}
