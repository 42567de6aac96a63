package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.support.Story;
import org.baton.support.Tasklist;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main way in a real browser, by different people in Tasklist: referral, screening, a vote at the panel, allocation, closure. */
class BrowserStoryTest extends Story {

  @LocalServerPort private int port;

  @Test
  void a_referral_goes_to_closure_in_tasklist_by_the_hands_of_different_people() {
    try (var tasklist = new Tasklist(port)) {
      tasklist.as("business-support.war").start("Referral to the locality panel")
          .choose("field_route", "Route 3").choose("field_immediateConcern", "No").select("field_district", "Rugby").select("field_level", "Level 3")
          .fill("field_referrerName", "Nia Reed").select("field_referrerService", "Local Schools").fill("field_referrerEmail", "nia@example.org")
          .fill("field_childGivenName", "Ola").fill("field_childFamilyName", "Penn").fill("field_adultGivenName", "Rae").fill("field_adultFamilyName", "Penn")
          .fill("field_postcode", "CV21 2AA").fill("field_needs", "School is not enough").fill("field_mashDecision", "MASH 4711 of 20 January")
          .fill("field_mashReference", "M-4711").fill("field_mashDecidedOn", "20/01/2026")
          .fill("field_noResponseInPlace", "Nobody has answered yet").fill("field_familyViews", "We want help with school").choose("field_isComplex", "Yes").choose("field_isConcerning", "Yes")
          .choose("field_supportNeeded", "Yes").choose("field_responseInPlace", "No")
          .choose("field_parentalMentalIllHealth", "Not known").choose("field_parentalSubstanceMisuse", "No").choose("field_domesticAbuse", "No")
          .choose("field_disguisedCompliance", "No").tick("field_specificNeeds", "Language").tick("field_priorityCriteria", "None of these")
          .tick("field_sharingFits")
          .fill("field_giver", "Rae Penn").select("field_capacity", "Parental responsibility").choose("field_informed", "Yes").choose("field_support", "Not asked")
          .choose("field_sharing", "Not asked").choose("field_discussion", "Not asked");
      tasklist.picture("1-referral");
      tasklist.begin();
      var id = theCase();
      driver.runDueJobs();

      tasklist.as("business-support.war").claim("Check consent");
      PlaywrightAssertions.assertThat(tasklist.page().locator("input[id*='field_giver']")).hasValue("Rae Penn");
      tasklist.choose("field_informed", "Yes").choose("field_support", "Given").choose("field_sharing", "Given")
          .choose("field_discussion", "Given").choose("field_youngPersonAsked", "No").fill("field_youngPersonWhy", "She is six");
      assertThat(tasklist.page().locator(".fjs-form").innerText()).contains("Ola Penn").contains("held by MASH");
      tasklist.picture("2-consent");
      tasklist.complete();
      driver.runDueJobs();

      var sitting = sittingOf(id);
      tasklist.as("business-support.war").claim("Arrange the sitting").fill("field_venue", "Town Hall, room 2").choose("field_refreshments", "Arranged")
          .choose("field_chairComes", "Yes").complete();
      it_is(sitting.preMeetAt());
      tasklist.as("chair.war").claim("Screen the referrals at the pre-meet");
      PlaywrightAssertions.assertThat(tasklist.page().locator("input[id*='field_case']")).hasValue(id.value());
      tasklist.picture("3-screening");
      tasklist.complete();
      tasklist.as("chair.war").claim("Agree the agenda as chair").choose("field_chairThere", "I took part").tick("field_chairRead").tick("field_chairSharing").tick("field_chairAgrees");
      assertThat(tasklist.page().locator(".fjs-form").innerText()).contains(id.value() + " Ola Penn");
      tasklist.picture("3-agenda");
      tasklist.complete();
      tasklist.as("vice-chair.war").claim("Agree the agenda as vice-chair").choose("field_viceChairThere", "I took part").tick("field_viceChairRead").tick("field_viceChairSharing")
          .tick("field_viceChairAgrees").complete();
      tasklist.as("business-support.war").claim("Agree the agenda as business support").choose("field_supportThere", "I took part").tick("field_supportAgrees").complete();
      driver.runDueJobs();
      it_is(sitting.startsAt());
      tasklist.as("business-support.war").claim("Sign in").fill("field_name", "Member").selectNth("field_service", 0, "Early Help Service").selectNth("field_role", 0, "Chair").tick("field_welcomed");
      tasklist.picture("4-sign-in");
      tasklist.complete();
      driver.runDueJobs();

      tasklist.as("chair.war").claim("Discuss the case").choose("field_sharingObjected", "No").choose("field_discussionResult", "No: the agencies");
      tasklist.picture("5-discussion");
      tasklist.complete();
      tasklist.as("chair.war").claim("Hear the agencies involved").select("field_viewService", "Health (GP").fill("field_view", "Health should lead").complete();
      tasklist.as("business-support.war").claim("Record the votes").choose("field_voteHeld", "Yes");
      tasklist.select("field_choice", "Health (GP");
      tasklist.picture("6-votes");
      tasklist.complete();
      driver.runDueJobs();
      assertThat(decisions.latest(id)).hasValueSatisfying(decision -> assertThat(decision.reachedBy()).isEqualTo("VOTE"));
      tasklist.as("chair.war").claim("State the terms of the allocation").fill("field_risksWeighed", "The flat is at risk").choose("field_priorityFamily", "No").choose("field_resourceThere", "Yes")
          .fill("field_whyThisService", "Health knows the mother").fill("field_reportOn", "20/04/2026").fill("field_timescale", "Six months")
          .fill("field_desiredOutcomes", "Ola goes to school every day").fill("field_accountablePerson", "Dr Shaw");
      tasklist.picture("6-terms");
      tasklist.complete();
      driver.runDueJobs();

      tasklist.as("business-support.war").claim("Fill the decision boxes");
      tasklist.picture("6-boxes");
      tasklist.complete();
      driver.runDueJobs();
      tasklist.as("vice-chair.war").claim("Sign off the decisions").choose("field_signed", "Yes: the decision goes out").complete();
      driver.runDueJobs();
      tasklist.as("allocated-service.war").claim("Accept the case").choose("field_acceptance", "Yes").fill("field_acceptedBy", "Dr Shaw").fill("field_leadProfessional", "Dr Shaw").complete();
      driver.runDueJobs();
      assertThat(cases.get(id).holder()).isEqualTo("health");

      confirmResources(id);
      tasklist.as("allocated-service.war").claim("Report progress").fill("field_progress", "All goals reached").choose("field_supportResult", "Needs are met");
      tasklist.picture("7-progress");
      tasklist.complete();
      driver.runDueJobs();
      assertThat(cases.get(id).outcome()).contains("NEEDS_MET");
    }
  }

  @Test
  void what_somebody_typed_into_a_start_form_is_gone_once_they_left() {
    try (var tasklist = new Tasklist(port)) {
      tasklist.as("business-support.war").start("Referral to the locality panel").fill("field_referrerName", "Nia Reed");
      tasklist.page().keyboard().press("Escape");
      tasklist.leaveByTheMenu();
      assertThat(tasklist.drafts()).isEmpty();
      tasklist.logIn("chair.war").start("Referral to the locality panel");
      assertThat(tasklist.page().locator("input[id*='field_referrerName']").inputValue()).isEmpty();
    }
  }

  /** By the engine: its date field depends on the browser's calendar widget. */
  private void confirmResources(CaseId id) {
    done(id, "Confirm resources and start", with());
  }

  private CaseId theCase() {
    return cases.list(List.of("warwickshire"), "", 10).stream().map(CaseRecord::id).findFirst().orElseThrow();
  }
}
