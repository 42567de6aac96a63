package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import org.baton.casefile.CaseId;
import org.baton.casefile.holder.HolderPeriod;
import org.baton.panel.agenda.AgendaItem;
import org.baton.support.Clause;
import org.junit.jupiter.api.Test;

/** Warwickshire's main way: one referral from receipt to closure, and the ways that leave it. Runs on each database. */
abstract class MainWayStory extends WarwickshireStory {

  @Test
  @Clause({"WAR-2.1.1a", "WAR-16e"})
  void a_referral_goes_from_receipt_over_the_panel_to_closure_and_is_always_held() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    assertThat(cases.get(id).holder()).isEqualTo("mash");

    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "ALLOCATED", "leadAgency", "family-parenting-support"));
    assertThat(cases.get(id).holder()).as("until the service has accepted").isEqualTo("mash");

    signedOff(id);
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Robin Field"));
    assertThat(cases.get(id).holder()).isEqualTo("family-parenting-support");
    assertThat(cases.get(id).leadProfessional()).contains("Robin Field");

    done(id, "Confirm resources and start", with());
    done(id, "Report progress", with("supportResult", "GO_ON"));
    done(id, "Report progress", with("supportResult", "NEEDS_MET"));

    assertThat(cases.get(id).outcome()).contains("NEEDS_MET");
    assertThat(open(id)).isEmpty();
    assertThat(runs.main(id)).isEmpty();
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).containsExactly("mash", "family-parenting-support");
    assertThat(holders.of(id)).allMatch(period -> period.until().isPresent());
  }

  @Test
  @Clause({"WAR-6.1a", "WAR-6.1b", "WAR-6.1c"})
  void where_the_discussion_finds_no_agreement_views_are_heard_and_the_majority_vote_binds() {
    var id = referral("route", "ROUTE_1", "district", "WARWICK");
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);

    done(sitting, "Discuss the case", with("discussionResult", "DIFFERENCE"));
    assertThat(tasksOf(sitting)).extracting("name").contains("Hear the agencies involved").doesNotContain("Record the votes");
    done(sitting, "Hear the agencies involved", with());
    done(sitting, "Record the votes", with("votes", votes("police", "police", "police", "health", "health")));
    done(sitting, TERMS, with());

    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> {
      assertThat(decision.outcome()).isEqualTo("ALLOCATED");
      assertThat(decision.service()).contains("police");
      assertThat(decision.reachedBy()).isEqualTo("VOTE");
    });
    assertThat(toSignOff(sitting)).extracting("case").containsExactly(id.value());
    signedOff(id);
    assertThat(open(id)).as("what the majority chose is carried out").containsExactly("Accept the case");
    assertThat(cases.get(id).allocatedService()).contains("police");
  }

  @Test
  @Clause({"WAR-6.2a", "WAR-6.2.1a"})
  void a_tied_vote_passes_to_the_chair_who_may_name_the_service() {
    var id = referral("route", "ROUTE_1", "district", "STRATFORD");
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "DIFFERENCE"));
    done(sitting, "Hear the agencies involved", with());

    done(sitting, "Record the votes", with("votes", votes("police", "police", "health", "health")));
    assertThat(decisions.latest(id)).hasValueSatisfying(decision -> assertThat(decision.outcome()).isEqualTo("NO_AGREEMENT"));

    signedOff(id);
    done(id, "Settle which service takes the case", with("settledBy", "NOMINATION", "nominatedService", "youth-justice"));
    done(id, TERMS, with());
    assertThat(open(id)).containsExactly("Accept the case");
    assertThat(cases.get(id).allocatedService()).contains("youth-justice");
  }

  @Test
  @Clause({"WAR-4.3a", "WAR-4.3b"})
  void fewer_than_three_services_beside_the_chair_decide_nothing_and_the_case_is_carried_over() {
    var id = referral("route", "ROUTE_2", "district", "RUGBY");
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = sittingOf(id);
    untilSignIn(sitting);
    done(sitting, "Sign in", with("attendance", List.of(
        present("Ann", "early-help", "CHAIR"), present("Bob", "police", "MEMBER"), present("Cem", "police", "MEMBER"),
        present("Dee", "health", "MEMBER"), present("Eva", "business-support", "BUSINESS_SUPPORT"))));

    assertThat(decisions.latest(id)).isEmpty();
    assertThat(agenda.of(sitting.id())).filteredOn(item -> item.caseId().equals(id))
        .extracting(AgendaItem::state).containsExactly(AgendaItem.State.CARRIED_OVER);
    assertThat(sittingOf(id).startsAt()).isAfter(sitting.startsAt());
    assertThat(cases.get(id).holder()).isEqualTo("childrens-social-care");
  }

  @Test
  @Clause({"WAR-3.5a", "WAR-3.5b"})
  void a_deferred_case_has_actions_and_stands_on_the_very_next_agenda_though_that_is_settled_and_its_cut_off_past() {
    it_is("2026-02-18T09:00");
    var id = proposed("RUGBY");
    listing.waiveCutOff(id);
    start("extraSitting", with("forum", "rugby", "extraOn", "2026-03-03", "extraAt", "14:00", "extraWhy", "Nine referrals", "extraTakes", "NONE", "extraAgreed", true));
    var sitting = heldUntilSitting(id);
    var extra = comingSitting("warwickshire", "rugby");
    done(extra, "Arrange the sitting", with());
    screened(extra, with());

    var deferred = with("discussionResult", "AGREED", "panelOutcome", "DEFERRED");
    refused("actions: got nothing, expected at least one row", () -> driver.complete(task(tasksOf(sitting), "Discuss the case"), sample, plus(deferred, "actions", List.of())));
    done(sitting, "Discuss the case", plus(deferred, "actions", List.of(with("what", "Ask the school", "responsible", "Bob", "service", "police", "due", "2026-03-02"))));
    signedOff(id);

    assertThat(extra.cutOffAt()).isEqualTo(london("2026-02-17T17:00")).isBefore(cases.get(id).receivedAt());
    assertThat(sittingOf(id).startsAt()).as("not six weeks on, in the series").isEqualTo(london("2026-03-03T14:00"));
    assertThat(actionLog.open("warwickshire", "rugby")).singleElement().satisfies(action -> {
      assertThat(action.caseId()).isEqualTo(id);
      assertThat(action.responsible()).isEqualTo("Bob");
      assertThat(action.dueOn()).as("before the case is heard again").isEqualTo("2026-03-02");
    });
    assertThat(minutes.draft(sitting.id())).contains("Ask the school - Bob, Warwickshire Police, by 2 March 2026");
    assertThat(cases.get(id).open()).isTrue();
  }

  @Test
  @Clause({"WAR-9.2b"})
  void refused_consent_ends_the_matter_unheard() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");

    done(id, "Check consent", consents("GIVEN", "GIVEN", "REFUSED"));

    assertThat(cases.get(id).outcome()).contains("NOT_HEARD_CONSENT_REFUSED");
    assertThat(open(id)).isEmpty();
    assertThat(sittings.of("warwickshire")).noneMatch(meeting ->
        agenda.of(meeting.id()).stream().anyMatch(item -> item.caseId().equals(id)));
  }

  @Test
  @Clause({"WAR-3.3d"})
  void missing_consent_goes_back_to_be_obtained_and_is_not_refused() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");

    done(id, "Check consent", consents("GIVEN", "MISSING", "GIVEN"));
    assertThat(open(id)).containsExactly("Obtain consent");
    assertThat(cases.get(id).open()).isTrue();

    done(id, "Obtain consent", plus(ALL_CONSENTS, "awaited", "ANSWERED"));
    assertThat(sittingOf(id).forum()).isEqualTo("rugby");
  }

  @Test
  @Clause({"WAR-11.2b"})
  void an_incomplete_referral_goes_back_to_be_completed_and_the_chronology_says_what_is_missing() {
    var id = referral("route", "ROUTE_2", "district", "RUGBY", "stepDownAttempt", null);

    assertThat(open(id)).containsExactly("Complete the referral");
    assertThat(chronology.of(id)).anySatisfy(entry -> {
      assertThat(entry.kind()).isEqualTo("INCOMPLETE");
      assertThat(entry.entry()).contains("When the step down procedure was tried and why it failed");
      assertThat(entry.clauses()).isEqualTo("WAR-3.2g");
    });

    done(id, "Complete the referral", with("awaited", "ANSWERED", "stepDownAttempt", "In January; the family hub had no places."));
    assertThat(open(id)).containsExactly("Check consent");
  }

  @Test
  @Clause({"WAR-1.1d"})
  void an_immediate_concern_never_reaches_the_panel_and_one_raised_later_interrupts_whatever_the_case_is_at() {
    var atReceipt = referral("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "YES");
    assertThat(open(atReceipt)).containsExactly("Refer to the safeguarding hub");
    assertThat(taskService.getIdentityLinksForTask(task(tasksOf(atReceipt), "Refer to the safeguarding hub").getId())).extracting("groupId")
        .containsExactly("warwickshire.safeguarding-lead");
    done(atReceipt, "Refer to the safeguarding hub", with());
    assertThat(cases.get(atReceipt).outcome()).contains("REFERRED_TO_MASH");
    assertThat(sent("safeguarding")).singleElement().satisfies(letter -> assertThat(letter.recipient()).isEqualTo(people.family(atReceipt).referrer().email()));

    var later = referral("route", "ROUTE_3", "district", "RUGBY");
    assertThat(open(later)).containsExactly("Check consent");
    raiseConcern(later);

    assertThat(open(later)).containsExactly("Refer to the safeguarding hub");
    done(later, "Refer to the safeguarding hub", with());
    assertThat(cases.get(later).outcome()).contains("REFERRED_TO_MASH");
  }

  @Test
  @Clause({"WAR-11.4f", "WAR-13.3d"})
  void a_concern_found_at_the_panel_runs_two_clocks_two_hours_for_the_referrer_and_three_working_days_for_the_mash() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    it_is("2026-02-26T11:00");
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "MASH_REFERRAL"));

    assertThat(open(id)).as("at once, before anything is signed off").containsExactly("Refer to the MASH", "Speak to the referrer");
    assertThat(dueOf(id, "referrerContact")).as("the sitting ended at 11, two hours before it was to").isEqualTo(london("2026-02-26T13:00"));
    assertThat(task(tasksOf(id), "Speak to the referrer").getDueDate().toInstant()).isEqualTo(london("2026-02-26T13:00"));
    assertThat(managementService.createJobQuery().timers().duedateLowerThan(Date.from(london("2026-02-26T13:01"))).list()).isNotEmpty();
    assertThat(dueOf(id, "mashReferral")).isEqualTo(london("2026-03-03T23:59"));

    done(id, "Speak to the referrer", with());
    assertThat(cases.get(id).open()).isTrue();
    done(id, "Refer to the MASH", with());
    assertThat(cases.get(id).outcome()).contains("REFERRED_TO_MASH");
  }

  @Test
  @Clause({"WAR-11.2a", "WAR-11.2a2", "WAR-1.3b"})
  void a_referral_up_to_five_o_clock_on_the_tenth_working_day_before_is_in_and_a_minute_later_waits_for_the_next_sitting() {
    it_is("2026-02-12T17:00");
    var inTime = referral("route", "ROUTE_3", "district", "RUGBY");
    done(inTime, "Check consent", ALL_CONSENTS);
    assertThat(sittingOf(inTime).startsAt()).isEqualTo(london("2026-02-26T10:00"));

    it_is("2026-02-12T17:01");
    var late = referral("route", "ROUTE_3", "district", "RUGBY");
    done(late, "Check consent", ALL_CONSENTS);
    assertThat(sittingOf(late).startsAt()).as("six weeks later").isEqualTo(london("2026-04-09T10:00"));
    assertThat(told(late, "lateReferral")).as("the referrer learns of the later sitting").isOne();
    assertThat(told(inTime, "lateReferral")).isZero();
  }

  @Test
  void a_referral_that_gets_ready_after_the_agenda_is_settled_goes_to_the_next_sitting_and_is_not_forgotten() {
    var ready = referral("route", "ROUTE_3", "district", "RUGBY");
    var late = referral("route", "ROUTE_3", "district", "RUGBY");
    done(ready, "Check consent", ALL_CONSENTS);
    var sitting = sittingOf(ready);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    screened(sitting, with());

    done(late, "Check consent", ALL_CONSENTS);
    assertThat(sittingOf(late).startsAt()).isAfter(sitting.startsAt());
  }

  @Test
  void a_sitting_does_not_begin_before_its_day() {
    var sitting = sittingOf(proposed("RUGBY"));
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    screened(sitting, with());
    assertThat(tasksOf(sitting)).as("members prepare, nobody signs in").extracting("name").containsOnly("Prepare for the sitting");

    it_is(sitting.startsAt());
    assertThat(tasksOf(sitting)).extracting("name").containsExactly("Sign in");
  }

  @Test
  @Clause({"WAR-11.2g", "WAR-2.2.14a", "WAR-11.2i"})
  void the_chair_may_signpost_a_case_at_the_pre_meet_and_the_referrer_is_told_either_way() throws IOException, MessagingException {
    var id = proposed("NORTH_WARWICKSHIRE");
    var heard = proposed("NORTH_WARWICKSHIRE");
    var sitting = sittingOf(id);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    assertThat(told(heard, "listingDecision")).as("not before the pre-meet").isZero();
    screened(sitting, with("screening", List.of(with("case", id.value(), "decision", "SIGNPOSTED", "reason", "Tier 2 help is what is needed"),
        with("case", heard.value(), "decision", "LIST"))));

    assertThat(toldAtPreMeet(id)).contains("It will not be heard; you will be told why.").doesNotContain("It will be heard");
    assertThat(toldAtPreMeet(heard)).contains("It will be heard on " + sitting.startsAt().atZone(LONDON).toLocalDate()).doesNotContain("will not be heard");
    for (var told : List.of(id, heard)) {
      assertThat(chronology.of(told)).anyMatch(entry -> entry.kind().equals("NOTICE") && entry.clauses().contains("WAR-11.2i"));
    }
    assertThat(cases.get(id).outcome()).as("the chair's screening is the sign-off").contains("SIGNPOSTED");
    assertThat(cases.get(heard).open()).isTrue();
  }

  @Test
  @Clause({"WAR-12.2f", "WAR-11.4d"})
  void sign_off_is_due_on_the_third_working_day_and_the_referrer_is_told_by_the_fifth_and_lateness_is_told_once() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    it_is("2026-02-26T11:00");
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED"));

    assertThat(meetingDue(sitting, "decisionSignOff")).isEqualTo(london("2026-03-03T23:59"));
    assertThat(meetingDue(sitting, "referrerTold")).isEqualTo(london("2026-03-05T23:59"));

    it_is("2026-03-04T00:00");
    assertThat(toSignOff(sitting)).as("lateness marks and tells, it moves nothing").hasSize(1);
    assertThat(open(id)).isEmpty();
    signedOff(id);

    assertThat(deadlineLists.ofMeeting(sitting.id())).filteredOn(deadline -> deadline.name().equals("decisionSignOff")).singleElement()
        .satisfies(deadline -> {
          assertThat(deadline.state().name()).isEqualTo("MET_LATE");
          assertThat(deadline.explanation()).contains("3 working days after the end of the sitting on Thu 26 Feb 2026", "WAR-12.2f", "Sat 28 Feb (Saturday), Sun 1 Mar (Sunday)");
        });
    assertThat(deadlineLists.ofMeeting(sitting.id())).filteredOn(deadline -> deadline.name().equals("referrerTold")).singleElement()
        .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
  }

  @Test
  @Clause({"WAR-6b"})
  void a_service_that_declines_leaves_the_case_with_its_holder_and_the_chair_settles_who_takes_it() {
    var id = referral("route", "ROUTE_2", "district", "RUGBY");
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "ALLOCATED", "leadAgency", "prospects"));
    signedOff(id);
    done(id, "Accept the case", with("acceptance", "DECLINED", "declineReason", "No capacity"));

    assertThat(cases.get(id).holder()).isEqualTo("childrens-social-care");
    done(id, "Settle which service takes the case", with("settledBy", "NOMINATION", "nominatedService", "health"));
    done(id, TERMS, with());
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim Hale"));
    assertThat(cases.get(id).holder()).isEqualTo("health");
  }

  @Test
  @Clause({"WAR-11.4a", "WAR-11.4b2", "WAR-11.4c2"})
  void minutes_are_drafted_checked_and_only_then_distributed_each_by_its_day() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    it_is("2026-02-26T12:00");
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED"));
    assertThat(meetingDue(sitting, "minutesDraft")).isEqualTo(london("2026-03-02T23:59"));
    assertThat(meetingDue(sitting, "minutesDistributed")).isEqualTo(london("2026-03-05T23:59"));

    it_is("2026-03-02T10:00");
    done(sitting, "Type the draft minutes", with());
    assertThat(meetingDue(sitting, "minutesCheck")).isEqualTo(london("2026-03-04T23:59"));
    done(sitting, "Check the minutes", with("minutesCheck", "TO_CORRECT"));
    assertThat(notices(sitting, "minutes")).isZero();
    assertThat(meetingDue(sitting, "minutesCorrection")).as("a day of its own, not the first draft's").isEqualTo(london("2026-03-03T23:59"));
    done(sitting, "Correct the minutes", with("minutesText", "Corrected"));
    done(sitting, "Check the minutes", with("minutesCheck", "APPROVED"));
    assertThat(notices(sitting, "minutes")).isOne();
    assertThat(sittings.get(sitting.id()).minutes()).contains("Corrected");
  }

  /** What the referrer was told, in one letter, about whether the case is heard. */
  private String toldAtPreMeet(CaseId id) throws IOException, MessagingException {
    var letters = deliveries.of(id).stream().filter(notice -> notice.name().equals("listingDecision")).toList();
    assertThat(letters).singleElement().satisfies(letter -> assertThat(letter.recipient()).isEqualTo(people.family(id).referrer().email()));
    return sent(letters.get(0)).getContent().toString();
  }
}
