package org.baton.scenario.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.baton.casefile.CaseRecord;
import org.baton.support.Tasklist;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case for advice in a real browser, by different people in Tasklist: brought, consented to, prepared, discussed, noted. */
class NorthEastLincolnshireBrowserTest extends NorthEastLincolnshireStory {

  @LocalServerPort private int port;

  @Test
  void a_case_for_advice_goes_to_its_panel_note_in_tasklist_by_the_hands_of_different_people() {
    try (var tasklist = new Tasklist(port)) {
      tasklist.as("early-help-worker.nel").start("Case for the locality panel or the MASH")
          .choose("field_immediateConcern", "No").select("field_route", "Advice").choose("field_ehmEpisode", "Yes").choose("field_childsFile", "Liquidlogic")
          .fill("field_referrerName", "Nia Reed").select("field_referrerService", "Education").fill("field_referrerEmail", "nia@example.org")
          .fill("field_childGivenName", "Ola").fill("field_childFamilyName", "Penn").fill("field_adultGivenName", "Rae").fill("field_adultFamilyName", "Penn")
          .fill("field_postcode", "DN31 1AA").fill("field_askedOfPanel", "Who could offer a mentor?");
      tasklist.picture("nel-1-case");
      tasklist.begin();
      var id = cases.list(List.of(AUTHORITY), "", 10).stream().map(CaseRecord::id).findFirst().orElseThrow();
      driver.runDueJobs();

      tasklist.as("early-help-worker.nel").claim("Record the consent");
      PlaywrightAssertions.assertThat(tasklist.page().locator("input[id*='field_giver']")).hasValue("Rae Penn");
      tasklist.choose("field_panel", "Given").fill("field_scope", "The panel").choose("field_withoutConsent", "The case waits");
      tasklist.picture("nel-2-consent");
      tasklist.complete();
      driver.runDueJobs();
      var sitting = sittingOf(id);
      timeToCirculate(sitting);
      tasklist.as("business-support.nel").claim("Circulate the case information").tick("field_sharedLawfully").complete();
      driver.runDueJobs();
      tasklist.as("member.nel").claim("Prepare for the sitting").fill("field_entry", "A mentor from September");
      tasklist.picture("nel-3-preparation");
      tasklist.complete();
      it_is(sitting.startsAt());
      tasklist.as("business-support.nel").claim("Sign in").fill("field_name", "Member").select("field_service", "Early Help").selectNth("field_role", 0, "Chair").tickAll("field_confidential");
      tasklist.picture("nel-4-sign-in");
      tasklist.complete();
      driver.runDueJobs();

      tasklist.as("chair.nel").claim("Discuss the case").choose("field_discussionResult", "Yes").select("field_panelOutcome", "Advice")
          .fill("field_who", "Ann, Early Help").fill("field_entry", "A mentor, and no step up").fill("field_fitting", "They asked for a mentor").fill("field_reasons", "A mentor starts in September");
      assertThat(tasklist.page().locator(".fjs-form").innerText()).contains("Ola Penn").contains("A mentor from September").contains("Not reviewed by");
      tasklist.picture("nel-5-discussion");
      tasklist.complete();
      driver.runDueJobs();

      assertThat(cases.get(id).outcome()).contains("ADVICE_GIVEN");
      assertThat(records.of(id)).extracting(entry -> entry.kind()).containsExactly("management decision/discussion");
      tasklist.as("business-support.nel").claim("Write the minutes");
      tasklist.picture("nel-6-minutes");
      tasklist.complete();
      driver.runDueJobs();
      assertThat(records.of(id)).extracting(entry -> entry.kind()).contains("P25 2026/02/12 LEGAL MEETINGS (LOCALITY PANEL)");
    }
  }
}
