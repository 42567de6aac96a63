package org.baton.scenario.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.baton.casefile.CaseId;
import org.baton.casefile.holder.HolderPeriod;
import org.baton.panel.member.Members;
import org.baton.protocol.FormDefinition;
import org.baton.support.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The protocol of North East Lincolnshire, told as its document tells it. */
class NorthEastLincolnshireTest extends NorthEastLincolnshireStory {

  @Autowired private Members members;

  @Test
  @Clause({"NEL-SD-1", "NEL-SD-14", "NEL-SD-15"})
  void a_step_down_is_made_ready_in_a_fixed_order_and_reaches_the_agenda_only_once_its_checklist_is_signed() {
    var id = brought("STEP_DOWN");
    assertThat(cases.get(id).holder()).isEqualTo("childrens-social-care");
    assertThat(open(id)).containsExactly("Confirm assessment and intervention");
    done(id, "Confirm assessment and intervention", with());
    assertThat(open(id)).containsExactly("Record the consent");
    done(id, "Record the consent", consent("GIVEN"));
    assertThat(open(id)).containsExactly("Draw up the plan with the family");
    done(id, "Draw up the plan with the family", with());
    refused("clContingency: got false", () -> done(id, "Fill in the checklist", with("clContingency", false)));
    done(id, "Fill in the checklist", with());
    assertThat(groups(task(tasksOf(id), "Sign off the step-down checklist"))).containsExactly(AUTHORITY + ".locality-3-4.case-supervisor");
    assertThat(onAgenda(id)).isFalse();

    done(id, "Sign off the step-down checklist", with("checklistSigned", "RETURNED", "returnedWhy", "No review date"));
    assertThat(open(id)).as("back to its author").containsExactly("Fill in the checklist");
    done(id, "Fill in the checklist", with());
    done(id, "Sign off the step-down checklist", with("checklistSigned", "SIGNED", "signsOwnCase", "YES"));
    assertThat(onAgenda(id)).isTrue();
    assertThat(answers.latest(id)).containsEntry("signsOwnCase", "YES");
  }

  @Test
  @Clause({"NEL-SD-2", "NEL-SD-3"})
  void the_single_assessment_with_its_day_and_reference_and_the_intervention_come_first() {
    var id = brought("STEP_DOWN");
    refused("assessmentOn: got nothing", () -> done(id, "Confirm assessment and intervention", with("assessmentOn", null)));
    refused("liquidlogicReference: got nothing", () -> done(id, "Confirm assessment and intervention", with("liquidlogicReference", null)));
    refused("interventionNeeded: got nothing", () -> done(id, "Confirm assessment and intervention", with("interventionNeeded", null)));
    done(id, "Confirm assessment and intervention", with("liquidlogicReference", "LL-77", "interventionNeeded", "Parenting course"));
    assertThat(answers.latest(id)).containsEntry("liquidlogicReference", "LL-77").containsEntry("interventionNeeded", "Parenting course");
  }

  @Test
  @Clause({"NEL-SD-4"})
  void without_consent_no_step_down_and_no_case_for_advice_comes_before_the_panel_and_nobody_can_override_it() {
    var down = brought("STEP_DOWN");
    done(down, "Confirm assessment and intervention", with());
    var advice = brought("ADVICE");
    for (var id : List.of(down, advice)) {
      done(id, "Record the consent", plus(consent("REFUSED"), "withoutConsent", "OVERRIDE"));
      assertThat(open(id)).as("no override on this side").containsExactly("Record the consent");
      assertThat(onAgenda(id)).isFalse();
    }
    done(advice, "Record the consent", consent("GIVEN"));
    assertThat(onAgenda(advice)).as("consent is all that advice needs").isTrue();
    start(AUTHORITY, "withdrawConsent", with("caseReference", advice.value(), "giver", "Jo Penn", "panel", "WITHDRAWN", "how", "By letter"));
    assertThat(onAgenda(advice)).isFalse();
    assertThat(cases.get(advice).outcome()).contains("CONSENT_WITHDRAWN");
  }

  @Test
  @Clause({"NEL-SD-5", "NEL-SD-7", "NEL-SD-12"})
  void the_plan_names_who_drew_it_up_what_is_done_what_it_is_to_reach_and_when_the_family_agreed() {
    var id = brought("STEP_DOWN");
    done(id, "Confirm assessment and intervention", with());
    done(id, "Record the consent", consent("GIVEN"));
    refused("planParticipants: got nothing, expected at least one row", () -> done(id, "Draw up the plan with the family", with("planParticipants", List.of())));
    refused("planSteps: got nothing, expected at least one row", () -> done(id, "Draw up the plan with the family", with("planSteps", List.of())));
    refused("familyAgreedOn: got nothing", () -> done(id, "Draw up the plan with the family", with("familyAgreedOn", null)));
    refused("agreedOutcome: got nothing", () -> done(id, "Draw up the plan with the family", with("agreedOutcome", null)));
    done(id, "Draw up the plan with the family", with("agreedOutcome", "Bedtimes hold", "planParticipants", List.of(with("participant", "Rae Penn", "participantOf", "Mother"))));
    assertThat(plans.of(id)).hasValueSatisfying(plan -> assertThat(plan.aim()).isEqualTo("Bedtimes hold"));
    assertThat(answers.latest(id).get("planParticipants")).contains("Rae Penn");
  }

  @Test
  @Clause({"NEL-SD-11", "NEL-SD-20", "NEL-SD-21"})
  void the_work_has_an_end_after_its_beginning_and_both_contingencies_are_written_down() {
    var id = brought("STEP_DOWN");
    done(id, "Confirm assessment and intervention", with());
    done(id, "Record the consent", consent("GIVEN"));
    refused("planEndsOn: got 2026-02-16, expected a day after planStartsOn, which is 2026-02-16",
        () -> done(id, "Draw up the plan with the family", with("planStartsOn", "2026-02-16", "planEndsOn", "2026-02-16")));
    refused("planEndsOn: got nothing", () -> done(id, "Draw up the plan with the family", with("planEndsOn", null)));
    refused("contingencyConcerns: got nothing", () -> done(id, "Draw up the plan with the family", with("contingencyConcerns", null)));
    refused("contingencyEngagement: got nothing", () -> done(id, "Draw up the plan with the family", with("contingencyEngagement", null)));
    done(id, "Draw up the plan with the family", with("planStartsOn", "2026-02-16", "planEndsOn", "2026-02-17"));
    assertThat(open(id)).containsExactly("Fill in the checklist");
  }

