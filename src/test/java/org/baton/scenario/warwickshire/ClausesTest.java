package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.panel.sitting.Meeting;
import org.baton.protocol.BpmnFile;
import org.baton.protocol.StartRule;
import org.baton.records.Records;
import org.baton.support.Clause;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clauses one by one, beside the main way. */
class ClausesTest extends WarwickshireStory {

  @Autowired private Records records;

  @Test
  @Clause({"WAR-3.1a", "WAR-1.1b"})
  void nothing_comes_in_but_on_the_form_by_one_of_three_routes_at_level_two_or_three() {
    var referral = repositoryService.createProcessDefinitionQuery().processDefinitionKey("referral").tenantIdIn("warwickshire").latestVersion().singleResult();
    assertThatThrownBy(() -> runtimeService.startProcessInstanceById(referral.getId())).hasMessageContaining("takes the answers of its form");
    refused("route: got nothing", () -> referral("route", null, "district", "RUGBY"));
    refused("route: got 'ROUTE_4', expected one of [ROUTE_1, ROUTE_2, ROUTE_3]", () -> referral("route", "ROUTE_4", "district", "RUGBY"));
    refused("level: got 'LEVEL_4', expected one of [LEVEL_2, LEVEL_3]", () -> referral("route", "ROUTE_1", "district", "RUGBY", "level", "LEVEL_4"));
    assertThat(cases.list(List.of("warwickshire"), "", 10)).isEmpty();
  }

  @Test
  @Clause({"WAR-11.2c", "WAR-3.3c"})
  void business_support_checks_consent_of_every_referral_and_a_young_person_may_give_it() {
    var id = unasked("route", "ROUTE_3", "district", "RUGBY");
    assertThat(groups(task(tasksOf(id), "Check consent"))).containsExactly("warwickshire.rugby.business-support");

    done(id, "Check consent", with("consents", List.of(consent("Ola Penn", "YOUNG_PERSON", "GIVEN", "GIVEN", "GIVEN"))));

    assertThat(jdbc.sql("select purpose || ' ' || state || ' ' || capacity || ' ' || giver from consent where case_id = ? order by purpose")
        .param(id.value()).query(String.class).list()).containsExactly("discussion GIVEN YOUNG_PERSON Ola Penn",
            "sharing GIVEN YOUNG_PERSON Ola Penn", "support GIVEN YOUNG_PERSON Ola Penn");
  }

  @Test
  @Clause({"WAR-11.1a", "WAR-11.1b", "WAR-11.1e"})
  void a_sitting_is_arranged_with_a_venue_refreshments_and_the_pre_meet_booked_with_chair_and_vice_chair() throws Exception {
    var sitting = sittingOf(proposed("RUGBY"));
    refused("venue: got nothing", () -> sittingDone(sitting, "Arrange the sitting", with("venue", null)));
    refused("refreshments: got nothing", () -> sittingDone(sitting, "Arrange the sitting", with("refreshments", null)));
    done(sitting, "Arrange the sitting", with("venue", "Town Hall, room 2", "refreshments", "Arranged", "chairComes", "YES"));

    for (var post : List.of("preMeetChair", "preMeetViceChair")) {
      var booked = sent(sitting, post).get(0);
      assertThat(booked.recipient()).isEqualTo(post.equals("preMeetChair") ? "chair.rugby.war@example.org" : "vice-chair.rugby.war@example.org");
      assertThat(open(booked)).contains("is booked for 2026-02-19 at 10:00");
    }
    assertThat(sent(sitting, "chairAway")).isEmpty();
    it_is(sitting.preMeetAt());
    screened(sitting, with());
    it_is(sitting.startsAt());
    assertThat(driver.shown(task(tasksOf(sitting), "Sign in")).get("panelNotedVenue").toString()).contains("Town Hall, room 2");
    assertThat(driver.shown(task(tasksOf(sitting), "Sign in")).get("panelNotedRefreshments").toString()).contains("Arranged");
  }

  @Test
  @Clause({"WAR-11.1c", "WAR-11.2k"})
  void members_are_invited_once_the_sitting_is_arranged_and_get_the_agenda_only_when_it_is_settled() {
    var sitting = sittingOf(proposed("RUGBY"));
    assertThat(notices(sitting, "invitation")).isZero();
    done(sitting, "Arrange the sitting", with());
    assertThat(notices(sitting, "invitation")).isOne();

    it_is(sitting.preMeetAt());
    assertThat(notices(sitting, "agenda")).isZero();
    screened(sitting, with());
    assertThat(notices(sitting, "agenda")).isOne();
  }

