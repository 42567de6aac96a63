package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class SettlingModelTest extends ModelTest {

  SettlingModelTest() {
    super("warwickshire", "settling", List.of(), List.of("ladder"));
  }

  @Test
  void chair_and_vice_chair_settle_the_service_by_nomination() {
    start();
    assertThat(offered("Settle which service takes the case")).containsExactly("chair", "vice-chair");
    done("Settle which service takes the case", "settledBy", "NOMINATION");

    endedBy("Left open", "Settle which service takes the case", "Service settled");
  }

  @Test
  void what_they_cannot_settle_goes_to_the_formal_meeting() {
    start();
    done("Settle which service takes the case", "settledBy", "FORMAL_MEETING");
    assertThat(open()).containsExactly("ladder");
    done("ladder", "thresholdFound", "STATUTORY");

    endedBy("Left open", "Settle which service takes the case", "Formal meeting and what follows", "Service settled");
    assertThat(fact("thresholdFound")).isEqualTo("STATUTORY");
  }

  @Test
  void of_what_waits_too_long_whoever_watches_hears() {
    start();
    timeComes("Not settled yet", "serviceSettled");

    assertThat(open()).contains("Settle which service takes the case");
    assertThat(path()).contains("Not settled yet", "Settled late");
  }
}
