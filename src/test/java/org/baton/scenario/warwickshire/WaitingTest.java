package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.baton.casefile.CaseId;
import org.baton.deadline.Deadline;
import org.baton.support.Clause;
import org.junit.jupiter.api.Test;

/** What waits for the referrer: chased, withdrawn, closed by the chair, and never closed by itself; what comes late; what is cleared up. */
class WaitingTest extends WarwickshireStory {

  @Test
  void each_chase_is_logged_in_one_step_and_asked_for_again_until_the_answer_is_there() {
    var id = referral("route", "ROUTE_2", "district", "RUGBY", "stepDownAttempt", null);
    it_is("2026-02-09T16:59");
    assertThat(open(id)).containsExactly("Complete the referral");
    it_is("2026-02-09T17:00");
    done(id, "Chase the referrer", with("chased", "By telephone", "chaseNote", "Will send it tomorrow"));
    assertThat(open(id)).containsExactly("Complete the referral");
    it_is("2026-02-16T17:00");
    done(id, "Chase the referrer", with("chased", "By e-mail"));

    assertThat(chronology.of(id)).filteredOn(entry -> entry.kind().equals("CHASED")).extracting("entry").containsExactly("By telephone", "By e-mail");
    done(id, "Complete the referral", with("awaited", "ANSWERED", "stepDownAttempt", "In January; the family hub had no places."));
    assertThat(open(id)).as("nobody is chased for what is there").containsExactly("Check consent");
  }