  @Test
  @Clause({"WAR-12.1a", "WAR-13.1b"})
  void chair_and_vice_chair_each_say_themselves_that_they_have_read_the_referrals_before_the_agenda_is_settled() {
    var sitting = atPreMeet("RUGBY");
    done(sitting, "Screen the referrals at the pre-meet", with());
    assertThat(groups(task(tasksOf(sitting), "Agree the agenda as chair"))).containsExactly("warwickshire.rugby.chair");
    assertThat(groups(task(tasksOf(sitting), "Agree the agenda as vice-chair"))).containsExactly("warwickshire.rugby.vice-chair");
    refused("chairRead: got false", () -> sittingDone(sitting, "Agree the agenda as chair", with("chairRead", false)));
    refused("viceChairRead: got false", () -> sittingDone(sitting, "Agree the agenda as vice-chair", with("viceChairRead", false)));
  }

  @Test
  @Clause({"WAR-11.2j", "WAR-12.1b"})
  void the_agenda_is_settled_once_each_of_the_three_has_agreed_it_and_lists_every_referral() {
    var first = proposed("RUGBY");
    var second = proposed("RUGBY");
    var sitting = sittingOf(first);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    assertThat(driver.shown(task(tasksOf(sitting), "Screen the referrals at the pre-meet")).get("screening").toString())
        .contains(first.value(), second.value());
    done(sitting, "Screen the referrals at the pre-meet", with());
    assertThat(tasksOf(sitting)).extracting(Task::getName).containsExactlyInAnyOrderElementsOf(AGREE);
    assertThat(groups(task(tasksOf(sitting), "Agree the agenda as business support"))).containsExactly("warwickshire.rugby.business-support");

    for (var label : AGREE) {
      assertThat(driver.shown(task(tasksOf(sitting), label)).get("panelScreened").toString()).contains("1. " + first, "2. " + second);
      assertThat(notices(sitting, "agenda")).as("before '%s'", label).isZero();
      done(sitting, label, with());
    }

    assertThat(agenda.of(sitting.id())).extracting(item -> item.caseId() + " " + item.state())
        .containsExactly(first + " LISTED", second + " LISTED");
    assertThat(notices(sitting, "agenda")).isOne();
  }

  @Test
  @Clause({"WAR-11.2j"})
  void whoever_does_not_agree_the_agenda_keeps_it_from_being_settled_and_those_who_wait_are_told() {
    var sitting = atPreMeet("RUGBY");
    done(sitting, "Screen the referrals at the pre-meet", with());
    done(sitting, "Agree the agenda as chair", with());
    refused("viceChairAgrees: got false", () -> sittingDone(sitting, "Agree the agenda as vice-chair", with("viceChairAgrees", false)));
    done(sitting, "Agree the agenda as business support", with());

    it_is(meetingDue(sitting, "agendaAgreed"));

    assertThat(tasksOf(sitting)).extracting(Task::getName).containsExactly("Agree the agenda as vice-chair");
    assertThat(notices(sitting, "deadlinePassed")).isEqualTo(2);
  }

  @Test
  @Clause({"WAR-8.1a", "WAR-11.3b"})
  void the_sign_in_sheet_has_no_seat_for_the_family_and_feeds_the_quorum() {
    var sitting = sittingOf(proposed("RUGBY"));
    untilSignIn(sitting);
    refused("attendance[0].role: got 'FAMILY'", () -> sittingDone(sitting, "Sign in",
        with("attendance", List.of(present("Ola Penn", "schools", "FAMILY")))));

    done(sitting, "Sign in", with("attendance", List.of(present("Ann", "early-help", "CHAIR"), present("Bob", "police", "MEMBER"),
        present("Cem", "police", "MEMBER"), present("Dee", "health", "MEMBER"))));
    assertThat(attendance.servicesPresent(sitting.id())).as("services, not heads").isEqualTo(2);
    assertThat(attendance.chairPresent(sitting.id())).isTrue();
  }

