package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ConsentHeldModelTest extends ModelTest {

  ConsentHeldModelTest() {
    super("north-east-lincolnshire", "consentHeld", List.of("consent-basis.dmn"), List.of());
  }

  @Test
  void a_case_with_consent_can_be_brought() {
    asked("STEP_UP", "GIVEN", "");

    endedBy("Consent needed", "Record the consent", "Judge the basis", "Consent held");
    assertThat(calls()).isEmpty();
  }

  @Test
  void consent_that_is_not_there_yet_is_asked_for_again() {
    asked("STEP_DOWN", "MISSING", "WAIT");
    assertThat(offered("Record the consent")).containsExactly("early-help-worker", "social-worker");
    done("Record the consent", "consentPanel", "GIVEN", "withoutConsent", "");

    endedBy("Consent needed", "Record the consent", "Judge the basis", "Record the consent", "Judge the basis", "Consent held");
  }

  @Test
  void for_a_step_up_consent_can_be_set_aside_if_co_chair_or_mash_agree() {
    asked("STEP_UP", "REFUSED", "OVERRIDE");
    assertThat(offered("Agree that consent is set aside")).containsExactly("mash-representative", "vice-chair");
    done("Agree that consent is set aside", "overrideAgreed", "AGREED");

    endedBy("Consent needed", "Record the consent", "Judge the basis", "Agree that consent is set aside", "Override agreed");
    assertThat(calls()).isEmpty();
  }

  @Test
  void where_they_do_not_agree_it_is_asked_for_again() {
    asked("STEP_UP", "REFUSED", "OVERRIDE");
    done("Agree that consent is set aside", "overrideAgreed", "NOT_AGREED");

    assertThat(open()).containsExactly("Record the consent");
  }

  @Test
  void for_a_step_down_it_is_never_set_aside() {
    asked("STEP_DOWN", "REFUSED", "OVERRIDE");

    assertThat(open()).containsExactly("Record the consent");
    assertThat(path()).doesNotContain("Agree that consent is set aside");
  }

  @Test
  void a_case_for_which_it_is_not_to_be_had_is_not_put_to_the_panel_and_who_brought_it_is_told() {
    asked("STEP_DOWN", "REFUSED", "END");

    endedBy("Consent needed", "Record the consent", "Judge the basis", "Tell who brought it", "Close: not put to the panel", "Not put to the panel");
    assertThat(calls()).containsExactly("notices.send notPutToPanel", "cases.close NOT_PUT_TO_PANEL");
  }

  private void asked(String route, String consent, String withoutConsent) {
    start("route", route);
    done("Record the consent", "consentPanel", consent, "withoutConsent", withoutConsent);
  }
}
