package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ChallengeModelTest extends ModelTest {

  ChallengeModelTest() {
    super("north-east-lincolnshire", "challenge", List.of(), List.of());
  }

  @Test
  void a_decision_that_is_challenged_comes_back_on_the_next_agenda_and_the_members_know() {
    start();

    endedBy("Challenge entered", "Put on the next agenda", "Tell the members", "On the next agenda");
    assertThat(calls()).containsExactly("panel.proposeAgain", "notices.send challengeListed");
  }
}