  @Test
  @Clause({"WAR-12.2a", "WAR-12.2a2"})
  void the_chair_presents_each_case_and_an_allocation_names_the_lead_agency() {
    var id = proposed("RUGBY");
    var sitting = heldUntilSitting(id);
    var task = task(tasksOf(sitting), "Discuss the case");
    assertThat(groups(task)).contains("warwickshire.rugby.chair");
    assertThat(driver.shown(task).get("caseSummary").toString()).contains(id.value());
    refused("leadAgency: got nothing", () -> sittingDone(sitting, "Discuss the case",
        with("discussionResult", "AGREED", "panelOutcome", "ALLOCATED", "leadAgency", null)));
    assertThat(decisions.latest(id)).isEmpty();
  }

  @Test
  @Clause({"WAR-2.2.8a", "WAR-2.2.8b"})
  void an_allocation_states_its_outcomes_and_who_answers_for_it() {
    var sitting = heldUntilSitting(proposed("RUGBY"));
    var allocated = with("discussionResult", "AGREED", "panelOutcome", "ALLOCATED", "leadAgency", "health");
    refused("desiredOutcomes: got nothing", () -> sittingDone(sitting, "Discuss the case", plus(allocated, "desiredOutcomes", null)));
    refused("accountablePerson: got nothing", () -> sittingDone(sitting, "Discuss the case", plus(allocated, "accountablePerson", null)));
  }

  @Test
  @Clause({"WAR-12.2d"})
  void every_action_says_what_who_and_by_when() {
    var sitting = heldUntilSitting(proposed("RUGBY"));
    var deferred = with("discussionResult", "AGREED", "panelOutcome", "DEFERRED");
    refused("actions: got nothing", () -> sittingDone(sitting, "Discuss the case", plus(deferred, "actions", List.of())));
    refused("actions[0].responsible: got nothing", () -> sittingDone(sitting, "Discuss the case",
        plus(deferred, "actions", List.of(with("what", "Ask the school", "service", "police", "due", "2026-03-20")))));
  }

  @Test
  @Clause({"WAR-11.4e", "WAR-12.2c", "WAR-12.2c2"})
  void after_the_panel_a_safeguarding_case_goes_to_the_vice_chair_and_the_mash_and_any_other_does_not() {
    var concern = decided("RUGBY", "panelOutcome", "MASH_REFERRAL");
    assertThat(groups(task(tasksOf(concern), "Speak to the referrer"))).containsExactly("warwickshire.rugby.vice-chair");
    done(concern, "Speak to the referrer", with());
    done(concern, "Refer to the MASH", with());
    assertThat(cases.get(concern).outcome()).contains("REFERRED_TO_MASH");

    var other = decided("WARWICK", "panelOutcome", "SIGNPOSTED");
    signedOff(other);
    assertThat(cases.get(other).outcome()).contains("SIGNPOSTED");
  }

  @Test
  @Clause({"WAR-11.4h", "WAR-13.3c"})
  void chair_or_vice_chair_sign_the_decision_off_and_nothing_goes_out_before() {
    var id = decided("RUGBY", "panelOutcome", "SIGNPOSTED");
    var sitting = decidedAt(id);
    boxesFilled(sitting);
    assertThat(groups(task(tasksOf(sitting), SIGN_OFF))).containsExactlyInAnyOrder("warwickshire.rugby.chair", "warwickshire.rugby.vice-chair");
    assertThat(noticesOf(id, "panelDecision")).isZero();
    refused("decisions[0].box: got nothing", () -> driver.complete(task(tasksOf(sitting), SIGN_OFF), sample,
        with("decisions", List.of(with("case", id.value(), "signed", "YES", "box", null)))));
    done(sitting, SIGN_OFF, with("decisions", List.of(plus(toSignOff(sitting).get(0), "signed", "NOT_YET"))));
    assertThat(noticesOf(id, "panelDecision")).as("not signed yet, and asked for again").isZero();

    signedOff(id);
    assertThat(noticesOf(id, "panelDecision")).isOne();
  }

