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
    when("cases.tell", with("pathwayWoken", true));
    start();

    endedBy("Withdrawal entered", "Tell the case's pathway", "Withdrawal noted");
    assertThat(calls()).containsExactly("cases.tell baton.consentWithdrawn");
  }

  @Test
  void where_no_pathway_hears_it_a_person_acts_on_it() {
    when("cases.tell", with("pathwayWoken", false));
    start();
    assertThat(offered("Act on the withdrawal by hand")).containsExactly("business-support");
    done("Act on the withdrawal by hand");

    endedBy("Withdrawal entered", "Tell the case's pathway", "Act on the withdrawal by hand", "Acted on by hand");
  }

  @Test
  void that_nobody_acts_on_it_is_told_and_it_stays_to_be_acted_on() {
    when("cases.tell", with("pathwayWoken", false));
    start();
    timeComes("Not acted on yet", "withdrawalActedOn");

    assertThat(open()).containsExactly("Act on the withdrawal by hand");
    assertThat(path()).contains("Not acted on yet", "Still to act on");
  }
}