  @Test
  @Clause({"NEL-SD-8", "NEL-SD-9", "NEL-SD-17"})
  void a_step_down_names_the_lead_agency_and_social_care_holds_the_case_until_the_handover_meeting_was_held() {
    var id = readyStepDown();
    var sitting = sitting(id);
    refused("leadAgency: got nothing", () -> decided(sitting, "STEP_DOWN_EARLY_HELP", "leadAgency", null));
    decided(sitting, "STEP_DOWN_EARLY_HELP", "leadAgency", "family-hub");
    assertThat(cases.get(id).holder()).isEqualTo("childrens-social-care");
    assertThat(open(id)).containsExactly("Hold the handover meeting");
    refused("workerThere: got false", () -> done(id, "Hold the handover meeting", with("workerThere", false)));
    refused("familyThere: got false", () -> done(id, "Hold the handover meeting", with("familyThere", false)));
    refused("socialWorkerThere: got false", () -> done(id, "Hold the handover meeting", with("socialWorkerThere", false)));
    assertThat(dueOf(id, "handoverReminder")).as("a reminder of ours, five working days").isEqualTo(london("2026-02-19T17:00"));
    it_is("2026-02-19T17:01");
    assertThat(sent("deadlinePassed")).extracting(notice -> notice.recipient()).contains("social-worker." + sitting.forum() + ".nel@example.org");
    done(id, "Hold the handover meeting", with("leadProfessional", "Kit Moss"));
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).containsExactly("childrens-social-care", "family-hub");
    assertThat(cases.get(id).leadProfessional()).contains("Kit Moss");
  }

  @Test
  @Clause({"NEL-SD-6"})
  void a_case_that_came_for_advice_and_is_stepped_down_gets_its_one_plan_before_the_handover() {
    var id = brought("ADVICE");
    done(id, "Record the consent", consent("GIVEN"));
    decided(sitting(id), "STEP_DOWN_EARLY_HELP", "leadAgency", "family-hub");
    assertThat(open(id)).containsExactly("Draw up the plan with the family");
    done(id, "Draw up the plan with the family", with());
    assertThat(open(id)).containsExactly("Hold the handover meeting");
    assertThat(plans.of(id)).isPresent();
  }

  @Test
  @Clause({"NEL-SD-18", "NEL-SD-19"})
  void at_the_handover_people_are_introduced_expectations_are_clear_and_nobody_is_threatened() {
    var id = readyStepDown();
    decided(sitting(id), "STEP_DOWN_UNIVERSAL", "leadAgency", "education");
    refused("introduced: got false", () -> done(id, "Hold the handover meeting", with("introduced", false)));
    refused("expectations: got false", () -> done(id, "Hold the handover meeting", with("expectations", false)));
    refused("nobodyThreatened: got false", () -> done(id, "Hold the handover meeting", with("nobodyThreatened", false)));
  }

  @Test
  @Clause({"NEL-SD-6", "NEL-SD-10", "NEL-SD-13"})
  void the_lead_agency_takes_over_the_one_plan_reviews_it_on_its_own_days_and_may_change_it() {
    var id = steppedDown();
    assertThat(open(id)).as("nothing to do before the day that the plan names").isEmpty();
    it_is("2026-03-30T08:59");
    assertThat(open(id)).isEmpty();
    it_is("2026-03-30T09:00");
    assertThat(open(id)).containsExactly("Review the plan");
    assertThat(dueOf(id, "planReview")).isEqualTo(london("2026-03-30T23:59"));
    done(id, "Review the plan", with("reviewResult", "GO_ON", "agreedOutcome", "Bedtimes and mornings hold", "planReviewOn", "2026-04-27",
        "planSteps", List.of(with("what", "Visit weekly", "responsible", "Kit"))));
    assertThat(plans.of(id)).hasValueSatisfying(plan -> assertThat(plan.aim()).isEqualTo("Bedtimes and mornings hold"));
    assertThat(jdbc.sql("select count(*) from plan where case_id = ?").param(id.value()).query(Integer.class).single()).as("the version before stays").isEqualTo(2);
    start(AUTHORITY, "planChange", with("caseReference", id.value(), "planChange", "AMEND", "planEvent", "A father moved in", "agreedOutcome", "All three sleep",
        "planReviewOn", "2026-04-27", "planSteps", List.of(with("what", "Meet the father", "responsible", "Kit"))));
    assertThat(plans.of(id)).hasValueSatisfying(plan -> assertThat(plan.aim()).isEqualTo("All three sleep"));
    it_is("2026-04-27T09:00");
    assertThat(open(id)).containsExactly("Review the plan");
  }

  @Test
  @Clause({"NEL-SD-11", "NEL-SD-12"})
  void on_the_last_day_of_the_plan_its_end_is_looked_at_and_whether_the_agreed_outcome_was_met() {
    for (var outcome : List.of("MET", "PARTLY", "NOT_MET")) {
      it_is("2026-02-02T09:00");
      var id = steppedDown();
      it_is("2026-05-29T09:00");
      done(id, "Review the end of the intervention", with("endResult", "EXTENDED", "planEndsOn", "2026-06-12"));
      assertThat(open(id)).doesNotContain("Review the end of the intervention");
      it_is("2026-06-12T09:00");
      done(id, "Review the end of the intervention", with("endResult", "ENDS"));
      done(id, "Say what the work reached", with("outcomeReached", outcome));
      assertThat(cases.get(id).outcome().orElseThrow()).isEqualTo("OUTCOME_" + outcome.replace("PARTLY", "PARTLY_MET").replace("NOT_MET", "NOT_MET"));
      assertThat(open(id)).isEmpty();
    }
  }

  @Test
  @Clause({"NEL-SD-20"})
  void new_concerns_that_the_plan_cannot_meet_go_to_the_mash_or_to_the_panel_as_a_case_of_their_own() {
    var grave = steppedDown();
    start(AUTHORITY, "planChange", with("caseReference", grave.value(), "planChange", "FURTHER_CONCERNS", "planEvent", "A new partner"));
    done(grave, "Follow the contingency for new concerns", with("concernsNext", "MASH"));
    assertThat(open(grave)).as("the plan is interrupted").containsExactly("Refer to the safeguarding hub");
    done(grave, "Refer to the safeguarding hub", with());
    assertThat(cases.get(grave).outcome()).contains("REFERRED_TO_MASH");

    var rising = steppedDown();
    start(AUTHORITY, "planChange", with("caseReference", rising.value(), "planChange", "FURTHER_CONCERNS", "planEvent", "Missed school"));
    done(rising, "Follow the contingency for new concerns", with("concernsNext", "STEP_UP"));
    refused("stepUpCase: got nothing", () -> done(rising, "Refer the family for a step-up", with("stepUpCase", null)));
    var stepUp = readyStepUp();
    done(rising, "Refer the family for a step-up", with("stepUpCase", stepUp.value()));
    assertThat(chronology.of(rising)).extracting(entry -> entry.entry()).contains(stepUp.value());
    assertThat(cases.get(rising).open()).as("the plan goes on until the panel has decided").isTrue();
  }

  @Test
  @Clause("NEL-SD-20")
  void new_concerns_are_followed_even_when_the_plan_has_ended_meanwhile() {
    var id = steppedDown();
    start(AUTHORITY, "planChange", with("caseReference", id.value(), "planChange", "FURTHER_CONCERNS", "planEvent", "A new partner"));
    it_is("2026-03-30T09:00");
    done(id, "Review the plan", with("reviewResult", "ENDS"));
    done(id, "Say what the work reached", with("outcomeReached", "MET"));
    assertThat(open(id)).containsExactly("Follow the contingency for new concerns");
    done(id, "Follow the contingency for new concerns", with("concernsNext", "MASH"));
    assertThat(open(id)).as("no pathway is left to be told").containsExactly("Act on the concern by hand");
  }

  @Test
  @Clause({"NEL-SD-20", "NEL-SD-21", "NEL-SD-19"})
  void new_concerns_or_a_family_that_does_not_engage_bring_up_what_the_plan_says_and_no_step_up_by_itself() {
    var id = steppedDown();
    start(AUTHORITY, "planChange", with("caseReference", id.value(), "planChange", "FURTHER_CONCERNS", "planEvent", "A new partner"));
    start(AUTHORITY, "planChange", with("caseReference", id.value(), "planChange", "NOT_ENGAGING", "planEvent", "Three missed visits"));
    assertThat(open(id)).containsExactly("Follow the contingency for new concerns", "Follow the contingency, threaten nobody");
    assertThat(driver.shown(task(tasksOf(id), "Follow the contingency for new concerns"))).containsEntry("answerContingencyConcerns", answers.latest(id).get("contingencyConcerns"));
    refused("nobodyThreatened: got false", () -> done(id, "Follow the contingency, threaten nobody", with("nobodyThreatened", false)));
    done(id, "Follow the contingency, threaten nobody", with());
    done(id, "Follow the contingency for new concerns", with("concernsNext", "WITHIN_PLAN"));
    assertThat(cases.get(id).open()).isTrue();
    assertThat(cases.get(id).stage()).as("not stepped up").isEqualTo("LED");
    it_is("2026-03-30T09:00");
    done(id, "Review the plan", with("reviewResult", "ENDS"));
    done(id, "Say what the work reached", with("outcomeReached", "MET"));
    assertThat(cases.get(id).open()).isFalse();
  }

  @Test
  @Clause({"NEL-SU-1", "NEL-SU-7", "NEL-SU-8"})
  void a_step_up_is_made_ready_in_its_own_order_and_signed_by_the_locality_manager() {
    var id = brought("STEP_UP");
    assertThat(open(id)).containsExactly("Confirm the Early Help Assessment");
    done(id, "Confirm the Early Help Assessment", with());
    assertThat(open(id)).containsExactly("Tell the family");
    done(id, "Tell the family", with("familyTold", "TOLD"));
    assertThat(open(id)).containsExactly("Record the consent");
    done(id, "Record the consent", consent("GIVEN"));
    refused("clConcerns: got false", () -> done(id, "Fill in the checklist", with("clConcerns", false)));
    done(id, "Fill in the checklist", with());
    assertThat(groups(task(tasksOf(id), "Sign off the step-up checklist"))).as("never the step-down's signatory").containsExactly(AUTHORITY + ".locality-3-4.locality-manager");
    done(id, "Sign off the step-up checklist", with("checklistSigned", "RETURNED"));
    assertThat(onAgenda(id)).isFalse();
    done(id, "Fill in the checklist", with());
    done(id, "Sign off the step-up checklist", with("checklistSigned", "SIGNED"));
    assertThat(onAgenda(id)).isTrue();
  }

  @Test
  @Clause({"NEL-SU-2", "NEL-SU-3"})
  void the_early_help_assessment_has_a_day_and_a_reference_and_its_concerns_are_before_the_panel() {
    var id = brought("STEP_UP");
    refused("assessmentOn: got nothing", () -> done(id, "Confirm the Early Help Assessment", with("assessmentOn", null)));
    refused("ehmReference: got nothing", () -> done(id, "Confirm the Early Help Assessment", with("ehmReference", null)));
    refused("concerns: got nothing", () -> done(id, "Confirm the Early Help Assessment", with("concerns", null)));
    var ready = readyStepUp();
    var sitting = sitting(ready);
    assertThat(driver.shown(task(tasksOf(sitting), "Discuss the case")).get("caseRisks").toString()).contains("The younger child is often alone at night");
  }

  @Test
  @Clause({"NEL-SU-4"})
  void the_family_is_told_of_the_step_up_or_it_is_on_record_why_not() {
    var id = brought("STEP_UP");
    done(id, "Confirm the Early Help Assessment", with());
    refused("toldWho: got nothing", () -> done(id, "Tell the family", with("familyTold", "TOLD", "toldWho", null)));
    refused("notToldWhy: got nothing", () -> done(id, "Tell the family", with("familyTold", "NOT_TOLD", "notToldWhy", null)));
    done(id, "Tell the family", with("familyTold", "NOT_TOLD", "notToldWhy", "He would take the children away"));
    assertThat(answers.latest(id)).containsEntry("notToldWhy", "He would take the children away");
    assertThat(open(id)).containsExactly("Record the consent");
  }

  @Test
  @Clause({"NEL-SU-5", "NEL-SU-6", "NEL-IS-2"})
  void consent_to_a_step_up_is_set_aside_only_by_social_care_and_for_a_reason() {
    var id = brought("STEP_UP");
    done(id, "Confirm the Early Help Assessment", with());
    done(id, "Tell the family", with());
    done(id, "Record the consent", consent("MISSING"));
    assertThat(open(id)).as("held off the agenda").containsExactly("Record the consent");
    done(id, "Record the consent", plus(consent("REFUSED"), "withoutConsent", "OVERRIDE"));
    var override = task(tasksOf(id), "Agree that consent is set aside");
    assertThat(groups(override)).containsExactly(AUTHORITY + ".locality-3-4.vice-chair", AUTHORITY + ".mash-representative");
    done(id, "Agree that consent is set aside", with("overrideAgreed", "NOT_AGREED"));
    assertThat(open(id)).containsExactly("Record the consent");
    done(id, "Record the consent", plus(consent("REFUSED"), "withoutConsent", "OVERRIDE"));
    refused("overrideReason: got nothing", () -> done(id, "Agree that consent is set aside", with("overrideAgreed", "AGREED", "overrideReason", null)));
    refused("overrideBy: got nothing", () -> done(id, "Agree that consent is set aside", with("overrideAgreed", "AGREED", "overrideBy", null)));
    done(id, "Agree that consent is set aside", with("overrideAgreed", "AGREED", "basis", "SAFEGUARDING_RISK", "overrideReason", "The child would be moved"));
    assertThat(consents.lawfulBases(id)).singleElement().satisfies(basis -> {
      assertThat(basis.basis()).isEqualTo("SAFEGUARDING_RISK");
      assertThat(basis.reason()).isEqualTo("The child would be moved");
    });
    assertThat(open(id)).containsExactly("Fill in the checklist");

    var refused = brought("STEP_UP");
    done(refused, "Confirm the Early Help Assessment", with());
    done(refused, "Tell the family", with());
    done(refused, "Record the consent", plus(consent("REFUSED"), "withoutConsent", "END"));
    assertThat(cases.get(refused).outcome()).contains("NOT_PUT_TO_PANEL");
    assertThat(told(refused, "notPutToPanel")).isOne();
    assertThat(onAgenda(refused)).isFalse();

    var down = brought("STEP_DOWN");
    done(down, "Confirm assessment and intervention", with());
    done(down, "Record the consent", plus(consent("REFUSED"), "withoutConsent", "END"));
    assertThat(cases.get(down).outcome()).contains("NOT_PUT_TO_PANEL");
  }

  @Test
  @Clause({"NEL-SU-9", "NEL-SU-10"})
  void a_case_that_came_straight_to_the_mash_is_decided_there_and_never_comes_before_the_panel() {
    var helped = brought("MASH");
    assertThat(cases.get(helped).holder()).isEqualTo("mash");
    assertThat(groups(task(tasksOf(helped), "Consider the case"))).containsExactly(AUTHORITY + ".mash-representative");
    done(helped, "Consider the case", with("mashResult", "EARLY_HELP", "mashService", "family-hub"));
    assertThat(cases.get(helped).holder()).as("allocated within Early Help").isEqualTo("family-hub");
    done(helped, "Say what the work reached", with("outcomeReached", "MET"));
    var taken = brought("MASH");
    done(taken, "Consider the case", with("mashResult", "SOCIAL_CARE"));
    assertThat(cases.get(taken).outcome()).contains("MASH_TO_SOCIAL_CARE");
    var neither = brought("MASH");
    done(neither, "Consider the case", with("mashResult", "OTHER"));
    assertThat(cases.get(neither).outcome()).contains("MASH_OTHER");
    assertThat(sittings.of(AUTHORITY)).as("nothing was put forward to any sitting").isEmpty();
  }

  @Test
  @Clause({"NEL-SU-11", "NEL-SU-12", "NEL-SU-13"})
  void a_step_up_stands_in_liquidlogic_within_24_clock_hours_of_the_panel_and_only_then_the_episode_closes_on_ehm() {
    var id = readyStepUp();
    var sitting = sitting(id);
    it_is("2026-02-12T10:40");
    decided(sitting, "STEP_UP");
    assertThat(groups(task(tasksOf(id), "Enter the referral in Liquidlogic"))).containsExactly(AUTHORITY + ".mash-representative");
    assertThat(dueOf(id, "stepUp")).as("24 hours by the clock from the recorded end").isEqualTo(london("2026-02-13T10:40"));
    it_is("2026-02-13T10:41");
    assertThat(sent("deadlinePassed")).extracting(notice -> notice.recipient()).containsExactlyInAnyOrder("chair." + sitting.forum() + ".nel@example.org", "vice-chair." + sitting.forum() + ".nel@example.org");
    assertThat(records.of(id)).as("still open on EHM").isEmpty();
    refused("liquidlogicReferral: got nothing", () -> done(id, "Enter the referral in Liquidlogic", with("liquidlogicReferral", null)));
    done(id, "Enter the referral in Liquidlogic", with("liquidlogicReferral", "LL-4711"));
    assertThat(records.of(id)).extracting(entry -> entry.system() + " " + entry.kind()).containsExactly("EHM Episode closed");
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).last().isEqualTo("childrens-social-care");
    assertThat(cases.get(id).outcome()).contains("STEPPED_UP");
  }

  @Test
  @Clause({"NEL-SU-12"})
  void a_case_that_came_for_advice_and_is_stepped_up_closes_its_episode_on_ehm_too() {
    var id = brought("ADVICE");
    done(id, "Record the consent", consent("GIVEN"));
    decided(sitting(id), "STEP_UP");
    assertThat(records.of(id)).as("still open on EHM").isEmpty();
    done(id, "Enter the referral in Liquidlogic", with("liquidlogicReferral", "LL-4711"));
    assertThat(records.of(id)).extracting(entry -> entry.system() + " " + entry.kind()).containsExactly("EHM Episode closed");
  }

  @Test
  @Clause({"NEL-AIM-4", "NEL-SU-12", "NEL-SU-15"})
  void a_step_up_from_universal_services_has_no_episode_to_close_and_one_that_is_not_taken_needs_a_lead_agency() {
    var universal = readyStepUp("ehmEpisode", "NO", "referrerService", "education");
    var sitting = sitting(universal);
    decided(sitting, "STEP_UP");
    done(universal, "Enter the referral in Liquidlogic", with());
    assertThat(records.of(universal)).isEmpty();
    assertThat(cases.get(universal).outcome()).contains("STEPPED_UP");

    var stays = readyStepUp();
    var next = sitting(stays);
    refused("leadAgency: got nothing", () -> decided(next, "NOT_STEPPED_UP", "leadAgency", null));
    decided(next, "NOT_STEPPED_UP", "leadAgency", "early-help");
    assertThat(cases.get(stays).holder()).isEqualTo("early-help");
    done(stays, "Say what the work reached", with("outcomeReached", "PARTLY"));
    assertThat(cases.get(stays).outcome()).contains("OUTCOME_PARTLY_MET");
  }

  @Test
  @Clause({"NEL-SU-14", "NEL-IS-3"})
  void an_immediate_concern_goes_to_the_mash_at_once_whatever_the_case_is_at_and_leaves_the_agenda() {
    var atOnce = brought("STEP_UP", "immediateConcern", "YES");
    assertThat(open(atOnce)).as("before consent and checklist").containsExactly("Refer to the safeguarding hub");
    done(atOnce, "Refer to the safeguarding hub", with());
    assertThat(cases.get(atOnce).outcome()).contains("REFERRED_TO_MASH");

    var listed = readyStepUp();
    assertThat(onAgenda(listed)).isTrue();
    raiseConcern(listed);
    assertThat(open(listed)).containsExactly("Refer to the safeguarding hub");
    assertThat(onAgenda(listed)).isFalse();
    done(listed, "Refer to the safeguarding hub", with());
    assertThat(cases.get(listed).outcome()).contains("REFERRED_TO_MASH");

    var led = steppedDown();
    raiseConcern(led);
    done(led, "Refer to the safeguarding hub", with());
    assertThat(cases.get(led).outcome()).contains("REFERRED_TO_MASH");
  }

  @Test
  @Clause({"NEL-IS-3", "NEL-RT-2"})
  void significant_harm_that_the_panel_finds_goes_to_the_mash_within_the_sitting() {
    var id = readyStepDown();
    var waiting = readyStepDown();
    var sitting = sitting(id);
    decided(sitting, "MASH_REFERRAL");
    assertThat(tasksOf(sitting)).as("the sitting goes on with the next case").extracting("name").contains("Discuss the case");
    assertThat(open(id)).contains("Refer to the safeguarding hub");
    done(id, "Refer to the safeguarding hub", with());
    assertThat(cases.get(id).outcome()).contains("REFERRED_TO_MASH");
    assertThat(cases.get(waiting).open()).isTrue();
  }

  @Test
  @Clause({"NEL-AIM-1", "NEL-RT-2"})
  void advice_alone_ends_in_a_locality_panel_note_on_the_file_that_holds_the_child() {
    for (var file : List.of("LIQUIDLOGIC", "EHM")) {
      it_is("2026-02-02T09:00");
      var id = brought("ADVICE", "childsFile", file);
      done(id, "Record the consent", consent("GIVEN"));
      decided(sitting(id), "ADVICE_GIVEN");
      assertThat(records.of(id)).singleElement().satisfies(entry -> {
        assertThat(entry.system()).isEqualToIgnoringCase(file);
        assertThat(entry.kind()).isEqualTo("management decision/discussion");
      });
      assertThat(jdbc.sql("select content from embedded_record where subject = ?").param(id.value()).query(String.class).single()).startsWith("LOCALITY PANEL\n");
      assertThat(cases.get(id).outcome()).contains("ADVICE_GIVEN");
    }
  }

  @Test
  @Clause({"NEL-AIM-5", "NEL-RT-1", "NEL-RT-2"})
  void a_step_down_that_the_panel_refuses_stays_with_social_care_and_is_noted_and_one_it_takes_is_recorded_by_its_process() {
    var id = readyStepDown();
    decided(sitting(id), "NOT_STEPPED_DOWN");
    assertThat(cases.get(id).outcome()).contains("STAYS_WITH_SOCIAL_CARE");
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).containsExactly("childrens-social-care");
    assertThat(records.of(id)).extracting(entry -> entry.kind()).containsExactly("management decision/discussion");
    var down = steppedDown();
    assertThat(records.of(down)).as("no panel note of a step down").noneMatch(entry -> entry.kind().startsWith("management"));
  }

  @Test
  @Clause({"NEL-RT-3", "NEL-RT-4"})
  void the_minutes_are_filed_for_each_child_as_its_own_extract_under_the_category_to_the_letter() {
    var first = readyStepDown();
    var second = readyStepDown();
    var sitting = sitting(first);
    decided(sitting, "NEXT_PANEL", "reasons", "The school is asked first");
    decided(sitting, "NOT_STEPPED_DOWN", "reasons", "Too early");
    done(sitting, "Write the minutes", with());
    assertThat(records.of(first)).extracting(entry -> entry.kind()).contains("P25 2026/02/12 LEGAL MEETINGS (LOCALITY PANEL)");
    assertThat(records.of(first)).filteredOn(entry -> entry.kind().startsWith("P25")).extracting(entry -> entry.system()).containsExactly("Liquidlogic");
    var extract = jdbc.sql("select content from embedded_record where subject = ? and kind like 'P25%'").param(second.value()).query(String.class).single();
    assertThat(extract).contains("Too early").doesNotContain("The school is asked first").doesNotContain(first.value());
    assertThat(sittingOf(first).startsAt()).as("a fortnight later").isEqualTo(london("2026-02-26T09:00"));
  }

  @Test
  @Clause({"NEL-RT-5", "NEL-RT-6"})
  void the_action_log_goes_to_the_members_where_there_is_one() {
    var id = readyStepDown();
    var sitting = sitting(id);
    decided(sitting, "NOT_STEPPED_DOWN", "actions", List.of(with("what", "Ask the school", "responsible", "Hal, Health", "due", "2026-02-20")));
    assertThat(notices(sitting, "actionLog")).isZero();
    done(sitting, "Write the minutes", with());
    assertThat(notices(sitting, "actionLog")).isOne();
    assertThat(actionLog.ofCase(id)).singleElement().satisfies(action -> assertThat(action.responsible()).isEqualTo("Hal, Health"));

    var without = readyStepDown();
    var next = sitting(without);
    decided(next, "NOT_STEPPED_DOWN");
    done(next, "Write the minutes", with());
    assertThat(notices(next, "actionLog")).as("an empty log is not sent").isZero();
  }

  @Test
  @Clause({"NEL-AIM-3", "NEL-NS-3", "NEL-NS-4"})
  void each_series_sits_every_second_thursday_from_nine_to_eleven_a_week_apart_from_the_other() {
    start(AUTHORITY, "yearProgramme", with("programmeYear", 2026));
    var oneTwo = sittings.of(AUTHORITY).stream().filter(meeting -> meeting.forum().equals("locality-1-2")).limit(3).toList();
    var threeFour = sittings.of(AUTHORITY).stream().filter(meeting -> meeting.forum().equals("locality-3-4")).limit(2).toList();
    assertThat(oneTwo).extracting(meeting -> meeting.startsAt()).containsExactly(london("2026-02-05T09:00"), london("2026-02-19T09:00"), london("2026-03-05T09:00"));
    assertThat(threeFour).extracting(meeting -> meeting.startsAt()).containsExactly(london("2026-02-12T09:00"), london("2026-02-26T09:00"));
    assertThat(oneTwo.get(0).scheduledEnd()).isEqualTo(london("2026-02-05T11:00"));
    assertThat(oneTwo.get(0).cutOffAt()).as("no cut-off but its beginning").isEqualTo(oneTwo.get(0).startsAt());
  }

  @Test
  @Clause({"NEL-SD-16", "NEL-AIM-7", "NEL-NS-2"})
  void the_post_code_finds_locality_paired_teams_and_series_and_what_it_does_not_match_a_person_places() {
    var wolds = brought("STEP_DOWN", "postcode", "DN40 1AA");
    assertThat(cases.get(wolds).forum()).contains("locality-1-2");
    assertThat(groups(task(tasksOf(wolds), "Confirm assessment and intervention"))).containsExactly(AUTHORITY + ".locality-1-2.social-worker");
    assertThat(runtimeService.createVariableInstanceQuery().variableName("teams").list()).extracting(variable -> variable.getValue()).contains("Early Help team locality 1/2 with Social Care team 1/2");
    assertThat(brought("STEP_UP", "postcode", "dn358aa")).satisfies(id -> assertThat(cases.get(id).forum()).contains("locality-3-4"));
    for (var unmatched : new String[] {"LN1 1AA", null}) {
      var id = brought("ADVICE", "postcode", unmatched);
      assertThat(groups(task(tasksOf(id), "Place the case"))).containsExactly(AUTHORITY + ".panel-admin");
      done(id, "Place the case", with("locality", "2"));
      assertThat(cases.get(id).forum()).contains("locality-1-2");
    }
  }

  @Test
  @Clause({"NEL-MEM-2", "NEL-MEM-3", "NEL-MEM-11"})
  void the_locality_lead_chairs_with_a_social_care_manager_and_the_administrator_runs_the_sitting() {
    var id = readyStepDown();
    var sitting = sittingOf(id);
    timeToCirculate(sitting);
    assertThat(groups(task(tasksOf(sitting), "Circulate the case information"))).containsExactly(AUTHORITY + ".locality-3-4.business-support");
    sitting(id);
    assertThat(groups(task(tasksOf(sitting), "Discuss the case"))).containsExactly(AUTHORITY + ".locality-3-4.chair", AUTHORITY + ".locality-3-4.vice-chair");
    var pack = packs.current(AUTHORITY);
    assertThat(pack.table("role").one(with("role", "chair")).text("title")).isEqualTo("Chair (Locality lead)");
    assertThat(pack.table("role").one(with("role", "vice-chair")).text("title")).contains("CSC");
  }

  @Test
  @Clause({"NEL-MEM-4", "NEL-MEM-5", "NEL-MEM-6"})
  void health_education_and_catzero_are_members() {
    assertThat(memberNames()).contains("Health", "Education", "Catzero");
  }

  @Test
  @Clause({"NEL-MEM-7", "NEL-MEM-8", "NEL-MEM-9"})
  void the_nspcc_mental_health_services_and_safe_families_are_members() {
    assertThat(memberNames()).contains("NSPCC", "Mental health services", "Safe families");
  }

  @Test
  @Clause({"NEL-MEM-10", "NEL-MEM-13", "NEL-MEM-14"})
  void womens_aid_or_blue_door_fill_one_seat_and_the_partnership_co_ordinator_and_drug_and_alcohol_services_are_members() {
    assertThat(memberNames()).contains("Women's Aid/Blue Door", "Partnership co-ordinator", "Drug and alcohol services");
    assertThat(memberNames().stream().filter(name -> name.contains("Blue Door"))).hasSize(1);
  }

  @Test
  @Clause({"NEL-MEM-1", "NEL-MEM-12"})
  void a_sector_without_anybody_and_a_missing_mash_representative_are_shown_and_minuted_and_void_nothing() {
    var id = readyStepDown();
    var sitting = sittingOf(id);
    circulated(sitting);
    it_is(sitting.startsAt());
    done(sitting, "Sign in", with("attendance", List.of(seat("Lea", "early-help", "CHAIR"), seat("Hal", "health", "MEMBER"), seat("Nell", "nspcc", "OBSERVER"))));
    var warnings = driver.shown(task(tasksOf(sitting), "Discuss the case")).get("panelWarnings").toString();
    assertThat(warnings).contains("Nobody of Children's Social Care", "voluntary sector", "No MASH representative").doesNotContain("Universal", "Early Help is");
    decided(sitting, "NOT_STEPPED_DOWN");
    assertThat(decisions.latest(id)).as("no quorum").isPresent();
    assertThat(minutes.draft(sitting.id())).contains("Nobody of Children's Social Care is here");
  }

  @Test
  @Clause({"NEL-MEM-15", "NEL-MEM-19", "NEL-IS-1"})
  void members_get_the_case_information_ahead_and_each_prepares_and_what_is_not_done_by_then_is_shown() throws Exception {
    var id = readyStepDown("askedOfPanel", "Is the family hub the right lead?");
    var half = brought("STEP_DOWN");
    var sitting = sittingOf(id);
    assertThat(tasksOf(sitting)).as("not weeks ahead").isEmpty();
    timeToCirculate(sitting);
    refused("sharedLawfully: got false", () -> done(sitting, "Circulate the case information", with("sharedLawfully", false)));
    circulated(sitting);
    assertThat(sent(sitting, "caseInformation")).singleElement().satisfies(notice -> {
      assertThat(notice.recipient().split(", ")).hasSize(memberNames().size()).contains("service.health." + sitting.forum() + ".nel@example.org").allMatch(address -> address.contains(sitting.forum()));
      assertThat(letter(notice)).contains(id.value(), "Is the family hub the right lead?").doesNotContain(half.value());
    });
    var prepare = tasksOf(sitting).stream().filter(task -> task.getName().equals("Prepare for the sitting")).toList();
    assertThat(prepare).hasSize(memberNames().size());
    var health = prepare.stream().filter(task -> groups(task).contains(AUTHORITY + ".health.member")).findFirst().orElseThrow();
    driver.complete(health, sample, with("review", List.of(with("case", id.value(), "about", "Ola", "who", "Health", "entry", "A health visitor"))));
    it_is(sitting.startsAt());
    assertThat(tasksOf(sitting)).extracting("name").doesNotContain("Prepare for the sitting");
    done(sitting, "Sign in", with("attendance", wholePanel()));
    var shown = driver.shown(task(tasksOf(sitting), "Discuss the case"));
    assertThat(shown.get("panelNotedOffer")).isEqualTo("Health: A health visitor");
    assertThat(shown.get("panelNotedNot_prepared").toString()).contains("Education").doesNotContain("Health:");
  }

  @Test
  @Clause({"NEL-OUT-2"})
  void what_the_child_and_the_parents_say_is_asked_wherever_a_form_is_filled_blocks_nothing_and_is_before_the_panel() {
    var id = readyStepDown("childView", "I want to stay at my school", "parentView", null);
    assertThat(driver.shown(task(tasksOf(sitting(id)), "Discuss the case")).get("caseRisks").toString()).contains("What the child says: I want to stay at my school");
  }

  @Test
  @Clause({"NEL-MEM-16", "NEL-AIM-6"})
  void what_each_member_brings_and_why_it_fits_this_family_is_kept_with_the_decision() {
    var id = readyStepDown();
    var sitting = sitting(id);
    refused("fitting: got nothing", () -> decided(sitting, "NOT_STEPPED_DOWN", "fitting", null));
    decided(sitting, "NOT_STEPPED_DOWN", "fitting", "They trust the school", "contributions", List.of(with("who", "Hal, Health", "entry", "Step down, with a health visitor")));
    assertThat(notes.of(sitting.id())).extracting(note -> note.kind() + " " + note.entry()).contains("FITTING They trust the school", "CONTRIBUTION Step down, with a health visitor");
  }

  @Test
  @Clause({"NEL-MEM-17", "NEL-MEM-18"})
  void without_consensus_nobody_votes_and_chair_and_co_chair_are_final_only_together() {
    var id = readyStepDown();
    var sitting = sitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "NO_CONSENSUS"));
    assertThat(tasksOf(sitting)).extracting("name").contains("Give the Chair's final view").doesNotContain("Record the votes");
    done(sitting, "Give the Chair's final view", with("panelOutcome", "STEP_DOWN_EARLY_HELP", "leadAgency", "catzero", "finalReasons", "The risk is low", "dissent", "NSPCC: too early"));
    assertThat(decisions.latest(id)).as("one signature is not enough").isEmpty();
    assertThat(groups(task(tasksOf(sitting), "Sign with the Chair"))).containsExactly(AUTHORITY + ".locality-3-4.vice-chair");
    done(sitting, "Sign with the Chair", with("coChairSigns", "SIGNED"));
    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> {
      assertThat(decision.outcome()).isEqualTo("STEP_DOWN_EARLY_HELP");
      assertThat(decision.reachedBy()).isEqualTo("CHAIRS");
      assertThat(decision.service()).contains("catzero");
      assertThat(decision.reasons()).isEqualTo("The risk is low");
    });
    assertThat(minutes.draft(sitting.id())).contains("NSPCC: too early");
    assertThat(packs.current(AUTHORITY).findTable("quorum")).isEmpty();
  }

  @Test
  @Clause({"NEL-MEM-18", "NEL-CE-4"})
  void chairs_who_differ_leave_the_case_with_its_holder_and_the_service_managers_rule() {
    var id = readyStepDown();
    var sitting = sitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "NO_CONSENSUS"));
    done(sitting, "Give the Chair's final view", with("panelOutcome", "NOT_STEPPED_DOWN"));
    done(sitting, "Sign with the Chair", with("coChairSigns", "NOT_SIGNED"));
    assertThat(cases.get(id).holder()).isEqualTo("childrens-social-care");
    assertThat(groups(task(tasksOf(id), "Rule as service managers"))).containsExactly(AUTHORITY + ".csc-service-manager", AUTHORITY + ".hub-service-manager");
    done(id, "Rule as service managers", with("panelOutcome", "STEP_DOWN_EARLY_HELP", "leadAgency", "family-hub"));
    assertThat(open(id)).containsExactly("Hold the handover meeting");
    assertThat(cases.get(id).allocatedService()).contains("family-hub");
  }

  @Test
  @Clause({"NEL-MEM-18", "NEL-CE-4"})
  void the_service_managers_can_rule_whatever_the_chairs_could_have_decided() {
    var pack = packs.current(AUTHORITY);
    var chairs = new ArrayList<>(outcomes(pack.form("finalView")));
    chairs.removeAll(List.of("DECISION_STANDS", "MASH_REFERRAL"));
    assertThat(outcomes(pack.form("ruleTogether"))).as("but for a challenge and an immediate concern, which have ways of their own").containsExactlyInAnyOrderElementsOf(chairs);

    var id = readyStepDown();
    var sitting = sitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "NO_CONSENSUS"));
    done(sitting, "Give the Chair's final view", with("panelOutcome", "NOT_STEPPED_DOWN"));
    done(sitting, "Sign with the Chair", with("coChairSigns", "NOT_SIGNED"));
    done(id, "Rule as service managers", with("panelOutcome", "STEP_DOWN_UNIVERSAL", "leadAgency", "education"));
    assertThat(cases.get(id).allocatedService()).contains("education");
  }

  private static List<String> outcomes(FormDefinition form) {
    return form.fields().stream().filter(field -> field.key().equals("panelOutcome")).findFirst().orElseThrow().options();
  }

  @Test
  @Clause({"NEL-CE-1", "NEL-CE-2"})
  void partners_are_invited_to_question_decisions_and_a_questioned_one_is_heard_again_while_it_stands() {
    var id = readyStepDown();
    var sitting = sittingOf(id);
    assertThat(sent(sitting, "partnersInvited")).extracting(notice -> notice.recipient()).containsExactly("outside.partners.nel@example.org");
    sitting(id);
    decided(sitting, "NOT_STEPPED_DOWN");
    start(AUTHORITY, "challenge", with("caseReference", id.value(), "challengedBy", "Pat, Catzero", "challengeWhat", "The hub was not asked"));
    assertThat(decisions.latest(id)).as("it stands meanwhile").hasValueSatisfying(decision -> assertThat(decision.outcome()).isEqualTo("NOT_STEPPED_DOWN"));
    var again = sittingOf(id);
    assertThat(again.startsAt()).isEqualTo(london("2026-02-26T09:00"));
    assertThat(told(id, "challengeListed")).isOne();
    circulated(again);
    it_is(again.startsAt());
    refused("attendance[0].confidential: got false", () -> done(again, "Sign in", with("attendance", List.of(plus(seat("Pat", "partner-agency", "OBSERVER"), "confidential", false)))));
    done(again, "Sign in", with("attendance", List.of(seat("Lea", "early-help", "CHAIR"), seat("Pat", "partner-agency", "OBSERVER"))));
    assertThat(driver.shown(task(tasksOf(again), "Discuss the case")).get("chronologyChallenge").toString()).contains("The hub was not asked");
    decided(again, "DECISION_STANDS", "observed", List.of(with("observer", "Pat, Catzero", "question", "Was the hub asked?")));
    assertThat(minutes.draft(again.id())).contains("Was the hub asked?");
    done(again, "Carry the decision out by hand", with());
  }

  @Test
  void a_case_that_waits_for_its_second_hearing_goes_on_waiting_where_a_questioned_decision_stands() {
    var id = readyStepDown();
    decided(sitting(id), "NEXT_PANEL");
    decided(sitting(id), "DECISION_STANDS");
    assertThat(onAgenda(id)).isTrue();
    assertThat(cases.get(id).open()).isTrue();
  }

  @Test
  @Clause({"NEL-CE-3", "NEL-CE-4"})
  void a_disagreement_on_a_safeguarding_matter_is_talked_through_and_then_settled_by_the_service_managers() {
    var id = readyStepDown();
    start(AUTHORITY, "escalation", with("caseReference", id.value(), "matter", "Whether the bruise was explained"));
    assertThat(groups(task(tasksOf(id), "Talk it through"))).containsExactly(AUTHORITY + ".locality-3-4.case-supervisor", AUTHORITY + ".locality-3-4.locality-manager");
    done(id, "Talk it through", with("stageResult", "NOT_SETTLED"));
    assertThat(groups(task(tasksOf(id), "Settle as service managers"))).containsExactly(AUTHORITY + ".csc-service-manager", AUTHORITY + ".hub-service-manager");
    done(id, "Settle as service managers", with("managersSettled", "A paediatrician is asked"));
    assertThat(past(id)).contains("A paediatrician is asked");
    start(AUTHORITY, "escalation", with("caseReference", id.value(), "matter", "Another matter"));
    done(id, "Talk it through", with("stageResult", "SETTLED"));
    assertThat(open(id)).isEmpty();
  }

  @Test
  void an_agenda_that_nobody_circulated_stands_when_the_sitting_begins() {
    var id = readyStepDown();
    var sitting = sittingOf(id);
    it_is(sitting.startsAt());
    assertThat(tasksOf(sitting)).extracting("name").containsExactly("Sign in");
    assertThat(agenda.of(sitting.id())).extracting(item -> item.state().name()).containsExactly("LISTED");
  }

  @Test
  void a_sitting_that_is_cancelled_hands_its_cases_on() {
    var id = readyStepDown();
    var sitting = sittingOf(id);
    start(AUTHORITY, "changeSitting", with("forum", "locality-3-4", "sittingOn", "2026-02-12", "sittingChange", "CANCEL", "changeWhy", "Flood"));
    assertThat(tasksOf(sitting)).isEmpty();
    assertThat(sittingOf(id).startsAt()).isEqualTo(london("2026-02-26T09:00"));
  }

  private CaseId steppedDown() {
    var id = readyStepDown();
    decided(sitting(id), "STEP_DOWN_EARLY_HELP", "leadAgency", "family-hub");
    done(id, "Hold the handover meeting", with());
    return id;
  }

  private List<String> memberNames() {
    var pack = packs.current(AUTHORITY);
    return new ArrayList<>(members.of(AUTHORITY, "locality-3-4").stream().map(member -> pack.profile().service(member.service()).name()).toList());
  }
}
