package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ConsentModelTest extends ModelTest {

  ConsentModelTest() {
    super("camden", "consent", List.of("consent-gate.dmn"), List.of());
  }

  @Test
  void a_case_with_consent_goes_on() {
    needed("PANEL", "EARLY_HELP_SERVICE", "GIVEN");

    endedBy("Consent needed", "Judge the consent", "Consent held");
    assertThat(fact("consentGate")).isEqualTo("ALLOWED");
    assertThat(calls()).isEmpty();
  }

  @Test
  void so_does_one_that_goes_straight_to_its_service() {
    needed("DIRECT", "STEP_DOWN", "GIVEN");

    endedBy("Consent needed", "Judge the consent", "Consent held");
  }

  @Test
  void without_it_who_brought_the_case_is_asked_to_gain_it_and_it_is_judged_anew() {
    needed("PANEL", "EARLY_HELP_SERVICE", "MISSING");
    assertThat(calls()).containsExactly("notices.send consentMissing");
    assertThat(offered("Obtain the consent")).containsExactly("business-support");
    timeComes("Consent awaited", "consentAwaited");
    assertThat(open()).as("the task stays").containsExactly("Obtain the consent");
    done("Obtain the consent", "consentNext", "OBTAINED", "consentReferral", "GIVEN");

    ended();
    assertThat(path()).contains("Consent awaited", "Reminded").endsWith("Judge the consent", "Consent held");
  }

  @Test
  void where_it_is_not_to_be_had_the_case_is_closed_and_who_brought_it_told() {
    needed("DIRECT", "FRONT_DOOR", "REFUSED");
    done("Obtain the consent", "consentNext", "NOT_TO_BE_HAD");

    endedBy("Consent needed", "Judge the consent", "Ask who brought it to gain it", "Obtain the consent", "Tell who brought it", "Close: no consent", "No consent");
    assertThat(calls()).containsExactly("notices.send consentMissing", "notices.send notDiscussed", "cases.close NOT_DISCUSSED");
    assertThat(fact("consentGate")).isEqualTo("NOT_YET");
  }

  private void needed(String way, String route, String consent) {
    start("intakeRoute", way, "route", route, "consentReferral", consent, "consentDiscussion", "GIVEN");
  }
}
