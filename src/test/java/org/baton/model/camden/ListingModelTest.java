package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ListingModelTest extends ModelTest {

  ListingModelTest() {
    super("camden", "listing", List.of(), List.of("otherCase", "consent"));
  }

  @Test
  void a_case_with_consent_comes_on_the_agenda() {
    toBeListed("PANEL", "EARLY_HELP_SERVICE", "ALLOWED");

    endedBy("To be listed", "Consent", "Put forward for the panel", "On the agenda");
    assertThat(fact("consentGate")).isEqualTo("ALLOWED");
    assertThat(calls()).containsExactly("panel.propose");
  }

  @Test
  void to_a_step_down_its_presenter_is_asked() {
    toBeListed("PANEL", "STEP_DOWN", "ALLOWED");

    endedBy("To be listed", "Consent", "Put forward for the panel", "Ask the presenter to come", "On the agenda");
    assertThat(calls()).containsExactly("panel.propose", "notices.send presenterInvited");
  }

  @Test
  void and_to_a_case_without_a_lead_professional() {
    toBeListed("PANEL", "NO_LEAD_PROFESSIONAL", "ALLOWED");

    endedBy("To be listed", "Consent", "Put forward for the panel", "Ask the presenter to come", "On the agenda");
  }

  @Test
  void a_case_for_which_consent_is_not_to_be_had_is_not_listed() {
    toBeListed("PANEL", "EARLY_HELP_SERVICE", "NOT_YET");

    endedBy("To be listed", "Consent", "Not discussed");
    assertThat(calls()).isEmpty();
  }

  @Test
  void any_other_case_is_listed_only_if_the_chair_accepts_it() {
    start("intakeRoute", "CHAIR", "route", "OTHER");
    assertThat(open()).containsExactly("otherCase");
    assertThat(calls()).isEmpty();
    done("otherCase", "acceptedByChair", "YES");
    done("consent", "consentGate", "ALLOWED");

    endedBy("To be listed", "Discretion of the Chair", "Consent", "Put forward for the panel", "On the agenda");
  }

  @Test
  void and_not_otherwise() {
    start("intakeRoute", "CHAIR", "route", "OTHER");
    done("otherCase", "acceptedByChair", "NO");

    endedBy("To be listed", "Discretion of the Chair", "Not accepted");
    assertThat(calls()).isEmpty();
  }

  private void toBeListed(String way, String route, String gate) {
    start("intakeRoute", way, "route", route);
    done("consent", "consentGate", gate);
  }
}