  @Test
  @Clause({"WAR-11.4h", "WAR-11.4k"})
  void what_the_chair_corrects_in_the_box_is_what_the_referrer_and_mosaic_read() throws IOException, MessagingException {
    var id = decided("RUGBY", "panelOutcome", "SIGNPOSTED", "reasons", "The nursery is enough");
    var row = toSignOff(decidedAt(id)).get(0);
    assertThat(row.get("box").toString()).contains("The nursery is enough");
    done(decidedAt(id), SIGN_OFF, with("decisions", List.of(plus(plus(row, "signed", "YES"), "box", "The nursery and the health visitor are enough"))));

    assertThat(letter(sent("panelDecision").get(0)).replaceAll("\\s+", " ")).contains("The nursery and the health visitor are enough").doesNotContain("The nursery is enough");
    assertThat(jdbc.sql("select content from embedded_record where subject = ?").param(id.value()).query(String.class).single()).contains("The nursery and the health visitor are enough");
  }

  @Test
  @Clause({"WAR-3.8a", "WAR-11.4k", "WAR-3.8b"})
  void the_decision_stands_on_mosaic_where_there_is_a_profile_and_the_referrer_is_told_in_any_case() {
    var withProfile = decided("RUGBY", "panelOutcome", "SIGNPOSTED");
    signedOff(withProfile);
    var without = decidedWithConsents("WARWICK", with(
        "consents", List.of(consent("Jo Penn", "PARENT", "GIVEN", "GIVEN", "GIVEN")), "recordProfile", false), "panelOutcome", "SIGNPOSTED");
    signedOff(without);

    assertThat(records.of(withProfile)).extracting(Records.RecordEntry::kind).containsExactly("Case note");
    assertThat(jdbc.sql("select content from embedded_record where subject = ?").param(withProfile.value()).query(String.class).single()).contains("Signpost to the stepped approach");
    assertThat(records.of(without)).isEmpty();
    assertThat(noticesOf(withProfile, "panelDecision")).isOne();
    assertThat(noticesOf(without, "panelDecision")).isOne();
  }

  @Test
  @Clause({"WAR-3.6a", "WAR-3.7a", "WAR-2.1.1b"})
  void the_service_that_takes_the_case_gets_the_referral_on_mosaic_or_as_copies_where_it_has_none() {
    var onMosaic = decided("RUGBY", "panelOutcome", "ALLOCATED", "leadAgency", "family-parenting-support");
    signedOff(onMosaic);
    assertThat(open(onMosaic)).as("at once").containsExactly("Accept the case");
    done(onMosaic, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim"));
    var copies = decided("WARWICK", "panelOutcome", "ALLOCATED", "leadAgency", "health");
    signedOff(copies);
    done(copies, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim"));

    assertThat(records.of(onMosaic)).extracting(Records.RecordEntry::kind).contains("Electronic referral");
    assertThat(entered(onMosaic)).as("what the paper copies say").contains(answers.latest(onMosaic).get("needs"), "The summary of need");
    assertThat(noticesOf(onMosaic, "papers")).isZero();
    assertThat(records.of(copies)).extracting(Records.RecordEntry::kind).doesNotContain("Electronic referral");
    assertThat(noticesOf(copies, "papers")).isOne();
  }

  @Test
  @Clause({"WAR-16f", "WAR-12.2d2", "WAR-12.2g5"})
  void the_lead_agency_confirms_its_resources_and_sees_by_when_it_reports() {
    var id = supported("health");
    refused("resourcesInPlace: got nothing", () -> driver.complete(task(tasksOf(id), "Confirm resources and start"), sample, with("resourcesInPlace", null)));
    assertThat(driver.shown(task(tasksOf(id), "Confirm resources and start")).get("answerReportOn")).isEqualTo("9 April 2026");
    done(id, "Confirm resources and start", with("reportOn", "2026-04-09"));

    var report = task(tasksOf(id), "Report progress");
    assertThat(groups(report)).contains("warwickshire.health.allocated-service");
    assertThat(report.getDueDate().toInstant()).isEqualTo(dueOf(id, "progressReport")).isEqualTo(london("2026-04-09T17:00"));
    it_is("2026-04-09T17:01");
    assertThat(noticesOf(id, "deadlinePassed")).as("the chair is told").isOne();
  }

  @Test
  @Clause({"WAR-11.3c", "WAR-11.4b"})
  void the_draft_minutes_hold_decisions_and_actions_and_go_to_the_chair() {
    var id = proposed("RUGBY");
    var sitting = heldUntilSitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "DEFERRED", "reasons", "The school's view is missing",
        "actions", List.of(with("what", "Ask the school", "responsible", "Bob", "service", "police", "due", "2026-03-20"))));

    assertThat(driver.shown(task(tasksOf(sitting), "Type the draft minutes")).get("minutesText").toString())
        .contains(id + ": Defer to the next panel, with actions - The school's view is missing", "Ask the school - Bob, Warwickshire Police, by 20 March 2026", "Member 1",
            "Not prepared: Prospects: not done before the sitting");
    done(sitting, "Type the draft minutes", with());
    assertThat(groups(task(tasksOf(sitting), "Check the minutes"))).contains("warwickshire.rugby.chair");
  }

