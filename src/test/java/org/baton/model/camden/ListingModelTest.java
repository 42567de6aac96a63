package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ListingModelTest extends ModelTest {

  ListingModelTest() {
    super("camden", "listing", List.of("consent-gate.dmn"), List.of("otherCase"));
  }

  @Test
  void a_case_with_consent_comes_on_the_agenda() {
    toBeListed("PANEL", "EARLY_HELP_SERVICE", "GIVEN");

    endedBy("To be listed", "Judge the consent", "Put forward for the panel", "On the agenda");
    assertThat(fact("consentGate")).isEqualTo("ALLOWED");
    assertThat(calls()).containsExactly("panel.propose");
  }

  @Test
  void to_a_step_down_its_presenter_is_asked() {
    toBeListed("PANEL", "STEP_DOWN", "GIVEN");

    endedBy("To be listed", "Judge the consent", "Put forward for the panel", "Ask the presenter to come", "On the agenda");
    assertThat(calls()).containsExactly("panel.propose", "notices.send presenterInvited");
  }

  @Test
  void and_to_a_case_without_a_lead_professional() {
    toBeListed("PANEL", "NO_LEAD_PROFESSIONAL", "GIVEN");

    endedBy("To be listed", "Judge the consent", "Put forward for the panel", "Ask the presenter to come", "On the agenda");
  }

  @Test
  void a_case_without_consent_is_not_discussed_until_it_is_obtained() {
    toBeListed("PANEL", "EARLY_HELP_SERVICE", "MISSING");
    assertThat(offered("Obtain the consent")).containsExactly("business-support");
    assertThat(calls()).isEmpty();
    done("Obtain the consent", "consentNext", "OBTAINED", "consentReferral", "GIVEN");

    endedBy("To be listed", "Judge the consent", "Obtain the consent", "Judge the consent", "Put forward for the panel", "On the agenda");
  }

  @Test
  void one_for_which_it_is_not_to_be_had_is_closed_and_who_brought_it_told() {
    toBeListed("PANEL", "EARLY_HELP_SERVICE", "REFUSED");
    done("Obtain the consent", "consentNext", "NOT_TO_BE_HAD");

    endedBy("To be listed", "Judge the consent", "Obtain the consent", "Tell who brought it", "Close: not discussed", "Not discussed");
    assertThat(calls()).containsExactly("notices.send notDiscussed", "cases.close NOT_DISCUSSED");
  }

  @Test
  void any_other_case_is_listed_only_if_the_chair_accepts_it() {
    toBeListed("CHAIR", "OTHER", "GIVEN");
    assertThat(open()).containsExactly("otherCase");
    assertThat(calls()).isEmpty();
    done("otherCase", "acceptedByChair", "YES");

    endedBy("To be listed", "Discretion of the Chair", "Judge the consent", "Put forward for the panel", "On the agenda");
  }

  @Test
  void and_not_otherwise() {
    toBeListed("CHAIR", "OTHER", "GIVEN");
    done("otherCase", "acceptedByChair", "NO");

    endedBy("To be listed", "Discretion of the Chair", "Not accepted");
    assertThat(calls()).isEmpty();
  }

  private void toBeListed(String way, String route, String consent) {
    start("intakeRoute", way, "route", route, "consentReferral", consent, "consentDiscussion", "GIVEN");
  }
}
