package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ChecksModelTest extends ModelTest {

  ChecksModelTest() {
    super("north-east-lincolnshire", "checks", List.of(), List.of("stepDownChecks", "stepUpChecks", "consentHeld"));
  }

  @Test
  void a_step_down_is_made_ready_by_its_own_checks() {
    start("route", "STEP_DOWN");
    assertThat(open()).containsExactly("stepDownChecks");
    done("stepDownChecks", "consentBasis", "CONSENT");

    endedBy("Case to make ready", "Step-down made ready", "Made ready");
    assertThat(fact("consentBasis")).isEqualTo("CONSENT");
  }

  @Test
  void a_step_up_by_its_own() {
    start("route", "STEP_UP");
    assertThat(open()).containsExactly("stepUpChecks");
    done("stepUpChecks", "consentBasis", "CONSENT");

    endedBy("Case to make ready", "Step-up made ready", "Made ready");
    assertThat(fact("consentBasis")).isEqualTo("CONSENT");
  }

  @Test
  void for_advice_consent_is_all_that_is_needed() {
    start("route", "ADVICE");
    assertThat(open()).containsExactly("consentHeld");
    done("consentHeld", "consentBasis", "CONSENT");

    endedBy("Case to make ready", "Consent for advice", "Made ready");
    assertThat(fact("consentBasis")).isEqualTo("CONSENT");
  }
}