  @Test
  void what_is_left_lying_is_marked_and_told_once_and_moves_nothing() {
    var incomplete = referral("route", "ROUTE_2", "district", "RUGBY", "stepDownAttempt", null);
    var unconsented = referral("route", "ROUTE_3", "district", "RUGBY");
    done(unconsented, "Check consent", consents("MISSING", "GIVEN", "GIVEN"));
    it_is("2026-02-09T17:01");
    assertThat(noticesOf(incomplete, "deadlinePassed")).isOne();
    assertThat(noticesOf(unconsented, "deadlinePassed")).isOne();
    assertThat(open(incomplete)).containsExactly("Chase the referrer", "Complete the referral");
    assertThat(open(unconsented)).containsExactly("Chase the referrer", "Obtain consent");

    var concern = decided("WARWICK", "panelOutcome", "MASH_REFERRAL");
    var sitting = sittings.get(decisions.latest(concern).orElseThrow().meetingId());
    done(sitting, "Type the draft minutes", with());
    it_is(sitting.startsAt().plusSeconds(20L * 24 * 3600));
    assertThat(noticesOf(concern, "deadlinePassed")).as("contact and MASH referral").isEqualTo(2);
    assertThat(open(concern)).containsExactly("Refer to the MASH", "Speak to the referrer");
    assertThat(notices(sitting, "deadlinePassed")).as("wrap-up, check and distribution of the minutes").isEqualTo(3);

    var late = decidedAt(decided("STRATFORD", "panelOutcome", "SIGNPOSTED"));
    it_is(late.startsAt().plusSeconds(20L * 24 * 3600));
    assertThat(jdbc.sql("select name from deadline where meeting_id = ? and told_at is not null order by name").param(late.id()).query(String.class).list())
        .contains("decisionSignOff", "referrerTold");
  }

