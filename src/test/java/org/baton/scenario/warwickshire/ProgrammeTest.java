package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baton.panel.sitting.Meeting;
import org.baton.panel.member.Members;
import org.baton.support.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sittings that are moved, cancelled or held beside the series, and who sits at them. */
class ProgrammeTest extends WarwickshireStory {

  private static final Set<String> PANELS = Set.of("north-warwickshire", "nuneaton-bedworth", "rugby", "warwick", "stratford");

  @Autowired private Members members;

  @Test
  void a_sitting_that_moves_takes_its_cut_off_its_pre_meet_and_its_cases_along_and_tells_people() throws Exception {
    var id = proposed("RUGBY");
    var sitting = sittingOf(id);
    refused("is past", () -> move(sitting, "2026-01-05", "10:00"));
    refused("no working day", () -> move(sitting, "2026-03-01", "10:00"));
    refused("expected a time such as 10:00", () -> move(sitting, "2026-03-11", "ten"));
    refused("panel.sittingOn is 2026-02-03; expected the day of a sitting that has not begun", () -> start("changeSitting", with("forum", "rugby",
        "sittingOn", "2026-02-03", "sittingChange", "CANCEL", "changeWhy", "x")));

    move(sitting, "2026-03-11", "14:00");
    var moved = sittings.get(sitting.id());
    assertThat(moved.startsAt()).isEqualTo(london("2026-03-11T14:00"));
    assertThat(moved.cutOffAt()).isEqualTo(london("2026-02-25T17:00"));
    assertThat(moved.preMeetAt()).isEqualTo(london("2026-03-04T10:00"));
    assertThat(sittingOf(id).id()).isEqualTo(sitting.id());
    var told = sent(moved, "sittingMoved");
    assertThat(told).hasSize(1);
    assertThat(sent(told.get(0)).getContent().toString()).contains("2026-03-11 at 14:00", "The room is flooded", "2026-02-25 at 17:00", "2026-03-04 at 10:00");
    assertThat(told(id, "caseMoved")).isOne();

    done(moved, "Arrange the sitting", with());
    it_is(sitting.startsAt());
    assertThat(tasksOf(moved)).as("nothing happens on the old day").extracting("name").doesNotContain("Sign in");
    it_is(moved.preMeetAt());
    screened(moved, with());
    it_is(moved.startsAt());
    assertThat(tasksOf(moved)).extracting("name").contains("Sign in");
  }

  @Test
  void a_cancelled_sitting_hands_its_cases_to_the_next_and_is_never_held() {
    var id = proposed("RUGBY");
    var sitting = sittingOf(id);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    assertThat(deadlineLists.ofMeeting(sitting.id())).extracting(deadline -> deadline.state().name()).containsExactly("OPEN");
    cancel(sitting);
    var next = sittingOf(id);
    assertThat(next.startsAt()).isAfter(sitting.startsAt());
    assertThat(sittings.get(sitting.id()).state()).isEqualTo(Meeting.State.CANCELLED);
    assertThat(notices(sitting, "sittingCancelled")).isOne();
    assertThat(told(id, "caseCarriedOver")).isOne();
    assertThat(tasksOf(sitting)).isEmpty();
    assertThat(deadlineLists.ofMeeting(sitting.id())).as("no clock of it runs on").extracting(deadline -> deadline.state().name()).containsExactly("LAPSED");
    refused("is cancelled; expected one that has not begun", () -> sittings.cancel(sitting.id(), "again"));

    it_is(sitting.startsAt());
    assertThat(tasksOf(sitting)).isEmpty();
    untilSignIn(next);
    done(next, "Sign in", with());
    assertThat(agenda.nextItem(next.id()).orElseThrow().caseId()).isEqualTo(id);
  }

  @Test
  void two_panels_that_sit_at_the_same_instant_both_stand_in_the_list_wherever_its_pages_end() {
    for (var forum : List.of("rugby", "warwick", "stratford")) {
      start("extraSitting", with("forum", forum, "extraOn", "2026-03-24", "extraAt", "14:00", "extraWhy", "Nine referrals", "extraTakes", "NONE", "extraAgreed", true));
    }
    var all = sittings.page(Map.of("warwickshire", PANELS), "", london("2026-01-01T00:00"), "", 100);
    var paged = new ArrayList<Meeting>();
    for (var page = all.subList(0, 1); !page.isEmpty(); ) {
      paged.addAll(page);
      var last = page.get(page.size() - 1);
      page = sittings.page(Map.of("warwickshire", PANELS), "", last.startsAt(), last.id(), 2);
    }
    assertThat(paged).isEqualTo(all).extracting(Meeting::startsAt).filteredOn(london("2026-03-24T14:00")::equals).hasSize(3);
    assertThat(sittings.page(Map.of("warwickshire", PANELS), "rugby", london("2026-03-24T14:00"), "", 1)).extracting(Meeting::forum).containsExactly("rugby");
    assertThat(sittings.page(Map.of(), "", london("2026-01-01T00:00"), "", 100)).isEmpty();
  }

