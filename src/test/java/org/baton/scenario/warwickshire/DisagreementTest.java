package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.casefile.CaseId;
import org.baton.support.Clause;
import org.junit.jupiter.api.Test;

/** A disagreement about a running case, raised from anywhere. */
class DisagreementTest extends WarwickshireStory {

  @Test
  @Clause({"WAR-6a", "WAR-6b"})
  void another_service_takes_a_supported_case_over_and_the_one_that_had_it_holds_it_until_then() {
    var id = supported("health");
    start("raiseDisagreement", with("caseReference", id.value(), "disagreementKind", "SERVICE", "disagreementBy", "Health", "disagreement", "Not ours"));
    assertThat(open(id)).contains("Settle the disagreement", "Confirm resources and start");
    assertThat(dueOf(id, "disagreementSettled")).isAfter(london("2026-02-09T00:00"));

    done(id, "Settle the disagreement", with("settledHere", "SETTLED", "nominatedService", "police", "settlement", "The police know the family"));
    assertThat(told(id, "disagreementSettled")).isOne();
    assertThat(cases.get(id).holder()).as("until the other has accepted").isEqualTo("health");
    assertThat(open(id)).containsExactly("Accept the case");
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Pat"));
    assertThat(cases.get(id).holder()).isEqualTo("police");
    assertThat(open(id)).containsExactly("Confirm resources and start");
  }

  @Test
  @Clause({"WAR-15c", "WAR-6c"})
  void what_the_chair_cannot_settle_climbs_the_ladder_and_a_threshold_leaves_the_service_as_it_is() {
    var id = supported("health");
    start("raiseDisagreement", with("caseReference", id.value(), "disagreementKind", "THRESHOLD", "disagreementBy", "Health", "disagreement", "Above tier 3"));
    it_is(dueOf(id, "disagreementSettled"));
    assertThat(told(id, "deadlinePassed")).as("settling is overdue, which moves nothing").isPositive();
    done(id, "Settle the disagreement", with("settledHere", "FORMAL_MEETING", "settlement", "Two talks"));
    done(id, "Ask for the formal meeting", with());
    done(id, "Hold the formal meeting with line managers", with("formalMeetingResult", "OPEN"));
    assertThat(taskService.getIdentityLinksForTask(task(tasksOf(id), "Resolve as Service Manager").getId())).extracting("groupId")
        .containsExactly("warwickshire.service-manager");
    done(id, "Resolve as Service Manager", with("managerResult", "RESOLVED", "managerView", "Tier 3 it is"));
    assertThat(told(id, "disagreementSettled")).isOne();
    assertThat(open(id)).containsExactly("Confirm resources and start");
    assertThat(cases.get(id).allocatedService()).contains("health");
  }

  @Test
  void a_case_that_cannot_change_by_itself_is_changed_by_hand() {
    var id = proposed("RUGBY");
    start("raiseDisagreement", with("caseReference", id.value(), "disagreementKind", "SERVICE", "disagreementBy", "MASH", "disagreement", "Not ours"));
    done(id, "Settle the disagreement", with("settledHere", "SETTLED", "nominatedService", "police", "settlement", "The police begin"));
    done(id, "Change the service by hand", with("carriedNote", "The police were told; the panel hears the case as planned"));
    assertThat(chronology.of(id)).extracting("entry").contains("The police were told; the panel hears the case as planned");
    assertThat(sittingOf(id)).isNotNull();
  }

  private CaseId supported(String service) {
    var id = proposed("RUGBY");
    var sitting = heldUntilSitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "ALLOCATED", "leadAgency", service, "acceptedHere", "NO"));
    signedOff(id);
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim"));
    return id;
  }
}