  @Test
  void a_pre_meet_that_passes_without_screening_is_marked() {
    var sitting = sittingOf(proposed("RUGBY"));
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.startsAt());
    assertThat(notices(sitting, "deadlinePassed")).isOne();
    assertThat(tasksOf(sitting)).extracting("name").containsExactly("Screen the referrals at the pre-meet");
  }

  @Test
  @Clause({"WAR-13.2b"})
  void the_vice_chair_may_do_whatever_the_chair_does() {
    var sitting = atPreMeet("RUGBY");
    assertThat(groups(task(tasksOf(sitting), "Screen the referrals at the pre-meet"))).contains("warwickshire.rugby.vice-chair");
    screened(sitting, with());
    it_is(sitting.startsAt());
    done(sitting, "Sign in", with("attendance", List.of(present("Vic", "early-help-officers", "VICE_CHAIR_ACTING"), present("Bob", "police", "MEMBER"),
        present("Cem", "prospects", "MEMBER"), present("Dee", "health", "MEMBER"))));
    assertThat(groups(task(tasksOf(sitting), "Discuss the case"))).contains("warwickshire.rugby.vice-chair");
  }

  /** But for what is asked of the chair as one of the three who agree an agenda. */
  @Test
  @Clause({"WAR-13.2b"})
  void no_task_of_any_model_is_the_chair_s_and_not_the_vice_chair_s() {
    var chairs = new ArrayList<String>();
    packs.current("warwickshire").files().content().forEach((file, bytes) -> {
      if (file.endsWith(".bpmn")) {
        BpmnFile.read(bytes).elements("userTask").stream().filter(task -> task.getAttribute("camunda:candidateGroups").contains("'chair'") && !task.getAttribute("camunda:candidateGroups").contains("'vice-chair'"))
            .forEach(task -> chairs.add(task.getAttribute("name")));
      }
    });
    assertThat(chairs).containsExactly("Agree the agenda as chair");
    assertThat(packs.current("warwickshire").rows(StartRule.class).all(Map.of("process", "yearProgramme"))).allSatisfy(row -> assertThat(row.cells().roles()).contains("chair", "vice-chair"));
  }

  @Test
  void a_case_is_screened_once() {
    var id = proposed("RUGBY");
    var sitting = sittingOf(id);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    refused("is screened already", () -> sittingDone(sitting, "Screen the referrals at the pre-meet", with("screening", List.of(
        with("case", id.value(), "decision", "SIGNPOSTED", "reason", "Tier 2"), with("case", id.value(), "decision", "LIST")))));
    assertThat(decisions.latest(id)).isEmpty();
  }

  @Test
  void an_entry_is_corrected_by_a_later_one() {
    var second = referral("route", "ROUTE_3", "district", "RUGBY");
    var entry = chronology.of(second).get(0);
    assertThatThrownBy(() -> chronology.correct(second, entry.id(), "Received by telephone", " ")).hasMessageContaining("has no reason");
    chronology.correct(second, entry.id(), "Received by telephone", "Noted wrongly");
    assertThat(chronology.of(second)).contains(entry).last().satisfies(later -> {
      assertThat(later.corrects()).contains(entry.id());
      assertThat(later.entry()).isEqualTo("Received by telephone (corrected because: Noted wrongly)");
    });
  }

  @Test
  void an_outcome_that_the_pathway_does_not_know_is_placed_by_a_person_and_never_takes_a_default_way() {
    var id = proposed("RUGBY");
    var sitting = sittingOf(id);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    signOff.screen(sitting.id(), id, Optional.of("SOMETHING_NEW"), "A pack of another version decided so");
    screened(sitting, with("screening", List.of()));

    assertThat(open(id)).containsExactly("Settle which service takes the case");
    done(id, "Settle which service takes the case", with("settledBy", "NOMINATION", "nominatedService", "health"));
    done(id, TERMS, with());
    assertThat(open(id)).containsExactly("Accept the case");
  }

  @Test
  @Clause({"WAR-1.1d"})
  void a_concern_takes_the_case_off_the_agenda_and_one_raised_during_its_hearing_leaves_the_decision_to_a_person() {
    var listed = proposed("RUGBY");
    var sitting = sittingOf(listed);
    raiseConcern(listed);
    assertThat(agenda.of(sitting.id())).extracting(item -> item.state().name()).containsExactly("NOT_LISTED");

    var heard = proposed("WARWICK");
    var hearing = heldUntilSitting(heard);
    raiseConcern(heard);
    done(hearing, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED"));
    signedOff(heard);
    assertThat(open(heard)).contains("Refer to the safeguarding hub", "Carry the decision out by hand");
    done(hearing, "Carry the decision out by hand", with());
    assertThat(tasksOf(hearing)).extracting("name").containsExactlyInAnyOrder("Type the draft minutes", "Wrap up straight after the panel");
  }

  @Test
  void a_case_without_consent_whose_pathway_somebody_ended_is_not_discussed_and_stays_on_an_agenda() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    var until = consent("Jo Penn", "PARENT", "GIVEN", "GIVEN", "GIVEN");
    until.put("validUntil", "2026-02-20");
    done(id, "Check consent", with("consents", List.of(until)));
    var sitting = sittingOf(id);
    untilSignIn(sitting);
    runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(id.value()).processDefinitionKey("referral").list()
        .forEach(pathway -> runtimeService.deleteProcessInstance(pathway.getId(), "Ended in Cockpit"));
    done(sitting, "Sign in", with());

    assertThat(agenda.of(sitting.id())).extracting(item -> item.state().name()).containsExactly("CARRIED_OVER");
    assertThat(sittingOf(id).id()).as("it is on the agenda of another sitting").isNotEqualTo(sitting.id());
    assertThat(holders.of(id)).hasSize(1);
  }

  @Test
  void a_safeguarding_decision_on_a_case_that_a_concern_has_taken_away_is_carried_out_by_a_person_within_the_sitting() {
    var id = proposed("RUGBY");
    var sitting = heldUntilSitting(id);
    raiseConcern(id);
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "MASH_REFERRAL"));
    assertThat(sittings.get(sitting.id()).endedAt()).as("the sitting waits for it").isEmpty();
    done(sitting, "Carry the decision out by hand", with("doneByHand", "The hub has the case already"));
    assertThat(sittings.get(sitting.id()).endedAt()).isPresent();
    assertThat(answers.latest(id)).containsEntry("doneByHand", "The hub has the case already");
  }

  @Test
  void a_concern_interrupts_support_too_and_about_a_closed_case_a_person_acts_on_it() {
    var id = supported("health");
    raiseConcern(id);
    assertThat(open(id)).containsExactly("Refer to the safeguarding hub");
    done(id, "Refer to the safeguarding hub", with());
    assertThat(cases.get(id).outcome()).contains("REFERRED_TO_MASH");

    raiseConcern(id);
    assertThat(open(id)).containsExactly("Act on the concern by hand");
    done(id, "Act on the concern by hand", with("concernActedOn", "Told the hub, which has the case"));
    assertThat(chronology.of(id)).extracting("entry").contains("Told the hub, which has the case");
  }

  @Test
  void support_that_is_not_enough_steps_the_case_up() {
    var id = supported("health");
    done(id, "Confirm resources and start", with());
    done(id, "Report progress", with("supportResult", "STEP_UP"));
    assertThat(open(id)).containsExactly("Refer to the safeguarding hub");
    assertThat(cases.get(id).holder()).as("until the referral is made").isEqualTo("health");

    done(id, "Refer to the safeguarding hub", with());
    assertThat(cases.get(id).outcome()).contains("REFERRED_TO_MASH");
  }

  @Test
  void a_concern_about_a_case_that_is_not_there_or_not_yours_is_refused_alike() {
    var foreign = referral("larkshire", with());
    for (var number : List.of("WAR-2026-999999", foreign.value())) {
      refused("There is no case '" + number + "'", () -> formService.submitStartForm(repositoryService.createProcessDefinitionQuery()
          .processDefinitionKey("raiseConcern").tenantIdIn("warwickshire").latestVersion().singleResult().getId(),
          with("caseReference", number, "concern", "A bruise was seen")));
    }
  }

  private Meeting atPreMeet(String district) {
    var sitting = sittingOf(proposed(district));
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    return sitting;
  }

  private CaseId decided(String district, Object... answers) {
    return decidedWithConsents(district, ALL_CONSENTS, answers);
  }

  private CaseId decidedWithConsents(String district, Map<String, Object> consents, Object... answers) {
    var id = referral("route", "ROUTE_3", "district", district);
    done(id, "Check consent", consents);
    var sitting = heldUntilSitting(id);
    done(sitting, "Discuss the case", plus(with(answers), "discussionResult", "AGREED"));
    return id;
  }

  private CaseId supported(String service) {
    var id = decided("RUGBY", "panelOutcome", "ALLOCATED", "leadAgency", service, "reportOn", "2026-04-09");
    signedOff(id);
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim"));
    return id;
  }

  private void sittingDone(Meeting sitting, String label, Map<String, Object> answers) {
    driver.complete(task(tasksOf(sitting), label), sample, answers);
  }

  private List<String> groups(Task task) {
    return taskService.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).toList();
  }

  private long noticesOf(CaseId id, String name) {
    return jdbc.sql("select count(*) from notice where case_id = ? and name = ?").params(id.value(), name).query(Long.class).single();
  }

  @Test
  void a_case_is_not_screened_out_by_an_outcome_that_the_pack_it_goes_by_does_not_know() {
    var sitting = atPreMeet("RUGBY");
    var id = agenda.waiting(sitting.id()).get(0).caseId();
    jdbc.sql("update family_case set pack_deployment_id = (select max(deployment_id) from pack_version where authority = 'camden') where id = ?").param(id.value()).update();
    refused("does not know the screening.decision 'NOT_CONSIDERED'", () -> sittingDone(sitting, "Screen the referrals at the pre-meet",
        with("screening", List.of(with("case", id.value(), "decision", "NOT_CONSIDERED", "reason", "x")))));
    assertThat(agenda.waiting(sitting.id())).as("it waits as before").hasSize(1);
  }

  private String entered(CaseId id) {
    return jdbc.sql("select e.content from embedded_record e join record_entry r on r.entry_key = e.entry_key where r.case_id = ? and r.kind = 'Electronic referral'")
        .param(id.value()).query(String.class).single();
  }
}