  @Test
  void a_referral_that_lies_for_half_a_year_is_still_open() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    done(id, "Check consent", consents("MISSING", "GIVEN", "GIVEN"));
    it_is("2026-08-03T09:00");
    assertThat(cases.get(id).open()).isTrue();
    assertThat(open(id)).containsExactly("Chase the referrer", "Obtain consent");
  }

  @Test
  void the_referrer_may_withdraw_and_has_it_in_writing() {
    var id = referral("route", "ROUTE_2", "district", "RUGBY", "stepDownAttempt", null);
    refused("awaitedNote: got nothing", () -> done(id, "Complete the referral", with("awaited", "WITHDRAWN", "awaitedNote", null)));
    done(id, "Complete the referral", with("awaited", "WITHDRAWN", "awaitedNote", "The family moves to Coventry"));
    assertThat(cases.get(id).outcome()).contains("REFERRAL_WITHDRAWN");
    assertThat(told(id, "referralWithdrawn")).isOne();
    assertThat(cases.get(id).holder()).as("a closed case keeps the name of who had it").isNotBlank();
  }

  @Test
  void the_chair_closes_what_nobody_answers_or_lets_it_wait_on() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    done(id, "Check consent", consents("MISSING", "GIVEN", "GIVEN"));
    it_is(dueOf(id, "consentReminder").plusSeconds(1));
    done(id, "Chase the referrer", with("chased", "By telephone"));
    done(id, "Obtain consent", with("awaited", "ASK_CHAIR", "awaitedNote", "Three calls, no answer"));
    done(id, "Close or go on waiting", with("awaited", "GO_ON", "closeReason", "The school sees the mother on Friday"));
    assertThat(open(id)).containsExactly("Obtain consent");
    it_is(deadlineLists.ofCase(id).stream().filter(deadline -> deadline.name().equals("consentReminder")).map(Deadline::dueAt).max(Comparator.naturalOrder()).orElseThrow().plusSeconds(1));
    assertThat(open(id)).as("chased by one reminder, not by that of the earlier waiting too").containsExactly("Chase the referrer", "Obtain consent");

    done(id, "Obtain consent", with("awaited", "ASK_CHAIR", "awaitedNote", "Nothing came of it"));
    done(id, "Close or go on waiting", with("awaited", "CLOSE", "closeReason", "Nobody has asked for eight weeks"));
    assertThat(cases.get(id).outcome()).contains("CLOSED_BY_CHAIR");
    assertThat(told(id, "closedByChair")).isOne();
  }

  @Test
  @Clause({"WAR-11.2h"})
  void what_is_to_be_cleared_up_keeps_its_place_and_the_answer_lies_before_the_panel() {
    var id = toBeClearedUp();
    var sitting = sittingOf(id);
    assertThat(agenda.item(sitting.id(), id).orElseThrow().state()).hasToString("LISTED");
    assertThat(told(id, "clarification")).isOne();
    assertThat(driver.shown(task(tasksOf(id), "Clear it up with the referrer")).values()).anyMatch(shown -> String.valueOf(shown).contains("Does the school know?"));

    it_is(dueOf(id, "clarificationReminder"));
    done(id, "Chase the referrer", with("chased", "By telephone"));
    it_is(dueOf(id, "clarificationReminder").plusSeconds(24 * 3600));
    assertThat(open(id)).contains("Chase the referrer");
    done(id, "Clear it up with the referrer", with("cleared", "CLEARED", "clearedNote", "The school knows since January"));
    assertThat(open(id)).as("no more chasing").doesNotContain("Chase the referrer", "Clear it up with the referrer");

    it_is(sitting.startsAt());
    done(sitting, "Sign in", with());
    assertThat(driver.shown(task(tasksOf(sitting), "Discuss the case")).values()).anyMatch(shown -> String.valueOf(shown).contains("The school knows since January"));
  }

  @Test
  void what_was_cleared_up_lies_before_the_panel_that_hears_the_case_though_its_first_sitting_was_cancelled() {
    var id = toBeClearedUp();
    var sitting = sittingOf(id);
    done(id, "Clear it up with the referrer", with("cleared", "CLEARED", "clearedNote", "The school knows since January"));
    sittings.cancel(sitting.id(), "Snow");

    var next = sittingOf(id);
    untilSignIn(next);
    done(next, "Sign in", with());
    assertThat(driver.shown(task(tasksOf(next), "Discuss the case")).values()).anyMatch(shown -> String.valueOf(shown).contains("The school knows since January"));
  }

  @Test
  void what_is_not_cleared_up_when_the_sitting_begins_is_asked_there() {
    var id = toBeClearedUp();
    var sitting = sittingOf(id);
    it_is(sitting.startsAt());
    assertThat(open(id)).doesNotContain("Clear it up with the referrer", "Chase the referrer");
    done(sitting, "Sign in", with());
    assertThat(agenda.nextItem(sitting.id()).orElseThrow().caseId()).isEqualTo(id);
  }

  @Test
  @Clause({"WAR-11.2a2"})
  void what_comes_after_the_cut_off_is_offered_the_next_sitting_and_the_chair_may_let_it_in() {
    var id = lateAndOnTheNextAgenda();
    var later = sittingOf(id);
    assertThat(later.id()).isNotEqualTo(comingSitting("warwickshire", "rugby").id());
    assertThat(told(id, "lateReferral")).isOne();

    start("waiveCutOff", with("caseReference", id.value(), "waiverWhy", "The tenancy ends in March"));
    done(id, "Decide on the waiver", with("cutOffWaived", "YES", "waiverReason", "The family would lose its home"));
    var coming = sittingOf(id);
    assertThat(coming.startsAt()).isBefore(later.startsAt());
    assertThat(told(id, "cutOffWaived")).isOne();
    assertThat(notices(coming, "latePapers")).as("the agenda is not out yet").isZero();
    assertThat(chronology.of(id)).extracting("entry").contains("The family would lose its home");
    refused("stands on the agenda of the coming sitting already", () -> listing.waiveCutOff(id));
  }

  @Test
  @Clause({"WAR-11.2a2", "WAR-11.2k"})
  void a_case_let_in_after_the_agenda_went_out_has_its_papers_sent_and_the_chair_may_also_keep_the_cut_off() throws Exception {
    var first = proposed("RUGBY");
    var coming = sittingOf(first);
    var id = lateAndOnTheNextAgenda();
    done(coming, "Arrange the sitting", with());
    it_is(coming.preMeetAt());
    screened(coming, with());

    start("waiveCutOff", with("caseReference", id.value(), "waiverWhy", "The tenancy ends in March"));
    done(id, "Decide on the waiver", with("cutOffWaived", "NO", "waiverReason", "It can wait until April"));
    assertThat(sittingOf(id).startsAt()).isAfter(coming.startsAt());
    assertThat(told(id, "lateReferral")).isEqualTo(2);

    start("waiveCutOff", with("caseReference", id.value(), "waiverWhy", "Now the bailiff is coming"));
    done(id, "Decide on the waiver", with("cutOffWaived", "YES", "waiverReason", "The family would lose its home"));
    assertThat(agenda.item(coming.id(), id).orElseThrow().state()).as("heard, as the pre-meet is over").hasToString("LISTED");
    var papers = sent(coming, "latePapers");
    assertThat(papers).hasSize(1);
    assertThat(letter(papers.get(0))).contains(id.value()).doesNotContain(first.value());
  }

  @Test
  @Clause({"WAR-11.2k", "WAR-11.2k2"})
  void the_agenda_carries_every_case_on_a_page_of_its_own_and_an_invitation_that_case_alone() throws Exception {
    var first = proposed("RUGBY");
    var second = proposed("RUGBY");
    var sitting = sittingOf(first);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    screened(sitting, with("invitations", List.of(
        with("case", second.value(), "who", "schools", "entry", "The head of year, who knows the children"))));

    var agenda = letter(sent(sitting, "agenda").get(0)).split("\f");
    assertThat(agenda).hasSize(3);
    assertThat(agenda[1]).contains(first.value(), "Asked of the panel:", "Which MASH decision", "Consents:", people.family(first).children().get(0).name())
        .doesNotContain(second.value());
    assertThat(agenda[2]).contains(second.value()).doesNotContain(first.value());
    var invitation = letter(sent(sitting, "caseInvitation").get(0));
    assertThat(invitation).contains(second.value(), "The head of year", "Consents:").doesNotContain(first.value());
  }

  /** A case about which the chair has a question at the pre-meet. */
  private CaseId toBeClearedUp() {
    var id = proposed("RUGBY");
    var sitting = sittingOf(id);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    screened(sitting, with("screening", List.of(
        with("case", id.value(), "decision", "CLARIFY", "reason", "Does the school know?"))));
    return id;
  }

  /** A referral received a minute after the cut-off of the coming sitting, for which another case may stand already. */
  private CaseId lateAndOnTheNextAgenda() {
    var coming = comingSitting("warwickshire", "rugby");
    it_is(coming.cutOffAt().plusSeconds(60));
    return proposed("RUGBY");
  }
}
