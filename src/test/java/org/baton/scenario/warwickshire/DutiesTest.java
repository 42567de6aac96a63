package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.baton.casefile.CaseId;
import org.baton.casefile.consent.Consent;
import org.baton.casefile.consent.ConsentState;
import org.baton.notice.Notice;
import org.baton.panel.action.Action;
import org.baton.panel.sitting.Attendee;
import org.baton.panel.sitting.Meeting;
import org.baton.records.RecordSettings;
import org.baton.support.Clause;
import org.baton.support.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Duties of Warwickshire's document beside the main way: what the panel has before it, what is noted, told, protected and followed up. */
class DutiesTest extends WarwickshireStory {

  private static final String SCREEN = "Screen the referrals at the pre-meet";

  @Autowired private RecordSettings folder;
  @LocalServerPort private int port;

  @ParameterizedTest
  @Clause({"WAR-3.2a", "WAR-3.2d", "WAR-3.2h"})
  @CsvSource({"ROUTE_1, support and solutions", "ROUTE_2, allocation to a Lead Agency", "ROUTE_3, best placed to respond"})
  void each_route_fixes_the_objective_that_the_panel_has_before_it(String route, String objective) {
    var sitting = heard(referralOf(route));
    assertThat(shown(sitting, "Discuss the case", "caseObjective")).contains(objective);
  }

  @Test
  @Clause({"WAR-3.2k"})
  void a_route_three_case_ends_with_a_named_agency_that_responds() {
    var sitting = heard(referralOf("ROUTE_3"));
    assertThat(shown(sitting, "Discuss the case", "caseObjective")).contains("which agency is best placed to respond and offer support");
    refused("leadAgency: got nothing", () -> allocate(sitting, null));
    allocate(sitting, "health");
  }

  @Test
  @Clause({"WAR-16g", "WAR-3.2d"})
  void in_a_route_one_case_members_give_their_support_and_the_lead_agency_stays_with_it() {
    var id = referral("route", "ROUTE_1", "district", "RUGBY", "referrerService", "social-housing");
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    assertThat(shown(sitting, "Discuss the case", "caseObjective")).contains("escalation is avoided", "The Lead Agency stays");
    allocate(sitting, "social-housing", "acceptedHere", "YES", "contributions", List.of(with("who", "Dee, Health", "entry", "A school nurse weekly")));
    signedOff(id);
    assertThat(minutes.draft(sitting.id())).contains("Dee, Health: A school nurse weekly");
    assertThat(cases.get(id).holder()).isEqualTo("social-housing");
    assertThat(holders.of(id)).as("the case never left it").hasSize(1);
    assertThat(open(id)).containsExactly("Confirm resources and start");
  }

  @Test
  @Clause({"WAR-2.2.3a", "WAR-2.2.5a", "WAR-9.1a"})
  void a_referral_names_specific_needs_and_the_signs_of_a_priority_family_and_fits_the_sharing_agreement() {
    refused("specificNeeds: got nothing", () -> referral("route", "ROUTE_3", "district", "RUGBY", "specificNeeds", null));
    refused("specificNeeds: got 'NONE_KNOWN' and 1 more, expected 'NONE_KNOWN' alone, or others without it",
        () -> referral("route", "ROUTE_3", "district", "RUGBY", "specificNeeds", List.of("GENDER", "NONE_KNOWN")));
    refused("priorityCriteria: got 'NONE' and 2 more", () -> referral("route", "ROUTE_3", "district", "RUGBY", "priorityCriteria", List.of("NONE", "CRIME", "HEALTH")));
    refused("priorityCriteria: got nothing", () -> referral("route", "ROUTE_3", "district", "RUGBY", "priorityCriteria", null));
    refused("sharingFits: got false, expected true", () -> referral("route", "ROUTE_3", "district", "RUGBY", "sharingFits", false));
  }

