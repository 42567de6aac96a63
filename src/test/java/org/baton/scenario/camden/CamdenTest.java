package org.baton.scenario.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.List;
import org.baton.casefile.CaseId;
import org.baton.casefile.holder.HolderPeriod;
import org.baton.panel.agenda.AgendaItem;
import org.baton.panel.member.Members;
import org.baton.panel.sitting.Meeting;
import org.baton.support.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Camden's terms of reference, told as its document tells them. */
class CamdenTest extends CamdenStory {

  @Autowired private Members members;

  @Test
  @Clause({"CAM-OBJ-1", "CAM-DEC-8", "CAM-MTG-6"})
  void a_level_two_case_is_voted_to_a_service_allocated_on_mosaic_and_held_by_it_once_its_worker_is_named() {
    var id = brought("CONTACT_TEAM");
    assertThat(cases.get(id).holder()).isEqualTo("contact-team");
    var sitting = sitting(id);
    guided(sitting, "ALLOCATE", "capacity", "THERE", "supportWanted", "NO");
    voted(sitting, "ieys", "ieys", "ieys", "iyss", "iyss");
    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> {
      assertThat(decision.service()).contains("ieys");
      assertThat(decision.reachedBy()).isEqualTo("VOTE");
    });
    assertThat(open(id)).containsExactlyInAnyOrder("Allocate to the team on MOSAIC", "Allocate a worker");
    refused("mosaicReference: got nothing", () -> done(id, "Allocate to the team on MOSAIC", with("mosaicReference", null)));
    done(id, "Allocate to the team on MOSAIC", with("mosaicTeamName", "IEYS South"));
    assertThat(cases.get(id).holder()).as("until a worker of the service has it").isEqualTo("contact-team");
    done(id, "Allocate a worker", with("leadProfessional", "Kit Moss"));
    assertThat(cases.get(id).holder()).isEqualTo("ieys");
    done(id, "Contact the family", with());
    done(id, "Say how the support ended", with("supportResult", "NEEDS_MET"));
    assertThat(cases.get(id).outcome()).contains("NEEDS_MET");
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).containsExactly("contact-team", "ieys");
  }

  @Test
  @Clause({"CAM-KWS-1", "CAM-KWS-2", "CAM-KWS-3"})
  void complex_cases_of_the_contact_team_of_other_services_and_of_social_work_without_a_lead_come_to_the_panel() {
    for (var route : List.of("CONTACT_TEAM", "EARLY_HELP_SERVICE", "NO_LEAD_PROFESSIONAL")) {
      assertThat(onAgenda(brought(route))).as(route).isTrue();
    }
  }

  @Test
  @Clause({"CAM-KWS-4", "CAM-ROL-23", "CAM-OBJ-5"})
  void only_a_step_down_without_a_lead_professional_comes_to_the_panel_and_a_smooth_one_is_tracked() {
    var hard = brought("STEP_DOWN", "leadProfessionalIdentified", "NO", "origin", "SOCIAL_CARE");
    assertThat(onAgenda(hard)).isTrue();
    refused("leadSearch: got nothing", () -> brought("STEP_DOWN", "leadProfessionalIdentified", "NO", "leadSearch", null));
    var smooth = brought("STEP_DOWN", "leadProfessionalIdentified", "YES", "origin", "SOCIAL_CARE");
    assertThat(onAgenda(smooth)).isFalse();
    assertThat(cases.get(smooth).holder()).isEqualTo("cssw");
    done(smooth, "Record where the case went", with("directService", "family-services", "leadProfessional", "Ada Lowe"));
    assertThat(cases.get(smooth).holder()).isEqualTo("family-services");
    done(smooth, "Say how the support ended", with("supportResult", "OTHERWISE"));
    assertThat(cases.get(smooth).outcome()).contains("ENDED_OTHERWISE");
    assertThat(agenda.meetingsOf(smooth)).isEmpty();
  }

  @Test
  @Clause({"CAM-KWS-6", "CAM-OBJ-4", "CAM-OBJ-5"})
  void a_front_door_case_comes_to_the_panel_only_where_the_best_service_is_not_plain_and_its_origin_is_known() {
    assertThat(onAgenda(brought("FRONT_DOOR", "bestServiceClear", "NO", "origin", "MASH"))).isTrue();
    var plain = brought("FRONT_DOOR", "bestServiceClear", "YES", "origin", "FRONT_DOOR");
    assertThat(onAgenda(plain)).isFalse();
    done(plain, "Record where the case went", with("directService", "iyss"));
    assertThat(cases.get(plain).allocatedService()).contains("iyss");
    assertThat(answers.latest(plain)).containsEntry("origin", "FRONT_DOOR");
    refused("origin: got nothing", () -> brought("CONTACT_TEAM", "origin", null));
    refused("origin: got 'SCHOOL', expected one of [FRONT_DOOR, MASH, SOCIAL_CARE, YOS]", () -> brought("CONTACT_TEAM", "origin", "SCHOOL"));
  }

  @Test
  @Clause({"CAM-KWS-7"})
  void a_reflective_case_needs_worker_and_manager_and_ends_in_guidance_on_next_steps() {
    refused("managerWants: got false", () -> brought("REFLECTIVE", "managerWants", false));
    refused("workerWants: got false", () -> brought("REFLECTIVE", "workerWants", false));
    var id = brought("REFLECTIVE");
    guided(sitting(id), "REFLECTIVE_GUIDANCE");
    assertThat(cases.get(id).outcome()).contains("REFLECTIVE_GUIDANCE");
    assertThat(told(id, "guidance")).isOne();
  }

  @Test
  @Clause({"CAM-KWS-8", "CAM-KWS-9"})
  void another_case_youth_offending_for_example_is_accepted_at_the_chair_s_discretion() {
    var taken = brought("OTHER", "origin", "YOS", "referrerService", "yos");
    assertThat(onAgenda(taken)).isFalse();
    assertThat(groups(task(tasksOf(taken), "Accept onto the agenda?"))).containsExactly("camden.early-help-panel.chair");
    done(taken, "Accept onto the agenda?", with("acceptedByChair", "YES"));
    assertThat(onAgenda(taken)).isTrue();
    var back = brought("OTHER", "origin", "YOS", "referrerService", "yos");
    refused("chairReason: got nothing", () -> done(back, "Accept onto the agenda?", with("acceptedByChair", "NO", "chairReason", null)));
    done(back, "Accept onto the agenda?", with("acceptedByChair", "NO", "chairReason", "The court decides"));
    assertThat(cases.get(back).outcome()).contains("NOT_ACCEPTED");
    assertThat(told(back, "notAccepted")).isOne();
  }

  @Test
  @Clause({"CAM-KWS-10", "CAM-KWS-12", "CAM-MTG-6"})
  void guidance_leaves_the_case_with_its_present_team_on_mosaic_and_with_who_brought_it() {
    var high = brought("NO_LEAD_PROFESSIONAL", "referrerService", "cssw");
    refused("guidanceReasons: got nothing", () -> guided(sitting(high), "THRESHOLD_NOT_MET", "guidanceReasons", null));
    done(sittings.get(agenda.meetingsOf(high).get(0)), "Discuss the case", with("panelOutcome", "THRESHOLD_NOT_MET", "guidanceReasons", "Social work goes on"));
    assertThat(cases.get(high).outcome()).contains("THRESHOLD_NOT_MET");
    assertThat(holders.of(high)).extracting(HolderPeriod::holder).containsExactly("cssw");
    assertThat(records.of(high)).extracting(entry -> entry.system() + " " + entry.kind()).containsExactly("MOSAIC Outcome of the Early Help Panel");

    var none = brought("CONTACT_TEAM");
    guided(sitting(none), "NO_NEED");
    assertThat(cases.get(none).outcome()).contains("NO_NEED");
    assertThat(told(none, "guidance")).isOne();
  }

  @Test
  @Clause({"CAM-KWS-11", "CAM-DEC-6", "CAM-DEC-7"})
  void a_service_of_the_community_is_named_and_the_referrer_told_how_to_refer_without_a_team_on_mosaic() throws Exception {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    levelTwo(sitting);
    refused("communityService: got nothing", () -> done(sitting, "Discuss the case", with("panelOutcome", "COMMUNITY", "communityService", null)));
    done(sitting, "Discuss the case", with("panelOutcome", "COMMUNITY", "communityService", "Home-Start", "guidanceReasons", "Ring Home-Start on weekdays"));
    assertThat(cases.get(id).outcome()).contains("COMMUNITY_SERVICE");
    assertThat(deliveries.of(id)).filteredOn(notice -> notice.name().equals("howToRefer")).singleElement()
        .satisfies(notice -> assertThat(letter(notice)).contains("Ring Home-Start on weekdays"));
    assertThat(records.of(id)).isEmpty();
  }

  @Test
  @Clause({"CAM-KWS-13"})
  void longer_term_involvement_after_the_fseh_assessment_is_reviewed() {
    refused("fsehOn: got nothing", () -> brought("LONGER_TERM", "fsehOn", null));
    var id = brought("LONGER_TERM");
    guided(sitting(id), "LONGER_TERM_CONFIRMED");
    assertThat(cases.get(id).outcome()).contains("LONGER_TERM_CONFIRMED");
  }

  @Test
  @Clause({"CAM-MEM-1", "CAM-MEM-2", "CAM-MEM-3"})
  void community_and_practice_early_years_and_family_services_are_core_members() {
    assertThat(members.of(AUTHORITY, "early-help-panel")).extracting(Members.Member::service).hasSize(5).contains("community-practice", "ieys", "family-services");
  }

  @Test
  @Clause({"CAM-MEM-4", "CAM-MEM-5"})
  void the_transformation_team_and_the_youth_support_service_are_core_members() {
    assertThat(members.of(AUTHORITY, "early-help-panel")).extracting(Members.Member::service).contains("transformation", "iyss");
    assertThat(packs.current(AUTHORITY).profile().service("transformation").countsForQuorum()).isTrue();
  }

  @Test
  @Clause({"CAM-MEM-6", "CAM-DEC-9"})
  void the_rota_worker_speaks_for_the_child_without_a_vote_and_outside_the_five() {
    var id = brought("CONTACT_TEAM");
    refused("rotaWorker: got nothing", () -> done(sittingOf(id), "Settle the agenda", with("rotaWorker", null)));
    var sitting = sitting(id, 2);
    assertThat(attendance.present(sitting.id())).hasSize(3);
    assertThat(attendance.servicesPresent(sitting.id())).isEqualTo(2);
    done(sitting, "Keep the sheet of those present", with("attendance", present(3)));
    guided(sitting, "ALLOCATE", "capacity", "THERE", "supportWanted", "NO");
    refused("expected one of those present with a vote", () -> done(sitting, "Record the votes",
        with("voteHeld", "HELD", "votes", List.of(with("voter", "Fay", "service", "iyss", "choice", "iyss")))));
  }

  @Test
  @Clause({"CAM-MEM-7", "CAM-ROL-7", "CAM-ROL-8"})
  void the_sign_in_sheet_says_who_is_at_management_level_and_may_take_on_cases() {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    assertThat(jdbc.sql("select answer_value from form_answer where meeting_id = ? and answer_key = 'attendance'").param(sitting.id()).query(String.class).single())
        .contains("\"managementLevel\":true", "\"mayAccept\":true", "\"confidential\":true");
    assertThat(attendance.servicesPresent(sitting.id())).as("the sheet feeds the quorum").isEqualTo(5);
  }

  @Test
  @Clause({"CAM-ROL-6"})
  void nobody_is_marked_present_who_is_not_bound_to_confidentiality() {
    var id = brought("CONTACT_TEAM");
    var sitting = sittingOf(id);
    done(sitting, "Settle the agenda", with("invitations", List.of()));
    it_is(sitting.startsAt());
    refused("attendance[0].confidential: got false", () -> done(sitting, "Sign in",
        with("attendance", List.of(plus(seat("Pat", "ieys", "REPRESENTATIVE"), "confidential", false)))));
  }

  @Test
  @Clause({"CAM-MEM-8", "CAM-MEM-9", "CAM-MEM-10"})
  void lay_members_are_called_in_for_one_case_and_have_no_vote() {
    var id = brought("CONTACT_TEAM");
    var sitting = sittingOf(id);
    called(sitting, id, "education-welfare", "housing-support");
    assertThat(sent(sitting, "caseInvitation")).extracting(notice -> notice.recipient())
        .containsExactlyInAnyOrder("service.education-welfare.early-help-panel.cam@example.org", "service.housing-support.early-help-panel.cam@example.org");
    assertThat(packs.current(AUTHORITY).table("seat").one(with("seat", "LAY")).yes("votes")).isFalse();
  }

  @Test
  @Clause({"CAM-MEM-11", "CAM-MEM-12", "CAM-MEM-13"})
  void welfare_rights_camhs_and_health_can_be_called_in() {
    var id = brought("CONTACT_TEAM");
    var sitting = sittingOf(id);
    called(sitting, id, "welfare-rights", "camhs", "health");
    assertThat(notices(sitting, "caseInvitation")).isEqualTo(3);
  }

  @Test
  @Clause({"CAM-MEM-14", "CAM-MEM-15"})
  void community_safety_and_educational_psychology_can_be_called_in() {
    var id = brought("CONTACT_TEAM");
    var sitting = sittingOf(id);
    called(sitting, id, "community-safety", "educational-psychology");
    assertThat(notices(sitting, "caseInvitation")).isEqualTo(2);
  }

  @Test
  @Clause({"CAM-ROL-1", "CAM-MTG-3", "CAM-MTG-4"})
  void the_chair_manages_the_agenda_with_the_support_officer_and_guides_the_discussion() {
    var id = brought("CONTACT_TEAM");
    var sitting = sittingOf(id);
    assertThat(groups(task(tasksOf(sitting), "Settle the agenda"))).containsExactly("camden.early-help-panel.business-support", "camden.early-help-panel.chair");
    assertThat(packs.current(AUTHORITY).table("role").one(with("role", "chair")).text("title")).contains("Service Manager Early Help Community & Practice");
    assertThat(packs.current(AUTHORITY).table("role").one(with("role", "business-support")).text("title")).isEqualTo("Early Help Information Support Officer");
  }

  @Test
  @Clause({"CAM-ROL-2", "CAM-OBJ-2"})
  void the_chair_guides_each_case_with_what_the_referrer_supplied_before_anything_is_decided() {
    refused("needs: got nothing", () -> brought("CONTACT_TEAM", "needs", null));
    var id = brought("CONTACT_TEAM", "needs", "Three children, one bedroom");
    var sitting = sitting(id);
    assertThat(groups(task(tasksOf(sitting), "Go through the checklist"))).containsExactly("camden.early-help-panel.chair");
    levelTwo(sitting);
    var discussion = task(tasksOf(sitting), "Discuss the case");
    assertThat(groups(discussion)).containsExactly("camden.early-help-panel.chair");
    assertThat(driver.shown(discussion).get("caseRisks").toString()).contains("Three children, one bedroom");
    assertThat(decisions.latest(id)).isEmpty();
  }

  @Test
  @Clause({"CAM-ROL-3"})
  void where_services_are_full_the_chair_helps_to_a_solution_and_the_services_still_vote() {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    guided(sitting, "ALLOCATE", "capacity", "FULL", "supportWanted", "NO");
    assertThat(tasksOf(sitting)).extracting("name").contains("Resolve the capacity").doesNotContain("Record the votes");
    assertThat(groups(task(tasksOf(sitting), "Resolve the capacity"))).containsExactly("camden.early-help-panel.chair");
    done(sitting, "Resolve the capacity", with("capacityWay", "OTHER_SERVICE", "capacityNote", "FIF until Easter"));
    assertThat(decisions.latest(id)).isEmpty();
    voted(sitting, "family-services", "family-services", "family-services");
    assertThat(cases.get(id).allocatedService()).contains("family-services");
    assertThat(minutes.draft(sitting.id())).contains("FIF until Easter");
    assertThat(cases.get(id).holder()).isEqualTo("contact-team");
  }

  @Test
  @Clause({"CAM-ROL-4", "CAM-ROL-5"})
  void consent_to_the_referral_implies_the_discussion_and_without_it_no_case_is_listed() {
    assertThat(onAgenda(brought("CONTACT_TEAM", "consents", List.of(consent("GIVEN", "MISSING"))))).as("implied").isTrue();
    refused("consents: got nothing, expected at least one row", () -> brought("CONTACT_TEAM", "consents", List.of()));
    var id = brought("CONTACT_TEAM", "consents", List.of(consent("MISSING", "MISSING")));
    assertThat(open(id)).containsExactly("Obtain the consent");
    assertThat(onAgenda(id)).isFalse();
    done(id, "Obtain the consent", with("consentNext", "OBTAINED", "consents", List.of(consent("GIVEN", "MISSING"))));
    assertThat(onAgenda(id)).isTrue();
    start(AUTHORITY, "withdrawConsent", with("caseReference", id.value(), "giver", "Jo Penn", "referral", "WITHDRAWN", "how", "By telephone"));
    assertThat(onAgenda(id)).isFalse();
    assertThat(cases.get(id).outcome()).contains("CONSENT_WITHDRAWN");
    var refused = brought("CONTACT_TEAM", "consents", List.of(consent("REFUSED", "REFUSED")));
    done(refused, "Obtain the consent", with("consentNext", "NOT_TO_BE_HAD"));
    assertThat(cases.get(refused).outcome()).contains("NOT_DISCUSSED");
    assertThat(told(refused, "notDiscussed")).isOne();
  }

  @Test
  @Clause({"CAM-ROL-21", "CAM-ROL-22"})
  void a_step_down_without_a_lead_needs_full_informed_consent_and_its_presenter_is_asked_to_come() {
    var id = brought("NO_LEAD_PROFESSIONAL", "consents", List.of(consent("GIVEN", "MISSING")));
    assertThat(open(id)).as("implied consent does not stand for it").containsExactly("Obtain the consent");
    done(id, "Obtain the consent", with("consentNext", "OBTAINED", "consents", List.of(consent("GIVEN", "GIVEN"))));
    assertThat(onAgenda(id)).isTrue();
    assertThat(told(id, "presenterInvited")).isOne();
    assertThat(told(brought("STEP_DOWN", "leadProfessionalIdentified", "NO"), "presenterInvited")).isOne();
    assertThat(told(brought("CONTACT_TEAM"), "presenterInvited")).isZero();
    var sitting = sitting(id);
    done(sitting, "Go through the checklist", with("presenter", "ABSENT_DEFERRED", "level", "LEVEL_2", "informationSufficient", "YES"));
    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> assertThat(decision.outcome()).isEqualTo("DEFERRED"));
  }

  @Test
  @Clause({"CAM-ROL-10", "CAM-ROL-11"})
  void each_core_service_says_what_places_it_has_and_what_it_brings_before_the_meeting() {
    var id = brought("CONTACT_TEAM");
    var sitting = sittingOf(id);
    done(sitting, "Settle the agenda", with("invitations", List.of()));
    var tasks = tasksOf(sitting).stream().filter(task -> task.getName().equals("Prepare for the sitting")).toList();
    assertThat(tasks).hasSize(5);
    var ieys = tasks.stream().filter(task -> groups(task).contains("camden.ieys.member")).findFirst().orElseThrow();
    driver.complete(ieys, sample, with("capacityRows", List.of(with("who", "IEYS", "entry", "4 places")),
        "brought", List.of(with("case", id.value(), "about", "Ola", "who", "IEYS", "entry", "The nursery knows them"))));
    it_is(sitting.startsAt());
    done(sitting, "Sign in", with("attendance", present(5)));
    var shown = driver.shown(task(tasksOf(sitting), "Go through the checklist"));
    assertThat(shown.get("panelNotedPreparation")).isEqualTo("IEYS: The nursery knows them");
    assertThat(shown.get("panelNotedNot_prepared").toString()).contains("Transformation Team").doesNotContain("IEYS");
    levelTwo(sitting);
    assertThat(driver.shown(task(tasksOf(sitting), "Discuss the case")).get("panelNotedCapacity")).isEqualTo("IEYS: 4 places");
  }

  @Test
  @Clause({"CAM-ROL-12", "CAM-DEC-3"})
  void what_lacks_information_is_asked_for_and_stands_on_next_week_s_agenda_with_each_deferral_shown() {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    refused("checklistReasons: got nothing", () -> done(sitting, "Go through the checklist", with("level", "LEVEL_2", "informationSufficient", "NO", "checklistReasons", null)));
    done(sitting, "Go through the checklist", with("level", "LEVEL_2", "informationSufficient", "NO", "checklistReasons", "Nothing about the father"));
    assertThat(cases.get(id).holder()).isEqualTo("contact-team");
    done(id, "Send what is missing", with("informationSent", "The father lives in Leeds"));
    assertThat(sittingOf(id).startsAt()).isEqualTo(london("2026-02-10T10:00"));
    var next = sitting(id);
    var shown = driver.shown(task(tasksOf(next), "Go through the checklist"));
    assertThat(shown.get("chronologyDecision").toString()).contains("DEFERRED", "Nothing about the father");
    assertThat(shown.get("caseRisks").toString()).contains("The father lives in Leeds");
    guided(next, "DEFERRED");
    done(id, "Send what is missing", with());
    assertThat(driver.shown(task(tasksOf(sitting(id)), "Go through the checklist")).get("chronologyDecision").toString().split("DEFERRED")).as("two deferrals").hasSize(3);
  }

  @Test
  @Clause({"CAM-ROL-13", "CAM-ROL-14", "CAM-ROL-16"})
  void whoever_allocates_regards_thresholds_the_child_s_journey_and_the_likely_course() {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    levelTwo(sitting);
    refused("thresholdsRegarded: got false", () -> done(sitting, "Discuss the case", with("panelOutcome", "ALLOCATE", "thresholdsRegarded", false)));
    refused("journeyRegarded: got false", () -> done(sitting, "Discuss the case", with("panelOutcome", "ALLOCATE", "journeyRegarded", false)));
    refused("trajectory: got nothing", () -> done(sitting, "Discuss the case", with("panelOutcome", "ALLOCATE", "trajectory", null)));
  }

  @Test
  @Clause({"CAM-ROL-15"})
  void one_case_takes_in_all_children_and_adults_of_the_family() {
    var id = brought("CONTACT_TEAM", "children", List.of(with("childGivenName", "Ola", "childFamilyName", "Penn"), with("childGivenName", "Ben", "childFamilyName", "Penn")),
        "adults", List.of(with("adultGivenName", "Rae", "adultFamilyName", "Penn")));
    assertThat(people.family(id).children()).hasSize(2);
    assertThat(people.family(id).adults()).hasSize(1);
    var sitting = sitting(id);
    levelTwo(sitting);
    refused("wholeFamily: got false", () -> done(sitting, "Discuss the case", with("panelOutcome", "ALLOCATE", "wholeFamily", false)));
  }

  @Test
  @Clause({"CAM-ROL-17", "CAM-ROL-18"})
  void exactly_one_service_leads_and_others_may_support_without_holding_the_case() {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    guided(sitting, "ALLOCATE", "capacity", "THERE", "supportWanted", "YES", "supportingServices", List.of("iyss", "transformation"));
    voted(sitting, "ieys", "ieys", "ieys");
    done(id, "Allocate to the team on MOSAIC", with());
    assertThat(sent("supporting")).as("each service that was chosen").extracting(notice -> notice.recipient())
        .containsExactlyInAnyOrder("service.iyss.early-help-panel.cam@example.org", "service.transformation.early-help-panel.cam@example.org");
    done(id, "Allocate a worker", with());
    assertThat(cases.get(id).holder()).isEqualTo("ieys");
    assertThat(jdbc.sql("select count(*) from holder_history where case_id = ? and held_until is null").param(id.value()).query(Integer.class).single()).isOne();
    assertThat(answers.latest(id).get("supportingServices")).contains("iyss", "transformation");
  }

  @Test
  @Clause({"CAM-ROL-9", "CAM-ROL-19", "CAM-ROL-20"})
  void the_service_names_a_worker_who_contacts_the_family_within_five_working_days_of_the_panel() {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    it_is("2026-02-03T11:30");
    allocated(sitting, "iyss");
    assertThat(open(id)).contains("Allocate to the team on MOSAIC");
    assertThat(groups(task(tasksOf(id), "Allocate a worker"))).as("while MOSAIC is still to be done").containsExactly("camden.iyss.allocated-service");
    assertThat(dueOf(id, "firstContact")).as("the panel's day is nought, however late MOSAIC is").isEqualTo(london("2026-02-10T23:59"));
    assertThat(dueOf(id, "firstContactWarning")).isEqualTo(london("2026-02-09T09:00"));
    it_is("2026-02-09T09:01");
    assertThat(sent("deadlinePassed")).extracting(notice -> notice.recipient()).containsExactly("service-manager.cam@example.org");
    it_is("2026-02-11T00:00");
    assertThat(sent("deadlinePassed")).extracting(notice -> notice.recipient()).contains("chair.early-help-panel.cam@example.org");
    done(id, "Allocate to the team on MOSAIC", with());
    done(id, "Allocate a worker", with());
    refused("contactHow: got nothing", () -> done(id, "Contact the family", with("contactHow", null)));
    refused("contactOn: got nothing", () -> done(id, "Contact the family", with("contactOn", null)));
    done(id, "Contact the family", with("contactHow", "VISIT"));
    assertThat(deadlineLists.ofCase(id)).filteredOn(deadline -> deadline.name().equals("firstContact")).singleElement()
        .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET_LATE"));
  }

  @Test
  @Clause({"CAM-DEC-1", "CAM-DEC-2"})
  void the_checklist_is_answered_whole_and_what_is_above_or_below_level_two_is_not_allocated_here() {
    var above = brought("CONTACT_TEAM");
    var sitting = sitting(above);
    refused("level: got nothing", () -> done(sitting, "Go through the checklist", with("level", null)));
    refused("thresholdReference: got nothing", () -> done(sitting, "Go through the checklist", with("thresholdReference", null)));
    refused("informationSufficient: got nothing", () -> done(sitting, "Go through the checklist", with("informationSufficient", null)));
    done(sitting, "Go through the checklist", with("level", "ABOVE", "informationSufficient", "YES"));
    assertThat(open(above)).contains("Refer to the safeguarding hub");
    done(above, "Refer to the safeguarding hub", with());
    assertThat(cases.get(above).outcome()).contains("REFERRED_TO_MASH");
    it_is("2026-02-04T09:00");
    var below = brought("CONTACT_TEAM");
    var next = sitting(below);
    done(next, "Go through the checklist", with("level", "BELOW", "informationSufficient", "YES"));
    refused("panelOutcome: got 'ALLOCATE'", () -> done(next, "Give guidance", with("panelOutcome", "ALLOCATE")));
    done(next, "Give guidance", with("panelOutcome", "NO_NEED"));
    assertThat(cases.get(below).outcome()).contains("NO_NEED");
  }

  @Test
  @Clause({"CAM-DEC-4", "CAM-KWS-5", "CAM-OBJ-3"})
  void needs_stand_beside_the_descriptions_of_services_and_the_match_is_reasoned() {
    var id = brought("CONTACT_TEAM", "needs", "A toddler who does not speak");
    var sitting = sitting(id);
    levelTwo(sitting);
    var shown = driver.shown(task(tasksOf(sitting), "Discuss the case"));
    assertThat(shown.get("caseRisks").toString()).contains("A toddler who does not speak");
    assertThat(shown.get("panelServiceDescriptions").toString()).contains("Families with a child under five");
    refused("matching: got nothing", () -> done(sitting, "Discuss the case", with("panelOutcome", "ALLOCATE", "matching", null)));
  }

  @Test
  @Clause({"CAM-DEC-5"})
  void a_service_without_a_current_description_says_so_wherever_it_could_be_chosen() {
    var sitting = sitting(brought("CONTACT_TEAM"));
    levelTwo(sitting);
    assertThat(driver.shown(task(tasksOf(sitting), "Discuss the case")).get("panelServiceDescriptions").toString())
        .contains("**Transformation Team**: no current description", "Young people from 13 to 19 (2026-01-05)");
  }

  @Test
  @Clause({"CAM-DEC-8"})
  void each_core_service_has_one_vote_and_more_than_half_of_those_cast_decide() {
    var sitting = sitting(brought("CONTACT_TEAM"));
    done(sitting, "Keep the sheet of those present", with("attendance", List.of(seat("Member 0", "community-practice", "CHAIR"), seat("Member 1", "ieys", "REPRESENTATIVE"),
        seat("Second", "ieys", "REPRESENTATIVE"), seat("Member 2", "family-services", "REPRESENTATIVE"))));
    guided(sitting, "ALLOCATE", "capacity", "THERE", "supportWanted", "NO");
    refused("vote.service is 'ieys' twice; expected one vote for each service", () -> done(sitting, "Record the votes", with("voteHeld", "HELD",
        "votes", List.of(with("voter", "Member 1", "service", "ieys", "choice", "ieys"), with("voter", "Second", "service", "ieys", "choice", "ieys")))));
    voted(sitting, "ieys", "ieys", "iyss");
    assertThat(decisions.ofItem(agenda.of(sitting.id()).get(0).id())).hasValueSatisfying(decision -> assertThat(decision.service()).contains("ieys"));
  }

  @Test
  @Clause({"CAM-DEC-9"})
  void with_two_core_services_there_is_no_vote_and_the_case_waits_a_week_but_guidance_may_be_given() {
    var id = brought("CONTACT_TEAM");
    var other = brought("CONTACT_TEAM");
    var sitting = sitting(id, 2);
    guided(sitting, "ALLOCATE", "capacity", "THERE", "supportWanted", "NO");
    assertThat(agenda.item(sitting.id(), id).orElseThrow().state()).isEqualTo(AgendaItem.State.CARRIED_OVER);
    assertThat(sittingOf(id).startsAt()).isEqualTo(london("2026-02-10T10:00"));
    assertThat(cases.get(id).holder()).isEqualTo("contact-team");
    guided(sitting, "NO_NEED");
    assertThat(cases.get(other).outcome()).contains("NO_NEED");

    it_is("2026-02-04T09:00");
    var next = sitting(id, 3);
    guided(next, "ALLOCATE", "capacity", "THERE", "supportWanted", "NO");
    done(next, "Record the votes", with("voteHeld", "NOT_QUORATE"));
    assertThat(sittingOf(id).startsAt()).as("somebody had to leave").isEqualTo(london("2026-02-17T10:00"));
  }

  @Test
  @Clause({"CAM-DEC-10", "CAM-DEC-11", "CAM-DEC-12"})
  void a_tie_has_no_casting_vote_and_the_chair_alone_enters_the_policy_at_stage_three_with_the_child_in_view() {
    var id = brought("CONTACT_TEAM");
    tied(id);
    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> assertThat(decision.outcome()).isEqualTo("NO_AGREEMENT"));
    var activate = task(tasksOf(id), "Activate the escalation policy");
    assertThat(groups(activate)).containsExactly("camden.early-help-panel.chair");
    refused("escalationStage: got 'STAGE_1', expected one of [STAGE_3]", () -> done(id, "Activate the escalation policy", with("escalationStage", "STAGE_1")));
    refused("effectOnChild: got nothing", () -> done(id, "Activate the escalation policy", with("effectOnChild", null)));
    done(id, "Activate the escalation policy", with("effectOnChild", "He sleeps on a sofa", "meanwhile", "PRESENT"));
    assertThat(driver.shown(task(tasksOf(id), "Settle at this stage")).get("chronologyEffect_on_child").toString()).contains("He sleeps on a sofa");
    raiseConcern(id);
    assertThat(open(id)).containsExactly("Refer to the safeguarding hub");
    done(id, "Refer to the safeguarding hub", with());
    assertThat(cases.get(id).outcome()).contains("REFERRED_TO_MASH");
  }

  @Test
  @Clause({"CAM-DEC-13", "CAM-DEC-14", "CAM-DEC-15"})
  void the_family_is_never_without_a_service_in_a_dispute_which_moves_stage_by_stage_for_a_reason() {
    var id = brought("CONTACT_TEAM");
    tied(id);
    refused("meanwhile: got nothing", () -> done(id, "Activate the escalation policy", with("meanwhile", null)));
    done(id, "Activate the escalation policy", with("meanwhile", "INTERIM", "interimService", "family-services"));
    assertThat(cases.get(id).holder()).isEqualTo("family-services");
    assertThat(driver.shown(task(tasksOf(id), "Settle at this stage")).get("policy").toString()).contains("CSCP, September 2019, Stage 3");
    refused("movingOnWhy: got nothing", () -> done(id, "Settle at this stage", with("stageResolved", "NEXT", "movingOnWhy", null)));
    done(id, "Settle at this stage", with("stageResolved", "NEXT", "movingOnWhy", "Neither can take three children"));
    assertThat(driver.shown(task(tasksOf(id), "Settle at this stage")).get("escalationStage")).isEqualTo("STAGE_4");
    done(id, "Settle at this stage", with("stageResolved", "RESOLVED", "settledService", "iyss"));
    assertThat(cases.get(id).holder()).as("until the next has a worker for it").isNotBlank();
    done(id, "Allocate a worker", with());
    assertThat(cases.get(id).holder()).isEqualTo("iyss");
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).containsExactly("contact-team", "family-services", "iyss");
  }

  @Test
  @Clause({"CAM-ROL-20", "CAM-MTG-6"})
  void without_a_service_at_the_panel_the_contact_clock_counts_from_the_decision_that_names_one() {
    var id = brought("CONTACT_TEAM");
    tied(id);
    done(id, "Activate the escalation policy", with("meanwhile", "PRESENT"));
    it_is("2026-02-16T12:00");
    done(id, "Settle at this stage", with("stageResolved", "RESOLVED", "settledService", "iyss"));
    assertThat(dueOf(id, "firstContactAfterDispute")).isEqualTo(london("2026-02-23T23:59"));
    it_is("2026-02-24T00:00");
    assertThat(sent("deadlinePassed")).extracting(notice -> notice.recipient()).containsExactly("chair.early-help-panel.cam@example.org");
    done(id, "Allocate a worker", with());
    done(id, "Contact the family", with());
    assertThat(open(id)).as("the panel named no team, so MOSAIC has none yet").containsExactly("Allocate to the team on MOSAIC");
    done(id, "Allocate to the team on MOSAIC", with());
    assertThat(open(id)).containsExactly("Say how the support ended");
    raiseConcern(id);
    done(id, "Refer to the safeguarding hub", with());
    assertThat(cases.get(id).outcome()).contains("REFERRED_TO_MASH");
  }

  @Test
  @Clause({"CAM-DEC-12"})
  void an_immediate_concern_goes_to_the_mash_before_anything_else() {
    var id = brought("CONTACT_TEAM", "immediateConcern", "YES");
    assertThat(open(id)).containsExactly("Refer to the safeguarding hub");
    assertThat(onAgenda(id)).isFalse();
  }

  @Test
  @Clause({"CAM-MTG-1", "CAM-MTG-2"})
  void the_panel_meets_every_week_for_two_hours_and_what_is_not_reached_goes_on_next_week_s_agenda() {
    for (var year : List.of(2025, 2028)) {
      refused("programmeYear is " + year + "; expected 2026 or 2027", () -> start(AUTHORITY, "yearProgramme", with("programmeYear", year)));
    }
    assertThat(sittings.of(AUTHORITY)).isEmpty();
    start(AUTHORITY, "yearProgramme", with("programmeYear", 2026));
    assertThat(sittings.of(AUTHORITY)).extracting(meeting -> meeting.startsAt()).startsWith(london("2026-02-03T10:00"), london("2026-02-10T10:00"), london("2026-02-17T10:00"));
    var meeting = sittings.of(AUTHORITY).get(0);
    assertThat(meeting.scheduledEnd()).isEqualTo(london("2026-02-03T12:00"));
    var id = brought("CONTACT_TEAM");
    sittings.end(sittingOf(id).id());
    assertThat(sittingOf(id).startsAt()).isEqualTo(london("2026-02-10T10:00"));
  }

  @Test
  @Clause({"CAM-MTG-5"})
  void the_case_list_is_out_by_half_past_one_the_working_day_before_and_what_comes_later_is_allowed_and_flagged() {
    it_is("2026-02-02T13:00");
    var id = brought("CONTACT_TEAM");
    var sitting = sittingOf(id);
    assertThat(meetingDue(sitting, "caseList")).as("Monday, as the panel sits on Tuesday").isEqualTo(london("2026-02-02T13:30"));
    it_is("2026-02-02T13:31");
    assertThat(deadlineLists.ofMeeting(sitting.id())).singleElement().satisfies(deadline -> assertThat(deadline.hard()).as("shown, no breach").isFalse());
    done(sitting, "Settle the agenda", with("invitations", List.of()));
    assertThat(notices(sitting, "caseList")).isOne();
    var late = brought("CONTACT_TEAM");
    assertThat(sittingOf(late).startsAt()).isEqualTo(london("2026-02-10T10:00"));
    refused("lateReason: got nothing", () -> start(AUTHORITY, "lateCase", with("caseReference", late.value(), "addLate", "YES")));
    start(AUTHORITY, "lateCase", with("caseReference", late.value(), "addLate", "YES", "lateReason", "Evicted on Thursday"));
    assertThat(sittingOf(late).id()).isEqualTo(sitting.id());
    assertThat(told(late, "lateCase")).isOne();
    assertThat(chronology.of(late)).anyMatch(entry -> entry.kind().equals("AFTER_CUT_OFF") && entry.entry().equals("Evicted on Thursday"));
  }

  @Test
  @Clause({"CAM-MTG-6"})
  void the_sitting_is_not_done_with_while_a_case_discussed_lacks_its_team() {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    allocated(sitting, "ieys");
    var running = runtimeService.createProcessInstanceQuery().processDefinitionKey("panelMeeting").variableValueEquals("meetingId", sitting.id());
    assertThat(running.count()).isOne();
    done(id, "Allocate to the team on MOSAIC", with());
    assertThat(running.count()).isZero();
  }

  @Test
  void an_agenda_that_nobody_settled_is_heard_when_the_sitting_begins() {
    var id = brought("CONTACT_TEAM");
    var sitting = sittingOf(id);
    it_is(sitting.startsAt());
    assertThat(tasksOf(sitting)).extracting("name").containsExactly("Sign in");
  }

  @Test
  void a_child_who_parts_after_the_panel_has_its_decision_and_is_contacted_by_the_same_day_but_not_by_later_decisions_on_the_others() {
    var id = brought("CONTACT_TEAM", "children", List.of(with("childGivenName", "Ola", "childFamilyName", "Penn"), with("childGivenName", "Ben", "childFamilyName", "Penn")));
    var sitting = sitting(id);
    allocated(sitting, "ieys");
    var decision = decisions.latest(id).orElseThrow();
    it_is("2026-02-05T09:00");

    var parted = parting.split(id, List.of(people.family(id).children().get(1).id()), "Lives with his aunt now");
    driver.runDueJobs();

    assertThat(decisions.latest(parted)).contains(decision);
    assertThat(open(parted)).contains("Allocate a worker");
    assertThat(dueOf(parted, "firstContact")).as("five working days from the panel").isEqualTo(london("2026-02-10T23:59"));
    jdbc.sql("update meeting set ended_at = ? where id = ?").params(Timestamp.from(london("2026-02-04T11:00")), sitting.id()).update();
    deadlines.recount(packs.current(AUTHORITY), sitting.id());
    assertThat(dueOf(parted, "firstContact")).as("though it stood on no agenda").isEqualTo(london("2026-02-11T23:59"));
    it_is("2026-02-06T09:00");
    jdbc.sql("update panel_decision set decided_at = ? where id = ?").params(Timestamp.from(london("2026-02-06T09:00")), decision.id()).update();
    assertThat(decisions.latest(parted)).as("what was decided after they parted").isEmpty();
  }

  @Test
  void a_sitting_that_is_cancelled_hands_its_cases_on() {
    var id = brought("CONTACT_TEAM");
    start(AUTHORITY, "changeSitting", with("forum", "early-help-panel", "sittingOn", "2026-02-03", "sittingChange", "CANCEL", "changeWhy", "Snow"));
    assertThat(sittingOf(id).startsAt()).isEqualTo(london("2026-02-10T10:00"));
  }

  private void tied(CaseId id) {
    var sitting = sitting(id, 4);
    guided(sitting, "ALLOCATE", "capacity", "THERE", "supportWanted", "NO");
    voted(sitting, "ieys", "ieys", "iyss", "iyss");
  }

  private void called(Meeting sitting, CaseId id, String... services) {
    done(sitting, "Settle the agenda", with("invitations",
        List.of(services).stream().map(service -> with("case", id.value(), "who", service, "entry", "What they know")).toList()));
  }
}
