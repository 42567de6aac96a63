package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class WithdrawConsentModelTest extends ModelTest {

  WithdrawConsentModelTest() {
    super("shared", "withdrawConsent", List.of(), List.of());
  }

  @Test
  void the_pathway_of_the_case_is_told() {
    start();

    endedBy("Withdrawal entered", "Tell the case's pathway", "Withdrawal noted");
    assertThat(calls()).containsExactly("cases.tell baton.consentWithdrawn");
  }
}
