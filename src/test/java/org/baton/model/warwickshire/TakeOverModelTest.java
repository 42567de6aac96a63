package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class TakeOverModelTest extends ModelTest {

  TakeOverModelTest() {
    super("warwickshire", "takeOver", List.of("forum.dmn", "consent-standing.dmn"), List.of());
  }

  @Test
  void a_case_that_waits_for_the_panel_with_consent_goes_on_at_the_agenda() {
    entered("WAITING", "GIVEN");

    endedBy("Open case entered", "Choose the panel", "Note the panel on the case", "Check the holder against the register", "Judge consent",
        "Go on at the agenda", "On the agenda");
    assertThat(fact("forum")).isEqualTo("rugby");
    assertThat(calls()).containsExactly("cases.assignForum", "cases.checkHolder heldBy", "cases.beginAt referral callActivity_putForward");
  }

  @Test
  void without_consent_it_goes_on_at_the_checks() {
    entered("WAITING", "MISSING");

    endedBy("Open case entered", "Choose the panel", "Note the panel on the case", "Check the holder against the register", "Judge consent",
        "Go on at the checks", "At the checks");
    assertThat(calls()).endsWith("cases.beginAt referral callActivity_intakeChecks");
  }

  @Test
  void one_that_waits_for_a_service_goes_on_at_the_acceptance() {
    entered("ALLOCATED", "GIVEN");

    endedBy("Open case entered", "Choose the panel", "Note the panel on the case", "Check the holder against the register", "Go on at the acceptance", "Service asked");
    assertThat(calls()).endsWith("cases.beginAt referral callActivity_allocation");
  }

  @Test
  void one_that_is_supported_keeps_the_day_since_which_its_service_holds_it() {
    entered("SUPPORTED", "GIVEN");

    endedBy("Open case entered", "Choose the panel", "Note the panel on the case", "Note since when the service holds it", "Check the holder against the register",
        "Go on with the support", "Supported");
    assertThat(calls()).containsExactly("cases.assignForum", "cases.stageSince ALLOCATED heldSince", "cases.checkHolder heldBy",
        "cases.beginAt earlyHelpSupport userTask_reportProgress");
  }

  @Test
  void any_other_goes_on_at_the_checks() {
    entered("CHECKS", "GIVEN");

    endedBy("Open case entered", "Choose the panel", "Note the panel on the case", "Check the holder against the register", "Go on at the checks", "At the checks");
  }

  private void entered(String caseStands, String discussion) {
    start("district", "RUGBY", "caseStands", caseStands, "consentSupport", "GIVEN", "consentSharing", "GIVEN", "consentDiscussion", discussion);
  }
}
