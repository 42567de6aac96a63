package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class MembershipChangeModelTest extends ModelTest {

  MembershipChangeModelTest() {
    super("warwickshire", "membershipChange", List.of("new-member.dmn"), List.of());
  }

  @Test
  void a_member_joins_when_every_member_agrees_by_the_formal_invitation_of_the_chair() {
    start("memberChange", "JOIN");
    assertThat(offered("Ask every member")).containsExactly("business-support");
    done("Ask every member", "membersNotAgreed", 0);
    assertThat(offered("Invite the new member formally")).containsExactly("chair", "vice-chair");
    assertThat(calls()).containsExactly("notices.send memberProposal");
    done("Invite the new member formally");

    endedBy("Change proposed", "Tell every member", "Ask every member", "Judge the answers", "Invite the new member formally",
        "Send the chair's invitation", "Change the list of members", "Members changed");
    assertThat(calls()).containsExactly("notices.send memberProposal", "notices.send memberInvitation", "panel.changeMembers");
  }

  @Test
  void whom_one_member_does_not_agree_to_is_not_added() {
    start("memberChange", "JOIN");
    done("Ask every member", "membersNotAgreed", 1);

    endedBy("Change proposed", "Tell every member", "Ask every member", "Judge the answers", "Not added");
    assertThat(calls()).containsExactly("notices.send memberProposal");
  }

  @Test
  void a_member_who_leaves_needs_nobodys_consent() {
    start("memberChange", "LEAVE");

    endedBy("Change proposed", "Change the list of members", "Members changed");
    assertThat(calls()).containsExactly("panel.changeMembers");
  }
}
