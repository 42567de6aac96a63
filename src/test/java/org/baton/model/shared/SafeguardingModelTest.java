package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class SafeguardingModelTest extends ModelTest {

  SafeguardingModelTest() {
    super("shared", "safeguarding", List.of(), List.of());
  }

  @Test
  void the_case_stays_open_until_the_hub_has_been_told_of_it() {
    start();
    assertThat(offered("Refer to the safeguarding hub")).containsExactly("safeguarding-lead");
    assertThat(calls()).containsExactly("notices.send safeguardingAlert");
    done("Refer to the safeguarding hub");

    ended();
    assertThat(path()).contains("Alert whoever refers it").endsWith("Refer to the safeguarding hub", "Tell the referrer", "Close as referred to the hub", "Concern referred");
    assertThat(calls()).containsExactly("notices.send safeguardingAlert", "notices.send safeguarding", "cases.close REFERRED_TO_MASH");
  }

  @Test
  void whoever_watches_is_told_when_the_hub_does_not_know_yet_and_it_is_still_to_be_told() {
    start();
    timeComes("Not referred yet", "hubReferral");

    assertThat(open()).containsExactly("Refer to the safeguarding hub");
    assertThat(path()).contains("Not referred yet", "Still to refer");
  }
}