  @Test
  void a_cancelled_sitting_keeps_its_instant_and_says_so() {
    var sitting = sittingOf(proposed("RUGBY"));
    cancel(sitting);
    var start = sitting.startsAt().atZone(LONDON);
    refused("already has a cancelled sitting", () -> start("extraSitting", with("forum", "rugby", "extraOn", start.toLocalDate().toString(),
        "extraAt", start.toLocalTime().toString(), "extraWhy", "It is held after all", "extraTakes", "NONE", "extraAgreed", true)));
  }

  @Test
  void an_extra_sitting_takes_what_was_carried_over_and_leaves_what_is_new() {
    var carried = proposed("RUGBY");
    var cancelled = sittingOf(carried);
    cancel(cancelled);
    it_is(sittingOf(carried).startsAt().minusSeconds(30L * 24 * 3600));
    var fresh = proposed("RUGBY");
    var regular = sittingOf(fresh);
    assertThat(sittingOf(carried).id()).isEqualTo(regular.id());

    start("extraSitting", with("forum", "rugby", "extraOn", regular.startsAt().minusSeconds(7L * 24 * 3600).atZone(LONDON).toLocalDate().toString(), "extraAt", "14:00",
        "extraWhy", "What was cancelled", "extraTakes", "CARRIED_OVER", "extraAgreed", true));
    assertThat(sittingOf(carried).startsAt()).isBefore(regular.startsAt());
    assertThat(sittingOf(fresh).id()).isEqualTo(regular.id());
  }

  @Test
  @Clause({"WAR-4.5a", "WAR-4.5b", "WAR-4.5c"})
  void a_service_joins_when_all_members_agree_and_the_chair_has_invited_it_and_leaves_when_it_is_not_needed() throws Exception {
    start("membershipChange", joining("schools"));
    var asked = sent("memberProposal").get(0);
    assertThat(asked.recipient()).contains("service.health.rugby.war@example.org", "service.police.rugby.war@example.org").doesNotContain("service.schools");
    assertThat(sent(asked).getContent().toString()).contains("Local Schools is proposed as a member of Rugby (Borough Wide)");
    assertThat(onRugbysPanel()).doesNotContain("schools");
    memberDone("Ask every member", with("members", answers("YES", "YES")));
    assertThat(onRugbysPanel()).as("not before the chair has invited it").doesNotContain("schools");
    memberDone("Invite the new member formally", with());
    assertThat(onRugbysPanel()).contains("schools");
    var invitation = sent("memberInvitation").get(0);
    assertThat(invitation.recipient()).isEqualTo("service.schools.rugby.war@example.org");
    assertThat(sent(invitation).getContent().toString()).contains("Dear Hal Head", "Local Schools", "Rugby", "As its chair I invite you formally");
    refused("Local Schools is a member of Rugby (Borough Wide); expected a service that is not yet", () -> start("membershipChange", joining("schools")));

    start("membershipChange", with("forum", "rugby", "memberChange", "LEAVE", "memberService", "prospects", "memberReason", "The service has ended"));
    assertThat(onRugbysPanel()).doesNotContain("prospects").contains("schools", "police");
  }

  @Test
  @Clause({"WAR-4.5b"})
  void one_member_who_does_not_agree_keeps_a_service_out_and_so_does_one_who_says_nothing() {
    start("membershipChange", joining("schools"));
    memberDone("Ask every member", with("members", answers("NO", "YES")));
    assertThat(taskService.createTaskQuery().taskName("Invite the new member formally").count()).isZero();

    start("membershipChange", joining("schools"));
    memberDone("Ask every member", with("members", answers("YES", "YES").subList(0, 3)));
    assertThat(taskService.createTaskQuery().taskName("Invite the new member formally").count()).isZero();

    start("membershipChange", joining("schools"));
    refused("member.service is 'mash'; expected one of the members", () -> memberDone("Ask every member",
        with("members", List.of(with("service", "mash", "agrees", "YES")))));
  }

  private void move(Meeting sitting, String day, String at) {
    start("changeSitting", with("forum", "rugby", "sittingOn", sitting.startsAt().atZone(LONDON).toLocalDate().toString(), "sittingChange", "MOVE",
        "newOn", day, "newAt", at, "changeWhy", "The room is flooded"));
  }

  private void cancel(Meeting sitting) {
    start("changeSitting", with("forum", "rugby", "sittingOn", sitting.startsAt().atZone(LONDON).toLocalDate().toString(), "sittingChange", "CANCEL",
        "changeWhy", "Snow"));
  }

  private static Map<String, Object> joining(String service) {
    return with("forum", "rugby", "memberChange", "JOIN", "memberService", service, "memberName", "Hal Head", "memberReason", "Half of the cases are about school");
  }

  private void memberDone(String label, Map<String, Object> answers) {
    driver.complete(taskService.createTaskQuery().taskName(label).initializeFormKeys().singleResult(), sample, answers);
    driver.runDueJobs();
  }

  /** The answers that the form asks for, the first member's as given, all others' alike. */
  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> answers(String first, String others) {
    var rows = (List<Map<String, Object>>) driver.shown(taskService.createTaskQuery().taskName("Ask every member").initializeFormKeys().singleResult()).get("members");
    return rows.stream().map(row -> plus(row, "agrees", row.equals(rows.get(0)) ? first : others)).toList();
  }

  private List<String> onRugbysPanel() {
    return members.of("warwickshire", "rugby").stream().map(Members.Member::service).toList();
  }
}
