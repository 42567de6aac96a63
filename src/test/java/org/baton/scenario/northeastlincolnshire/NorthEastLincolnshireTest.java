package org.baton.scenario.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.baton.casefile.CaseId;
import org.baton.panel.member.Members;
import org.baton.panel.sitting.Meeting;
import org.baton.protocol.FormDefinition;
import org.baton.support.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The protocol of North East Lincolnshire, told as its document tells it. */
class NorthEastLincolnshireTest extends NorthEastLincolnshireStory {

  @Autowired private Members members;

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
        "familyAgreedOn", "2026-03-30", "planReviewOn", "2026-04-20", "planSteps", List.of(with("what", "Meet the father", "responsible", "Kit"))));
    assertThat(plans.of(id)).hasValueSatisfying(plan -> assertThat(plan.aim()).isEqualTo("All three sleep"));
    it_is("2026-04-20T08:59");
    assertThat(open(id)).isEmpty();
    it_is("2026-04-20T09:00");
    assertThat(open(id)).as("the plan is reviewed on its new day").containsExactly("Review the plan");
    it_is("2026-04-21T09:00");
    assertThat(told(id, "deadlinePassed")).as("and the lead hears that it is late").isPositive();
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
  @Clause({"NEL-MEM-1", "NEL-MEM-12", "NEL-MEM-2", "NEL-MEM-3"})
  void a_sector_without_anybody_and_a_missing_mash_representative_are_shown_and_minuted_and_void_nothing() {
    var id = readyStepDown();
    var sitting = sittingOf(id);
    circulated(sitting);
    it_is(sitting.startsAt());
    done(sitting, "Sign in", with("attendance", List.of(seat("Lea", "early-help", "CHAIR"), seat("Hal", "health", "MEMBER"), seat("Nell", "nspcc", "OBSERVER"))));
    refused("expected another seat, or somebody of [early-help, family-hub]", () -> done(sitting, "Keep the sheet of those present",
        with("attendance", List.of(seat("Hal", "health", "CHAIR")))));
    refused("expected another seat, or somebody of [childrens-social-care]", () -> done(sitting, "Keep the sheet of those present",
        with("attendance", List.of(seat("Hal", "health", "CO_CHAIR")))));
    var warnings = driver.shown(task(tasksOf(sitting), "Discuss the case")).get("panelWarnings").toString();
    assertThat(warnings).contains("No Co-Chair of Children's Social Care is here", "Nobody of Children's Social Care", "voluntary sector", "No MASH representative").doesNotContain("Universal", "Early Help is", "No Chair");
    decided(sitting, "NOT_STEPPED_DOWN");
    assertThat(decisions.latest(id)).as("no quorum").isPresent();
    assertThat(minutes.draft(sitting.id())).contains("Nobody of Children's Social Care is here", "No Co-Chair of Children's Social Care is here");
  }

  @Test
  @Clause({"NEL-NS-4"})
  void where_every_member_has_prepared_the_panel_still_sits_on_its_thursday_at_nine_and_is_over_with_its_last_case() {
    var sitting = sittingOf(readyStepDown());
    circulated(sitting);
    tasksOf(sitting).forEach(task -> driver.complete(task, sample, with()));
    it_is(sitting.startsAt().minusSeconds(60));
    assertThat(tasksOf(sitting)).isEmpty();
    it_is(sitting.startsAt());
    assertThat(tasksOf(sitting)).extracting("name").containsExactly("Sign in");
    done(sitting, "Sign in", with("attendance", wholePanel()));
    decided(sitting, "NOT_STEPPED_DOWN");
    assertThat(sittings.get(sitting.id()).state()).isEqualTo(Meeting.State.ENDED);
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
  void the_service_managers_can_rule_whatever_the_chairs_could_have_decided() {
    var pack = packs.current(AUTHORITY);
    var chairs = new ArrayList<>(outcomes(pack.form("finalView")));
    chairs.remove("MASH_REFERRAL");
    assertThat(outcomes(pack.form("ruleTogether"))).as("but for an immediate concern, which has a way of its own").containsExactlyInAnyOrderElementsOf(chairs);

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
