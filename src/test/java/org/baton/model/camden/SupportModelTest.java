package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class SupportModelTest extends ModelTest {

  SupportModelTest() {
    super("camden", "support", List.of(), List.of("safeguarding"));
  }

  @Test
  void support_whose_needs_are_met_is_closed() {
    start();
    assertThat(offered("Say how the support ended")).containsExactly("allocated-service");
    done("Say how the support ended", "supportResult", "NEEDS_MET");

    endedBy("Support begins", "Say how the support ended", "Close: needs met", "Support ended");
    assertThat(calls()).containsExactly("cases.close NEEDS_MET");
  }

  @Test
  void support_that_ended_otherwise_too() {
    start();
    done("Say how the support ended", "supportResult", "OTHERWISE");

    endedBy("Support begins", "Say how the support ended", "Close: ended otherwise", "Support ended");
    assertThat(calls()).containsExactly("cases.close ENDED_OTHERWISE");
  }

  @Test
  void a_safeguarding_concern_ends_it_at_any_time() {
    start();
    message("baton.safeguardingConcernRaised");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");

    endedBy("Support begins", "Say how the support ended", "Safeguarding concern", "Concern raised", "Safeguarding referral", "Concern referred");
  }
}
