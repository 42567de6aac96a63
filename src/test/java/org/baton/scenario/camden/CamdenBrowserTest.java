package org.baton.scenario.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.casefile.CaseRecord;
import org.baton.support.Tasklist;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case in a real browser, by different people in Tasklist: received, on the agenda, checklist, vote, MOSAIC, worker, end of support. */
class CamdenBrowserTest extends CamdenStory {

  @LocalServerPort private int port;

  @Test
  void a_case_is_voted_to_a_service_and_supported_to_its_end_in_tasklist_by_the_hands_of_different_people() {
    try (var tasklist = new Tasklist(port)) {
      tasklist.as("business-support.cam").start("Case for early help")
          .choose("field_immediateConcern", "No").select("field_route", "Complex case from the Contact Team").choose("field_origin", "Front door")
          .fill("field_referrerName", "Nia Reed").select("field_referrerService", "Contact Team").fill("field_referrerEmail", "nia@example.org")
          .fill("field_childGivenName", "Ola").fill("field_childFamilyName", "Penn").fill("field_adultGivenName", "Rae").fill("field_adultFamilyName", "Penn")
          .fill("field_needs", "Three children, one bedroom").fill("field_giver", "Rae Penn").select("field_capacity", "Parental responsibility")
          .choose("field_referral", "Given").choose("field_discussion", "Not asked");
      tasklist.picture("cam-1-case");
      tasklist.begin();
      var id = cases.list(List.of(AUTHORITY), "", 10).stream().map(CaseRecord::id).findFirst().orElseThrow();
      driver.runDueJobs();
      var sitting = sittingOf(id);

      tasklist.as("chair.cam").claim("Settle the agenda").fill("field_rotaWorker", "Fay Adler");
      tasklist.picture("cam-2-agenda");
      tasklist.complete();
      it_is(sitting.startsAt());
      tasklist.as("business-support.cam").claim("Sign in").fill("field_name", "Member").selectNth("field_role", 0, "Chair (Service Manager Early Help Community & Practice)")
          .tickAll("field_confidential");
      tasklist.picture("cam-3-sign-in");
      tasklist.complete();
      driver.runDueJobs();

      tasklist.as("chair.cam").claim("Go through the checklist").choose("field_timeLeft", "Yes").choose("field_presenter", "None was asked").choose("field_level", "at level 2")
          .fill("field_thresholdReference", "Page 12").choose("field_informationSufficient", "Yes").fill("field_checklistReasons", "Housing is the need");
      tasklist.picture("cam-4-checklist");
      tasklist.complete();
      driver.runDueJobs();
      tasklist.as("chair.cam").claim("Discuss the case");
      tasklist.select("field_panelOutcome", "Allocate to a service").fill("field_matching", "Whole-family work").choose("field_capacity", "Yes")
          .tick("field_thresholdsRegarded").fill("field_journey", "The child is heard").tick("field_wholeFamily").choose("field_supportWanted", "No").fill("field_trajectory", "Six months");
      assertThat(tasklist.page().locator(".fjs-form").innerText()).contains("Families with a child under five").contains("no current description");
      tasklist.picture("cam-5-discussion");
      tasklist.complete();
      driver.runDueJobs();
      tasklist.as("business-support.cam").claim("Record the votes").choose("field_voteHeld", "Yes").select("field_choice", "Family Services");
      tasklist.picture("cam-6-votes");
      tasklist.complete();
      driver.runDueJobs();

      tasklist.as("business-support.cam").claim("Allocate to the team on MOSAIC").fill("field_mosaicTeamName", "FIF North").fill("field_mosaicReference", "M-17").complete();
      driver.runDueJobs();
      tasklist.as("allocated-service.cam").claim("Allocate a worker").fill("field_leadProfessional", "Kit Moss");
      tasklist.picture("cam-7-worker");
      tasklist.complete();
      driver.runDueJobs();
      assertThat(cases.get(id).holder()).isEqualTo("family-services");
      // By the engine: its date field depends on the browser's calendar widget.
      done(id, "Contact the family", with());
      tasklist.as("allocated-service.cam").claim("Say how the support ended").choose("field_supportResult", "Needs are met").fill("field_supportNote", "A flat with two bedrooms").complete();
      driver.runDueJobs();
      assertThat(cases.get(id).outcome()).contains("NEEDS_MET");
    }
  }
}
