package org.baton.scenario.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.List;
import org.baton.panel.member.Members;
import org.baton.panel.sitting.Meeting;
import org.baton.support.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Camden's terms of reference, told as its document tells them. */
class CamdenTest extends CamdenStory {

  private static final String IEYS = "Integrated Early Years' Service (IEYS)";

  @Autowired private Members members;

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
  void a_service_whose_stand_in_is_no_manager_or_no_decision_maker_neither_counts_nor_votes() {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    assertThat(attendance.servicesPresent(sitting.id())).as("the sheet feeds the quorum").isEqualTo(5);
    done(sitting, "Keep the sheet of those present", with("attendance", List.of(seat("Member 0", "community-practice", "CHAIR"), seat("Member 1", "ieys", "REPRESENTATIVE"),
        seat("Member 2", "family-services", "REPRESENTATIVE"), seat("Sam", "transformation", "STAND_IN"))));
    assertThat(attendance.servicesPresent(sitting.id())).isEqualTo(3);
    guided(sitting, "ALLOCATE", "capacity", "THERE", "supportWanted", "NO");
    refused("expected one of those present with a vote", () -> done(sitting, "Record the votes",
        with("voteHeld", "HELD", "votes", List.of(with("voter", "Sam", "service", "transformation", "choice", "iyss")))));
  }

  @Test
  @Clause({"CAM-MTG-3", "CAM-MEM-1"})
  void community_and_practice_alone_sits_in_the_chair() {
    var id = brought("CONTACT_TEAM");
    var sitting = sitting(id);
    refused("expected another seat, or somebody of [community-practice]", () -> done(sitting, "Keep the sheet of those present",
        with("attendance", List.of(seat("Ann", "ieys", "CHAIR")))));
    assertThat(attendance.chairPresent(sitting.id())).isTrue();
  }

  @Test
  @Clause({"CAM-ROL-1", "CAM-MTG-3", "CAM-MTG-4"})
  void the_chair_manages_the_agenda_with_the_support_officer_and_guides_the_discussion() {
    var id = brought("CONTACT_TEAM");
    var sitting = sittingOf(id);
    assertThat(groups(task(tasksOf(sitting), "Settle the agenda"))).containsExactly("camden.early-help-panel.chair");
    assertThat(packs.current(AUTHORITY).table("role").one(with("role", "chair")).text("title")).contains("Service Manager Early Help Community & Practice");
    assertThat(packs.current(AUTHORITY).table("role").one(with("role", "business-support")).text("title")).isEqualTo("Early Help Information Support Officer");
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
    driver.complete(ieys, sample, with("capacityRows", List.of(with("who", IEYS, "entry", "4 places")),
        "brought", List.of(with("case", id.value(), "about", "Ola", "who", IEYS, "entry", "The nursery knows them"))));
    it_is(sitting.startsAt());
    done(sitting, "Sign in", with("attendance", present(5)));
    var shown = driver.shown(task(tasksOf(sitting), "Go through the checklist"));
    assertThat(shown.get("panelNotedPreparation")).isEqualTo(IEYS + ": The nursery knows them");
    assertThat(shown.get("panelNotedNot_prepared").toString()).contains("Transformation Team").doesNotContain(IEYS);
    levelTwo(sitting);
    assertThat(driver.shown(task(tasksOf(sitting), "Discuss the case")).get("panelNotedCapacity")).isEqualTo(IEYS + ": 4 places");
  }

  @Test
  @Clause({"CAM-MTG-1"})
  void where_every_service_has_prepared_the_panel_still_sits_on_its_day_and_not_before() {
    var sitting = sittingOf(brought("CONTACT_TEAM"));
    done(sitting, "Settle the agenda", with("invitations", List.of()));
    tasksOf(sitting).forEach(task -> driver.complete(task, sample, with()));
    assertThat(tasksOf(sitting)).isEmpty();
    it_is(sitting.startsAt().minusSeconds(60));
    assertThat(tasksOf(sitting)).isEmpty();
    it_is(sitting.startsAt());
    assertThat(tasksOf(sitting)).extracting("name").containsExactly("Sign in");
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
    guided(sitting, "ALLOCATE", "capacity", "THERE", "supportWanted", "YES", "supportingServices", List.of("iyss", "transformation", "ieys"));
    voted(sitting, "ieys", "ieys", "ieys");
    done(id, "Allocate to the team on MOSAIC", with());
    assertThat(sent("supporting")).as("each service that was chosen, but for the one that leads").extracting(notice -> notice.recipient())
        .containsExactlyInAnyOrder("service.iyss.early-help-panel.cam@example.org", "service.transformation.early-help-panel.cam@example.org");
    done(id, "Allocate a worker", with());
    assertThat(cases.get(id).holder()).isEqualTo("ieys");
    assertThat(jdbc.sql("select count(*) from holder_history where case_id = ? and held_until is null").param(id.value()).query(Integer.class).single()).isOne();
    assertThat(answers.latest(id).get("supportingServices")).contains("iyss", "transformation");
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
  @Clause({"CAM-MTG-2"})
  void with_its_last_case_the_sitting_is_over() {
    var sitting = sitting(brought("CONTACT_TEAM"));
    assertThat(sittings.get(sitting.id()).state()).isEqualTo(Meeting.State.SITTING);
    guided(sitting, "NO_NEED");
    assertThat(sittings.get(sitting.id()).state()).isEqualTo(Meeting.State.ENDED);
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
}