  @Test
  void whoever_may_read_the_family_file_reads_what_each_form_asked_and_who_answered_it_in_its_words() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "domesticAbuse", "YES", "specificNeeds", List.of("LANGUAGE"), "familyViews", "ADHD");
    var said = Rest.as("business-support.war", port).get("/api/cases/" + id + "/answers").json();
    assertThat(said).anySatisfy(one -> {
      assertThat(one.path("form").asText()).isEqualTo("referral");
      assertThat(one.path("question").asText()).isEqualTo("Specific needs tied to");
      assertThat(one.path("answer").asText()).isEqualTo("Language");
      assertThat(one.path("by").asText()).isEqualTo("system");
      assertThat(one.path("at").asText()).isEqualTo("2026-02-02T09:00:00Z");
    }).anySatisfy(one -> assertThat(one.path("answer").asText()).as("typed, not chosen").isEqualTo("ADHD"));
    assertThat(said.findValuesAsText("answer")).doesNotContain("LANGUAGE", "[\"LANGUAGE\"]", "YES");
    assertThat(jdbc.sql("select what from read_log where case_id = ? and read_by = 'business-support.war'").param(id.value()).query(String.class).list()).contains("answers");
  }

  @Test
  void whoever_may_not_read_the_family_file_reads_no_answer_be_it_in_the_same_authority() {
    var notTheirs = referral("route", "ROUTE_3", "district", "RUGBY", "familyViews", "ADHD");
    for (var stranger : List.of("business-support.cam", "allocated-service.war", "service-manager.war", "manager.war", "supervisor.war")) {
      var refused = Rest.as(stranger, port).get("/api/cases/" + notTheirs + "/answers");
      assertThat(refused.status()).as(stranger).isEqualTo(stranger.equals("supervisor.war") ? 403 : 404);
      assertThat(refused.text()).as(stranger).doesNotContain("ADHD");
    }
    assertThat(jdbc.sql("select count(*) from read_log where case_id = ?").param(notTheirs.value()).query(Long.class).single()).isZero();

    var practitioner = Rest.as("allocated-service.war", port);
    assertThat(practitioner.get("/api/cases/" + supported("health") + "/answers").json().findValuesAsText("form")).as("once their service holds it").contains("referral");
  }

  @Test
  @Clause({"WAR-2.2.2b", "WAR-2.2.3b", "WAR-2.2.15a"})
  void risks_needs_and_the_familys_words_are_before_the_panel_and_the_decision_says_how_they_bear_on_it() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "domesticAbuse", "YES", "specificNeeds", List.of("LANGUAGE"), "familyViews", "Ola wants a mentor");
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    assertThat(shown(sitting, "Discuss the case", "caseRisks")).contains("Domestic abuse: Yes", "Specific needs: Language", "Ola wants a mentor");

    refused("risksWeighed: got nothing", () -> discuss(sitting, "panelOutcome", "SIGNPOSTED", "risksWeighed", null));
    discuss(sitting, "panelOutcome", "SIGNPOSTED", "risksWeighed", "The abuse has ended; an interpreter is needed");
    assertThat(minutes.draft(sitting.id())).contains("an interpreter is needed");
  }

  @Test
  @Clause({"WAR-2.2.5b", "WAR-2.2.5c"})
  void a_priority_family_gets_services_that_fit_with_the_evidence_for_a_claim_kept_from_the_decision_to_the_close() {
    var sitting = heard(referralOf("ROUTE_3"));
    var id = agenda.nextItem(sitting.id()).orElseThrow().caseId();
    refused("priorityServices: got nothing", () -> allocate(sitting, "health", "priorityFamily", "YES", "priorityServices", null));
    refused("desiredOutcomes: got nothing", () -> allocate(sitting, "health", "desiredOutcomes", null));
    allocate(sitting, "health", "priorityFamily", "YES", "priorityServices", "Truancy below 85 per cent: attendance officer", "desiredOutcomes", "Attendance above 90 per cent");
    signedOff(id);
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim Hale"));
    refused("supportStart: got nothing", () -> driver.complete(task(tasksOf(id), "Confirm resources and start"), sample, with("supportStart", null)));
    done(id, "Confirm resources and start", with("supportStart", "2026-03-02"));
    it_is("2026-05-28T10:00");
    done(id, "Report progress", with("supportResult", "NEEDS_MET"));

    assertThat(cases.get(id).outcome()).contains("NEEDS_MET");
    assertThat(cases.get(id).closedAt()).contains(london("2026-05-28T10:00"));
    assertThat(evidence(id)).containsEntry("priorityFamily", "Yes").containsEntry("priorityServices", "Truancy below 85 per cent: attendance officer")
        .containsEntry("desiredOutcomes", "Attendance above 90 per cent").containsEntry("supportStart", "2 March 2026");
  }

  @Test
  @Clause({"WAR-2.2.7a", "WAR-12.2g4"})
  void an_allocation_avoids_double_work_and_names_its_timescale() {
    var sitting = heard(referralOf("ROUTE_3"));
    var id = agenda.nextItem(sitting.id()).orElseThrow().caseId();
    refused("whyThisService: got nothing", () -> allocate(sitting, "health", "whyThisService", null));
    refused("timescale: got nothing", () -> allocate(sitting, "health", "timescale", null));
    allocate(sitting, "health", "timescale", "Twelve weeks");
    assertThat(minutes.draft(sitting.id())).contains("Timescale: " + id + " - Twelve weeks");
  }

  @Test
  @Clause({"WAR-2.2.10a"})
  void no_case_is_allocated_and_none_accepted_without_the_person_who_leads_it() {
    var sitting = heard(referralOf("ROUTE_3"));
    var id = agenda.nextItem(sitting.id()).orElseThrow().caseId();
    refused("accountablePerson: got nothing", () -> allocate(sitting, "health", "accountablePerson", null));
    assertThat(decisions.latest(id)).isEmpty();
    allocate(sitting, "health", "accountablePerson", "Dr Shaw");
    assertThat(cases.get(id).leadProfessional()).contains("Dr Shaw");
    signedOff(id);

    refused("leadProfessional: got nothing", () -> driver.complete(task(tasksOf(id), "Accept the case"), sample, with("acceptance", "ACCEPTED", "leadProfessional", null)));
    assertThat(open(id)).as("it does not leave the allocation").containsExactly("Accept the case");
    assertThat(cases.get(id).holder()).isEqualTo("mash");
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim Hale"));
    assertThat(cases.get(id).leadProfessional()).as("whom the service has named").contains("Kim Hale");
    assertThat(cases.get(id).holder()).isEqualTo("health");
  }

  @Test
  @Clause({"WAR-4.2b"})
  void a_member_takes_the_case_on_in_the_meeting_itself_but_only_for_a_service_that_is_in_the_room() {
    var sitting = heard(referralOf("ROUTE_3"));
    var id = agenda.nextItem(sitting.id()).orElseThrow().caseId();
    refused("of which nobody is in the room", () -> allocate(sitting, "prospects", "acceptedHere", "YES"));
    allocate(sitting, "social-housing", "acceptedHere", "YES");
    signedOff(id);
    assertThat(open(id)).as("no second acceptance").containsExactly("Confirm resources and start");
    assertThat(cases.get(id).holder()).isEqualTo("social-housing");
  }

  @Test
  @Clause({"WAR-2.2.9a", "WAR-2.2.9b"})
  void where_the_resource_is_missing_the_panel_finds_another_solution_and_works_on_the_barrier() {
    var sitting = heard(referralOf("ROUTE_3"));
    refused("otherSolution: got nothing", () -> discuss(sitting, "panelOutcome", "SIGNPOSTED", "resourceThere", "NO", "otherSolution", null));
    refused("barriers: got nothing", () -> discuss(sitting, "panelOutcome", "SIGNPOSTED", "resourceThere", "NO", "barriers", null));
    discuss(sitting, "panelOutcome", "SIGNPOSTED", "resourceThere", "NO", "otherSolution", "A volunteer", "barriers", "No transport: Bob asks the council");
    assertThat(minutes.draft(sitting.id())).contains("Other solution", "A volunteer", "No transport: Bob asks the council");
  }

  @Test
  @Clause({"WAR-2.2.15b"})
  void taking_part_is_voluntary_and_informed_and_may_be_withdrawn_at_any_moment() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    var uninformed = consent("Jo Penn", "PARENT", "GIVEN", "GIVEN", "GIVEN");
    uninformed.put("informed", "NO");
    done(id, "Check consent", with("consents", List.of(uninformed)));
    assertThat(open(id)).as("no consent without knowing what for").containsExactly("Obtain consent");
    done(id, "Obtain consent", plus(ALL_CONSENTS, "awaited", "ANSWERED"));
    var sitting = sittingOf(id);

    withdraw(id);
    assertThat(cases.get(id).outcome()).contains("CONSENT_WITHDRAWN");
    assertThat(agenda.of(sitting.id())).extracting(item -> item.state().name()).containsExactly("NOT_LISTED");
    assertThat(told(id, "consentWithdrawn")).isOne();

    var supported = supported("health");
    withdraw(supported);
    assertThat(cases.get(supported).open()).as("the service goes on as the family wishes").isTrue();
    assertThat(told(supported, "leadAgencyWithdrawn")).isOne();
  }

  @Test
  @Clause({"WAR-3.6b"})
  void copies_go_to_a_service_without_mosaic_only_while_consent_to_share_stands() {
    var sitting = heard(referralOf("ROUTE_3"));
    var id = agenda.nextItem(sitting.id()).orElseThrow().caseId();
    allocate(sitting, "health");
    signedOff(id);
    consents.record(id, new Consent("sharing", ConsentState.WITHDRAWN, Optional.of("Jo Penn"), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim"));
    assertThat(told(id, "papers")).isZero();
    done(id, "Ask the family about the papers", with());
    assertThat(open(id)).containsExactly("Confirm resources and start");

    assertThat(told(supported("health"), "papers")).as("where it stands").isOne();
  }

  @Test
  @Clause({"WAR-11.1d", "WAR-1.3b", "WAR-3.4a"})
  void the_programme_of_a_year_plans_every_panel_every_six_weeks_and_goes_to_the_members_of_each() throws IOException, MessagingException {
    start("yearProgramme", with("programmeYear", 2026));
    for (var forum : packs.current("warwickshire").profile().forums()) {
      var starts = sittings.of("warwickshire").stream().filter(meeting -> meeting.forum().equals(forum.id())).map(Meeting::startsAt).toList();
      assertThat(starts).as(forum.id()).hasSizeBetween(7, 8);
      for (var i = 1; i < starts.size(); i++) {
        assertThat(Duration.between(starts.get(i - 1), starts.get(i)).toDays()).as(forum.id()).isBetween(41L, 43L);
      }
    }
    for (var forum : packs.current("warwickshire").profile().forums()) {
      var told = sent("programme").stream().filter(notice -> notice.addressee().startsWith("the members of " + forum.name())).toList();
      assertThat(told).as(forum.id()).extracting(Notice::state).containsExactly(Notice.State.SENT);
      assertThat(told.get(0).recipient()).as(forum.id()).contains("@example.org");
      var first = sittings.of("warwickshire").stream().filter(meeting -> meeting.forum().equals(forum.id())).map(Meeting::startsAt).min(Comparator.naturalOrder()).orElseThrow();
      assertThat(sent(told.get(0)).getContent().toString()).as(forum.id()).contains(forum.name()).contains(LocalDate.ofInstant(first, LONDON).toString());
    }
    var planned = sittings.of("warwickshire").size();
    start("yearProgramme", with("programmeYear", 2026));
    assertThat(sittings.of("warwickshire")).as("asked for twice").hasSize(planned);
  }

  @Test
  @Clause({"WAR-3.4b"})
  void an_extra_sitting_is_held_when_the_members_agree_on_a_working_day() {
    var extra = with("forum", "rugby", "extraOn", "2026-03-24", "extraAt", "14:00", "extraWhy", "Nine referrals", "extraTakes", "NONE", "extraAgreed", true);
    refused("extraAgreed: got false", () -> start("extraSitting", plus(extra, "extraAgreed", false)));
    refused("which is no working day", () -> start("extraSitting", plus(extra, "extraOn", "2026-03-22")));
    refused("expected a time such as 10:00", () -> start("extraSitting", plus(extra, "extraAt", "at two")));
    start("extraSitting", extra);
    assertThat(sittings.of("warwickshire")).filteredOn(meeting -> meeting.startsAt().equals(london("2026-03-24T14:00"))).singleElement()
        .satisfies(meeting -> {
          assertThat(meeting.cutOffAt()).isEqualTo(london("2026-03-10T17:00"));
          assertThat(notices(meeting, "extraSitting")).isOne();
        });
  }

  @Test
  @Clause({"WAR-11.2e"})
  void each_referral_is_filed_in_the_folder_of_its_locality() throws IOException {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "needs", "School is not enough");
    var file = folder.folder().resolve("warwickshire/rugby/" + id + ".pdf");
    try (var pdf = Loader.loadPDF(Files.readAllBytes(file))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains(id.value(), "School is not enough");
    }
  }

  @Test
  @Clause({"WAR-11.2e"})
  void what_the_referrer_adds_to_an_incomplete_referral_is_filed_too() throws IOException {
    var id = referral("route", "ROUTE_2", "district", "RUGBY", "stepDownAttempt", null);
    done(id, "Complete the referral", with("awaited", "ANSWERED", "answeredBy", "Nia Reed, by telephone", "stepDownAttempt", "Tried in May"));
    try (var pdf = Loader.loadPDF(Files.readAllBytes(folder.folder().resolve("warwickshire/rugby/" + id + ".pdf")))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Tried in May");
    }
  }

  @Test
  @Clause({"WAR-11.2f", "WAR-12.2b", "WAR-13.2a"})
  void three_hold_the_pre_meet_and_chair_and_vice_chair_answer_for_what_is_shared() {
    var sitting = atPreMeet(proposed("RUGBY"));
    done(sitting, SCREEN, with());
    refused("supportThere: got nothing", () -> driver.complete(task(tasksOf(sitting), AGREE.get(2)), sample, with("supportThere", null)));
    refused("chairSharing: got false", () -> driver.complete(task(tasksOf(sitting), AGREE.get(0)), sample, with("chairSharing", false)));
    refused("viceChairSharing: got false", () -> driver.complete(task(tasksOf(sitting), AGREE.get(1)), sample, with("viceChairSharing", false)));
  }

  @Test
  @Clause({"WAR-11.2h"})
  void a_point_to_clear_up_goes_to_the_referrer_and_the_case_keeps_its_place() {
    var id = proposed("RUGBY");
    var sitting = atPreMeet(id);
    refused("screening.reason says not what", () -> driver.complete(task(tasksOf(sitting), SCREEN), sample, with("screening",
        List.of(with("case", id.value(), "decision", "CLARIFY")))));
    screened(sitting, with("screening", List.of(with("case", id.value(), "decision", "CLARIFY", "reason", "Which school?"))));
    assertThat(agenda.of(sitting.id())).extracting(item -> item.state().name()).containsExactly("LISTED");
    assertThat(told(id, "clarification")).isOne();
  }

  @Test
  @Clause({"WAR-4.4p", "WAR-4.4q", "WAR-4.4r"})
  void schools_third_sector_and_childrens_centres_are_invited_for_the_case_that_calls_for_them() {
    var id = proposed("RUGBY");
    var sitting = atPreMeet(id);
    screened(sitting, with("invitations", List.of(invited(id, "schools"), invited(id, "third-sector"), invited(id, "children-centres"))));
    assertThat(deliveries.of(id)).filteredOn(notice -> notice.name().equals("caseInvitation")).extracting(Notice::recipient)
        .containsExactlyInAnyOrder("service.schools.rugby.war@example.org", "service.third-sector.rugby.war@example.org", "service.children-centres.rugby.war@example.org");
    refused("expected a case on the agenda", () -> driver.complete(task(tasksOf(atPreMeet(proposed("WARWICK"))), SCREEN), sample,
        with("invitations", List.of(invited(id, "schools")))));
  }

  @Test
  @Clause({"WAR-16a", "WAR-16i", "WAR-11.3a"})
  void the_sheet_shows_who_has_not_read_the_referrals_and_takes_apologies_and_people_are_welcomed() {
    var sitting = sittingOf(proposed("RUGBY"));
    untilSignIn(sitting);
    var read = present("Bob", "police", "MEMBER");
    read.put("hasRead", true);
    var sheet = with("attendance", List.of(present("Ann", "early-help", "CHAIR"), read, present("Cem", "health", "MEMBER"), present("Dee", "prospects", "MEMBER")),
        "apologies", List.of(with("who", "Eva, Youth Justice", "entry", "Told on Monday; nobody stands in")));
    refused("welcomed: got false", () -> driver.complete(task(tasksOf(sitting), "Sign in"), sample, plus(sheet, "welcomed", false)));
    done(sitting, "Sign in", sheet);
    assertThat(shown(sitting, "Discuss the case", "panelNotRead")).contains("Ann", "Cem", "Dee").doesNotContain("Bob");
    var kept = driver.shown(task(tasksOf(sitting), "Keep the sheet of those present")).get("attendance");
    done(sitting, "Keep the sheet of those present", with("attendance", kept));
    assertThat(attendance.present(sitting.id())).as("as the sheet was, who has read has read").filteredOn(Attendee::hasRead).extracting(Attendee::name).containsExactly("Bob");
    assertThat(minutes.draft(sitting.id())).contains("Apology: Eva, Youth Justice: Told on Monday; nobody stands in");
  }

  @Test
  @Clause({"WAR-16b", "WAR-16c", "WAR-2.2.1a"})
  void what_members_bring_to_a_case_is_drawn_together_and_stands_in_the_minutes() {
    var sitting = heard(referralOf("ROUTE_1"));
    discuss(sitting, "panelOutcome", "SIGNPOSTED", "contributions", List.of(with("who", "Bob, Police", "entry", "No call-outs since May"),
        with("who", "Cem, Health", "entry", "The school nurse can see Ola weekly")));
    assertThat(minutes.draft(sitting.id())).contains("Bob, Police: No call-outs since May", "The school nurse can see Ola weekly");
  }

  @Test
  @Clause({"WAR-13.3a", "WAR-13.3b", "WAR-11.3e"})
  void vice_chair_and_business_support_wrap_up_the_same_day_with_a_booking_sheet_of_every_case() {
    var id = referralOf("ROUTE_3");
    var sitting = heard(id);
    discuss(sitting, "panelOutcome", "SIGNPOSTED");
    assertThat(meetingDue(sitting, "wrapUp")).isEqualTo(london(sitting.startsAt().atZone(LONDON).toLocalDate() + "T23:59"));
    refused("viceChairMet: got nothing", () -> driver.complete(task(tasksOf(sitting), "Wrap up straight after the panel"), sample, with("viceChairMet", null)));
    refused("supportMet: got nothing", () -> driver.complete(task(tasksOf(sitting), "Wrap up straight after the panel"), sample, with("supportMet", null)));
    refused("roomLeft: got false", () -> driver.complete(task(tasksOf(sitting), "Wrap up straight after the panel"), sample, with("roomLeft", false)));
    refused("booking[0].entry: got nothing", () -> driver.complete(task(tasksOf(sitting), "Wrap up straight after the panel"), sample,
        with("booking", List.of(with("case", id.value(), "about", "x")))));
    done(sitting, "Wrap up straight after the panel", with("booking", List.of(with("case", id.value(), "about", "x", "entry", "Hub visit on Friday")), "viceChairMet", "Ned Poe", "supportMet", "Ida Wren"));
    assertThat(minutes.draft(sitting.id())).contains("Vice-chair who met business support straight after the panel: Ned Poe", "Business support officer who met the vice-chair: Ida Wren");
    assertThat(notes.of(sitting.id())).anyMatch(note -> note.kind().equals("PLAN_DETAILS") && note.entry().equals("Hub visit on Friday"));
  }

  @Test
  void corrections_that_are_left_lying_are_marked_and_told_and_move_nothing() {
    var sitting = heard(referralOf("ROUTE_3"));
    discuss(sitting, "panelOutcome", "SIGNPOSTED");
    done(sitting, "Type the draft minutes", with());
    done(sitting, "Check the minutes", with("minutesCheck", "TO_CORRECT"));
    var due = meetingDue(sitting, "minutesCorrection");
    it_is(due.plusSeconds(60));
    assertThat(jdbc.sql("select count(*) from notice where meeting_id = ? and subject like '%Minutes corrected%'").param(sitting.id()).query(Long.class).single()).isOne();
    assertThat(tasksOf(sitting)).extracting("name").contains("Correct the minutes");
  }

  @Test
  @Clause({"WAR-11.3d", "WAR-12.2i"})
  void lessons_and_worries_go_on_the_learning_log_when_the_chair_asks() {
    var sitting = heard(referralOf("ROUTE_3"));
    discuss(sitting, "panelOutcome", "SIGNPOSTED");
    done(sitting, "Type the draft minutes", with());
    done(sitting, "Wrap up straight after the panel", with("lessons", List.of(with("who", "Chair", "entry", "Papers came too late")),
        "panelConcerns", List.of(with("who", "Member", "entry", "The chair is always late"))));
    assertThat(notes.log("warwickshire", "rugby")).extracting(note -> note.kind() + " " + note.who().orElse("") + " " + note.entry())
        .containsExactly("LOG_PANEL_CONCERN Member The chair is always late", "LOG_LESSON Chair Papers came too late");
    assertThat(notes.log("warwickshire", "stratford")).isEmpty();
    notes.note(sitting.id(), null, "LESSON", "Chair", "Noted before there was a log of its own");
    assertThat(notes.log("warwickshire", "rugby")).first().satisfies(note -> assertThat(note.entry()).isEqualTo("Noted before there was a log of its own"));
    assertThat(minutes.draft(sitting.id()) + sittings.get(sitting.id()).minutes().orElseThrow()).as("all members read the minutes").doesNotContain("always late", "too late");
  }

  @Test
  @Clause({"WAR-11.4f2", "WAR-11.4f3"})
  void the_contact_with_the_referrer_is_told_to_business_support_and_added_to_minutes_already_typed() {
    var id = referralOf("ROUTE_3");
    var sitting = heard(id);
    discuss(sitting, "panelOutcome", "MASH_REFERRAL");
    done(sitting, "Type the draft minutes", with("minutesText", "As typed"));
    assertThat(told(id, "contactMade")).isZero();
    done(id, "Speak to the referrer", with("contactNote", "The school will call the MASH"));
    assertThat(told(id, "contactMade")).isOne();
    assertThat(sittings.get(sitting.id()).minutes().orElseThrow()).startsWith("As typed").contains(id + " - The school will call the MASH");
  }

  @Test
  @Clause({"WAR-11.4g"})
  void the_outcome_stands_in_the_decision_box_of_the_referral_unless_it_is_safeguarding() throws IOException {
    var concern = referralOf("ROUTE_3");
    var id = referralOf("ROUTE_3");
    var sitting = heard(concern);
    discuss(sitting, "panelOutcome", "MASH_REFERRAL");
    discuss(sitting, "panelOutcome", "SIGNPOSTED", "reasons", "Tier 2 is enough");

    assertThat((List<?>) driver.shown(task(tasksOf(sitting), FILL_BOXES)).get("boxes")).as("the box of %s, none of %s", id, concern).singleElement()
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class)).containsEntry("case", id.value()).containsEntry("text", "Signpost to the stepped approach: Tier 2 is enough");
    refused("boxes[0].text: got nothing", () -> driver.complete(task(tasksOf(sitting), FILL_BOXES), sample, with("boxes", List.of(with("case", id.value(), "text", null)))));
    done(sitting, FILL_BOXES, with("boxes", List.of(with("case", id.value(), "text", "Signposted: Tier 2 is enough, as the school says"))));
    var row = toSignOff(sitting).get(0);
    assertThat(row).as("the chair signs what business support wrote").containsEntry("box", "Signposted: Tier 2 is enough, as the school says");
    done(sitting, SIGN_OFF, with("decisions", List.of(plus(plus(row, "signed", "NOT_YET"), "box", "Signposted: say which school"))));
    assertThat((List<?>) driver.shown(task(tasksOf(sitting), FILL_BOXES)).get("boxes")).as("what is not signed goes back to whoever wrote it, with the chair's words").singleElement()
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class)).containsEntry("text", "Signposted: say which school");
    row = toSignOff(sitting).get(0);
    done(sitting, SIGN_OFF, with("decisions", List.of(plus(plus(row, "signed", "YES"), "box", "Signposted: Tier 2 is enough, as the school agrees"))));
    try (var filed = Loader.loadPDF(folder.folder().resolve("warwickshire/rugby/" + id + ".pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(filed)).contains("Decision box: Signposted: Tier 2 is enough, as the school agrees");
    }
    assertThat(jdbc.sql("select decision_box from panel_decision where case_id = ?").param(id.value()).query(String.class).single())
        .isEqualTo("Signposted: Tier 2 is enough, as the school agrees");
    var chronology = Rest.as("business-support.war", port).get("/api/cases/" + id + "/chronology").json();
    assertThat(chronology).anySatisfy(entry -> {
      assertThat(entry.path("kind").asText()).isEqualTo("SIGNED_OFF");
      assertThat(entry.path("entry").asText()).isEqualTo("Signposted: Tier 2 is enough, as the school agrees");
    });
  }

  @Test
  @Clause({"WAR-11.4j", "WAR-11.2k2"})
  void what_is_confidential_travels_as_a_letter_that_opens_with_a_password_told_by_another_way() throws IOException, MessagingException {
    var sitting = heard(referralOf("ROUTE_3"));
    var id = agenda.nextItem(sitting.id()).orElseThrow().caseId();
    discuss(sitting, "panelOutcome", "SIGNPOSTED", "reasons", "Zażółć: Tier 2 is enough");
    signedOff(id);
    var letter = deliveries.of(id).stream().filter(notice -> notice.name().equals("panelDecision")).findFirst().orElseThrow();
    assertThat(letter.locked()).isTrue();
    assertThat(jdbc.sql("select count(*) from notice where meeting_id = ? and name = 'agenda' and sealed is not null and secret is null").param(sitting.id()).query(Long.class).single()).isOne();

    var mail = sent(letter);
    assertThat(mail.getContent()).isInstanceOf(MimeMultipart.class);
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString()).doesNotContain("Tier 2").doesNotContain(password(letter));
    var pdf = parts.getBodyPart(1).getInputStream().readAllBytes();
    assertThatThrownBy(() -> Loader.loadPDF(pdf)).isInstanceOf(InvalidPasswordException.class);
    try (var opened = Loader.loadPDF(pdf, password(letter))) {
      assertThat(new PDFTextStripper().getText(opened)).contains("Zażółć: Tier 2 is enough");
    }
  }

  @Test
  @Clause({"WAR-12.2e"})
  void actions_that_were_given_to_a_name_alone_stay_before_the_chair_until_they_are_reported_done_overdue_ones_marked() {
    var sitting = heard(referralOf("ROUTE_3"));
    var item = agenda.nextItem(sitting.id()).orElseThrow();
    var id = item.caseId();
    discuss(sitting, "panelOutcome", "DEFERRED", "actions", List.of(with("what", "See the child", "responsible", "Cem", "service", "health", "due", "2026-03-02")));
    actionLog.add(item.id(), "Update on the school", "Bob", Optional.empty(), LocalDate.of(2026, 3, 2));
    signedOff(id);
    var next = atPreMeet(id);
    var action = actionLog.open("warwickshire", "rugby").stream().filter(one -> one.service().isEmpty()).findFirst().orElseThrow();
    assertThat(shown(next, SCREEN, "panelGivenActions")).contains("See the child - Cem, Health (GP, CAMHS etc), by 2026-03-02 (overdue)");
    assertThat(driver.shown(task(tasksOf(next), SCREEN)).get("openActions").toString()).doesNotContain("See the child");
    assertThat(driver.shown(task(tasksOf(next), SCREEN)).get("openActions").toString()).contains("Update on the school - Bob, by 2026-03-02 (overdue)");

    screened(next, with("openActions", List.of(with("action", action.id(), "about", "x", "state", "DONE", "report", "Back in class"))));
    assertThat(actionLog.open("warwickshire", "rugby")).extracting(Action::what).containsExactly("See the child");
    assertThat(chronology.of(id)).anyMatch(entry -> entry.kind().equals("ACTION") && entry.entry().contains("done; Back in class"));
  }

  @Test
  @Clause({"WAR-12.2g", "WAR-12.2g2", "WAR-12.2h"})
  void the_chair_tells_the_vice_chair_when_away_follows_open_cases_and_answers_for_the_papers() {
    var supported = supported("health");
    var sitting = sittingOf(proposed("RUGBY"));
    done(sitting, "Arrange the sitting", with("chairComes", "NO"));
    assertThat(sent(sitting, "chairAway")).singleElement().satisfies(notice -> {
      assertThat(notice.recipient()).isEqualTo("vice-chair.rugby.war@example.org");
      assertThat(open(notice)).contains("the chair of", "Please take the chair");
    });
    it_is(sitting.preMeetAt());
    assertThat(shown(sitting, SCREEN, "panelOpenCases")).contains(supported + ", allocated with Health (GP, CAMHS etc)");

    var before = sittings.get(decisions.latest(supported).orElseThrow().meetingId());
    done(before, "Type the draft minutes", with());
    refused("administrationSound: got nothing", () -> driver.complete(task(tasksOf(before), "Check the minutes"), sample,
        with("minutesCheck", "APPROVED", "administrationSound", null)));
  }

  @Test
  @Clause({"WAR-6.2.2a", "WAR-6.2.2b", "WAR-6.3a"})
  void what_the_chair_does_not_nominate_goes_to_a_formal_meeting_and_then_to_the_service_manager() {
    var id = unsettled();
    done(id, "Settle which service takes the case", with("issueKind", "THRESHOLD", "settledBy", "FORMAL_MEETING", "nominatedService", null));
    done(id, "Ask for the formal meeting", with());
    refused("formalMeetingThreshold: got nothing", () -> driver.complete(task(tasksOf(id), "Hold the formal meeting with line managers"), sample,
        with("formalMeetingThreshold", null)));
    done(id, "Hold the formal meeting with line managers", with("formalMeetingResult", "AGREED", "nominatedService", "police"));
    assertThat(cases.get(id).allocatedService()).contains("police");

    var other = unsettled();
    done(other, "Settle which service takes the case", with("issueKind", "SERVICE", "settledBy", "FORMAL_MEETING"));
    done(other, "Ask for the formal meeting", with());
    done(other, "Hold the formal meeting with line managers", with("formalMeetingResult", "OPEN", "formalMeetingThreshold", "Two managers read tier 3", "thresholdFound", "LEVEL_3"));
    assertThat(open(other)).containsExactly("Resolve as Service Manager");
    var before = driver.shown(task(tasksOf(other), "Resolve as Service Manager"));
    assertThat(before.get("chronologyFormal_meeting").toString()).contains("Two managers read tier 3");
    assertThat(before.get("answerThresholdFound")).isEqualTo("Level 3");
    assertThat(cases.get(other).holder()).as("nobody lets go meanwhile").isEqualTo("mash");
  }

  @Test
  @Clause({"WAR-15c", "WAR-15d", "WAR-15e"})
  void the_service_manager_resolves_or_reports_to_the_senior_officer_and_the_case_is_never_left_without_an_answer() {
    var id = toServiceManager();
    done(id, "Resolve as Service Manager", with("managerResult", "RESOLVED", "nominatedService", "prospects"));
    done(id, TERMS, with());
    assertThat(cases.get(id).allocatedService()).contains("prospects");
    assertThat(told(id, "caseSettled")).isOne();

    var other = toServiceManager();
    done(other, "Resolve as Service Manager", with("managerResult", "OPEN"));
    assertThat(told(other, "unresolved")).isOne();
    done(other, "Record what the senior officer settled", with("nominatedService", "health"));
    done(other, TERMS, with());
    assertThat(open(other)).containsExactly("Accept the case");
  }

  @Test
  @Clause({"WAR-6a", "WAR-6c"})
  void a_contested_threshold_enters_the_ladder_with_an_owner() {
    var id = unsettled();
    refused("issueKind: got nothing", () -> driver.complete(task(tasksOf(id), "Settle which service takes the case"), sample, with("issueKind", null)));
    assertThat(taskService.getIdentityLinksForTask(task(tasksOf(id), "Settle which service takes the case").getId()))
        .anyMatch(link -> "warwickshire.rugby.chair".equals(link.getGroupId()));
    done(id, "Settle which service takes the case", with("issueKind", "THRESHOLD", "settledBy", "NOMINATION", "nominatedService", "health"));
    done(id, TERMS, with());
    assertThat(open(id)).containsExactly("Accept the case");
  }

  @Test
  @Clause({"WAR-4.4b", "WAR-4.4c", "WAR-4.4d"})
  void core_members_are_expected_at_every_sitting_first_part_of_the_list() {
    assertThat(expectedAtEverySitting()).contains("borough-district-council", "social-housing", "early-help-officers");
  }

  @Test
  @Clause({"WAR-4.4e", "WAR-4.4f", "WAR-4.4g"})
  void core_members_are_expected_at_every_sitting_second_part_of_the_list() {
    assertThat(expectedAtEverySitting()).contains("early-intervention", "targeted-support", "youth-justice");
  }

  @Test
  @Clause({"WAR-4.4h", "WAR-4.4i", "WAR-4.4j"})
  void core_members_are_expected_at_every_sitting_third_part_of_the_list() {
    assertThat(expectedAtEverySitting()).contains("area-behaviour-partnership", "police", "childrens-social-care");
  }

  @Test
  @Clause({"WAR-4.4k", "WAR-4.4l", "WAR-4.4m"})
  void core_members_are_expected_at_every_sitting_fourth_part_of_the_list() {
    assertThat(expectedAtEverySitting()).contains("prospects", "family-parenting-support", "probation");
  }

  @Test
  @Clause({"WAR-4.4n", "WAR-4.4o"})
  void core_members_are_expected_at_every_sitting_last_part_of_the_list() {
    assertThat(expectedAtEverySitting()).contains("public-health", "health");
  }

  @Test
  void the_password_of_a_protected_letter_is_shown_to_those_of_the_authority_alone() {
    var id = referralOf("ROUTE_3");
    discuss(heard(id), "panelOutcome", "SIGNPOSTED");
    signedOff(id);
    var clerk = Rest.as("business-support.war", port);
    assertThat(clerk.get("/api/cases/" + id + "/notices").text()).contains("panelDecision").doesNotContain("password");
    var letter = deliveries.of(id).stream().filter(notice -> notice.name().equals("panelDecision")).findFirst().orElseThrow();
    assertThat(clerk.post("/api/notices/" + letter.messageId() + "/password", null).json().path("password").asText()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
    assertThat(Rest.as("receiving-manager.lrk", port).post("/api/notices/" + letter.messageId() + "/password", null).status()).isEqualTo(404);
    assertThat(Rest.as("receiving-manager.lrk", port).get("/api/cases/" + id + "/notices").status()).isEqualTo(404);
  }

  /** The services that the sign-in sheet has a row for before anybody has come; those invited for a case are not among them. */
  private List<String> expectedAtEverySitting() {
    var sitting = sittingOf(proposed("RUGBY"));
    untilSignIn(sitting);
    var rows = (List<?>) driver.shown(task(tasksOf(sitting), "Sign in")).get("attendance");
    var services = rows.stream().map(row -> String.valueOf(((Map<?, ?>) row).get("service"))).toList();
    assertThat(services).doesNotContain("schools", "third-sector", "children-centres");
    return services;
  }

  /** What a claim rests on: every question that forms asked about the case and its answer, by the key of the field. */
  private Map<String, String> evidence(CaseId id) {
    var evidence = new HashMap<String, String>();
    Rest.as("business-support.war", port).get("/api/cases/" + id + "/answers").json().forEach(one -> evidence.put(one.path("key").asText(), one.path("answer").asText()));
    return evidence;
  }

  private CaseId unsettled() {
    var sitting = heard(referralOf("ROUTE_3"));
    var id = agenda.nextItem(sitting.id()).orElseThrow().caseId();
    done(sitting, "Discuss the case", with("discussionResult", "DIFFERENCE"));
    done(sitting, "Hear the agencies involved", with());
    done(sitting, "Record the votes", with("voteHeld", "HELD", "votes", votes("police", "police", "health", "health")));
    signedOff(id);
    return id;
  }

  private CaseId toServiceManager() {
    var id = unsettled();
    done(id, "Settle which service takes the case", with("issueKind", "SERVICE", "settledBy", "FORMAL_MEETING"));
    done(id, "Ask for the formal meeting", with());
    done(id, "Hold the formal meeting with line managers", with("formalMeetingResult", "OPEN"));
    return id;
  }

  private CaseId referralOf(String route) {
    var id = referral("route", route, "district", "RUGBY");
    done(id, "Check consent", ALL_CONSENTS);
    return id;
  }

  private Meeting heard(CaseId id) {
    return heldUntilSitting(id);
  }

  private CaseId supported(String service) {
    var sitting = heard(referralOf("ROUTE_3"));
    var id = agenda.nextItem(sitting.id()).orElseThrow().caseId();
    allocate(sitting, service);
    signedOff(id);
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim"));
    return id;
  }

  private Meeting atPreMeet(CaseId id) {
    var sitting = sittingOf(id);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    return sitting;
  }

  private void discuss(Meeting sitting, Object... answers) {
    done(sitting, "Discuss the case", plus(with(answers), "discussionResult", "AGREED"));
  }

  private void allocate(Meeting sitting, String service, Object... answers) {
    var all = plus(plus(with(answers), "panelOutcome", "ALLOCATED"), "leadAgency", service);
    done(sitting, "Discuss the case", plus(all, "discussionResult", "AGREED"));
  }

  private void withdraw(CaseId id) {
    start("withdrawConsent", with("caseReference", id.value(), "giver", "Jo Penn", "sharing", "WITHDRAWN", "how", "By telephone"));
  }

  private String shown(Meeting sitting, String label, String key) {
    return String.valueOf(driver.shown(task(tasksOf(sitting), label)).get(key));
  }

  private static Map<String, Object> invited(CaseId id, String service) {
    return with("case", id.value(), "who", service, "entry", "They know the family");
  }
}
