package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class WithdrawalModelTest extends ModelTest {

  WithdrawalModelTest() {
    super("shared", "withdrawal", List.of(), List.of());
  }

  @Test
  void the_case_leaves_the_agenda_the_referrer_is_told_and_it_is_closed() {
    start();

    endedBy("Consent withdrawn", "Take the case off the agenda", "Tell the referrer", "Close as withdrawn", "Withdrawn");
    assertThat(calls()).containsExactly("panel.withdraw", "notices.send consentWithdrawn", "cases.close CONSENT_WITHDRAWN");
  }
}
