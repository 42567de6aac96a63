package org.baton.scenario.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baton.support.Clause;
import org.baton.support.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Camden's tables as examples: each rule answers at least once, and both sides of each boundary stand. */
public class CamdenDecisionsTest {

  private static Tables tables;

  @BeforeAll
  static void readTheTables() {
    tables = new Tables("camden");
  }

  @AfterAll
  static void every_rule_was_reached() {
    if (System.getProperty(Tables.REMOVED_RULE) == null) {
      List.of("intakeRoute", "consentGate", "consentWeight", "checklist", "quorum", "voteResult", "holder", "seat", "mosaicTeam", "nextStage", "escalationPolicy", "forum",
          "serviceDescription").forEach(key -> assertThat(tables.unreached(key)).as("rules of '%s' without an example", key).isEmpty());
    }
  }

  @ParameterizedTest
  @Clause({"CAM-KWS-1", "CAM-KWS-2", "CAM-KWS-3"})
  @CsvSource({"CONTACT_TEAM, PANEL", "EARLY_HELP_SERVICE, PANEL", "NO_LEAD_PROFESSIONAL, PANEL"})
  void complex_cases_come_to_the_panel(String route, String way) {
    assertThat(way(route, null, null)).isEqualTo(way);
  }

  @ParameterizedTest
  @Clause({"CAM-KWS-7", "CAM-KWS-13", "CAM-KWS-9"})
  @CsvSource({"REFLECTIVE, PANEL", "LONGER_TERM, PANEL", "OTHER, CHAIR"})
  void so_do_reflection_and_review_and_other_cases_by_the_chair(String route, String way) {
    assertThat(way(route, null, null)).isEqualTo(way);
  }

  @ParameterizedTest
  @Clause({"CAM-KWS-4", "CAM-ROL-23", "CAM-KWS-6"})
  @CsvSource({"STEP_DOWN, NO, , PANEL", "STEP_DOWN, YES, , DIRECT", "FRONT_DOOR, , NO, PANEL", "FRONT_DOOR, , YES, DIRECT"})
  void a_way_that_is_plain_needs_no_panel(String route, String lead, String clear, String way) {
    assertThat(way(route, lead, clear)).isEqualTo(way);
  }

  @ParameterizedTest
  @Clause({"CAM-ROL-4", "CAM-ROL-5", "CAM-ROL-22"})
  @CsvSource({"CONTACT_TEAM, GIVEN, MISSING, ALLOWED", "OTHER, GIVEN, REFUSED, ALLOWED", "CONTACT_TEAM, MISSING, GIVEN, NOT_YET", "STEP_DOWN, GIVEN, GIVEN, ALLOWED", "STEP_DOWN, GIVEN, MISSING, NOT_YET",
      "NO_LEAD_PROFESSIONAL, GIVEN, REFUSED, NOT_YET", "NO_LEAD_PROFESSIONAL, WITHDRAWN, GIVEN, NOT_YET", "STEP_DOWN, GIVEN, EXPIRED, NOT_YET"})
  void consent_is_implied_but_for_step_downs_with_difficulty(String route, String referral, String discussion, String gate) {
    assertThat(tables.decide("consentGate", "consentGate", Map.of("route", route, "consentReferral", referral, "consentDiscussion", discussion))).isEqualTo(gate);
  }

  @ParameterizedTest
  @Clause({"CAM-DEC-2", "CAM-DEC-3"})
  @CsvSource({"LEVEL_2, YES, OPEN", "LEVEL_2, NO, DEFERRED", "BELOW, YES, GUIDANCE", "BELOW, NO, DEFERRED", "ABOVE, YES, MASH_REFERRAL", "ABOVE, NO, MASH_REFERRAL"})
  void the_checklist_says_how_it_goes_on(String level, String sufficient, String outcome) {
    for (var presenter : List.of("THERE", "NOT_ASKED", "ABSENT_HEARD")) {
      assertThat(tables.decide("checklist", "panelOutcome", Map.of("level", level, "informationSufficient", sufficient, "presenter", presenter))).as(presenter).isEqualTo(outcome);
    }
  }

  @ParameterizedTest
  @Clause({"CAM-ROL-21"})
  @CsvSource({"LEVEL_2, YES, DEFERRED", "LEVEL_2, NO, DEFERRED", "BELOW, YES, DEFERRED", "BELOW, NO, DEFERRED", "ABOVE, YES, MASH_REFERRAL"})
  void a_case_whose_presenter_is_not_here_waits_if_the_chair_says_so_but_for_one_above_the_level(String level, String sufficient, String outcome) {
    assertThat(tables.decide("checklist", "panelOutcome", Map.of("level", level, "informationSufficient", sufficient, "presenter", "ABSENT_DEFERRED"))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @Clause({"CAM-DEC-9"})
  @CsvSource({"3, true, QUORATE", "2, true, INQUORATE", "5, false, QUORATE", "0, false, INQUORATE"})
  void three_of_five_core_services_may_vote(int services, boolean chair, String quorum) {
    assertThat(tables.decide("quorum", "quorum", Map.of("servicesPresent", services, "chairPresent", chair))).isEqualTo(quorum);
  }

  @ParameterizedTest
  @Clause({"CAM-DEC-8", "CAM-DEC-10"})
  @CsvSource({"1, MAJORITY", "0, NO_AGREEMENT", "-1, NO_AGREEMENT"})
  void more_than_half_decides_and_a_tie_does_not(int margin, String result) {
    assertThat(tables.decide("voteResult", "voteResult", Map.of("leadingMargin", margin))).isEqualTo(result);
  }

  @ParameterizedTest
  @Clause({"CAM-MTG-6"})
  @CsvSource({"ALLOCATED, NEW_TEAM", "THRESHOLD_NOT_MET, PRESENT_TEAM", "REFLECTIVE_GUIDANCE, PRESENT_TEAM", "DEFERRED, PRESENT_TEAM", "NO_AGREEMENT, PRESENT_TEAM"})
  void every_case_discussed_has_its_team_on_mosaic(String outcome, String team) {
    assertThat(tables.decide("mosaicTeam", "mosaicTeam", Map.of("panelOutcome", outcome))).isEqualTo(team);
  }

  @ParameterizedTest
  @Clause({"CAM-DEC-6", "CAM-DEC-7"})
  @CsvSource({"COMMUNITY, NO_TEAM"})
  void a_service_of_the_community_has_none(String outcome, String team) {
    assertThat(tables.decide("mosaicTeam", "mosaicTeam", Map.of("panelOutcome", outcome))).isEqualTo(team);
  }

  @ParameterizedTest
  @Clause({"CAM-DEC-13", "CAM-KWS-10", "CAM-ROL-17"})
  @CsvSource({"RECEIVED, STEP_DOWN, cssw", "RECEIVED, NO_LEAD_PROFESSIONAL, cssw", "RECEIVED, FRONT_DOOR, REFERRING_SERVICE", "INTERIM, OTHER, ALLOCATED_SERVICE", "ALLOCATED, CONTACT_TEAM, ALLOCATED_SERVICE"})
  void somebody_holds_the_case_at_every_stage(String stage, String route, String holder) {
    assertThat(tables.decide("holder", "holder", Map.of("stage", stage, "route", route))).isEqualTo(holder);
  }

  @ParameterizedTest
  @Clause({"CAM-MTG-3", "CAM-MEM-7", "CAM-DEC-8"})
  @CsvSource({"CHAIR, true, true, true", "REPRESENTATIVE, false, true, true"})
  void chair_and_representatives_count_and_vote_for_their_service(String seat, String chairs, String counts, String votes) {
    assertSeat(seat, chairs, counts, votes);
    assertThat(tables.decide("seat", "votesFor", Map.of("seat", seat))).isEqualTo("SERVICE");
  }

  @ParameterizedTest
  @Clause({"CAM-MEM-6", "CAM-MEM-8", "CAM-ROL-21"})
  @CsvSource({"FRONT_LINE", "LAY", "PRESENTER"})
  void rota_worker_lay_members_and_presenters_do_not(String seat) {
    assertSeat(seat, "false", "false", "false");
  }

  @ParameterizedTest
  @Clause({"CAM-MTG-4"})
  @CsvSource({"SUPPORT"})
  void neither_does_the_support_officer(String seat) {
    assertSeat(seat, "false", "false", "false");
  }

  @ParameterizedTest
  @Clause({"CAM-DEC-14", "CAM-DEC-15"})
  @CsvSource({"STAGE_3, STAGE_4", "STAGE_4, STAGE_4"})
  void one_stage_follows_the_other_of_a_policy_that_is_another_body_s(String stage, String next) {
    assertThat(tables.decide("nextStage", "nextStage", Map.of("escalationStage", stage))).isEqualTo(next);
    assertThat(tables.decide("escalationPolicy", "policy", Map.of("escalationStage", stage))).contains("CSCP, September 2019");
  }

  @ParameterizedTest
  @Clause({"CAM-DEC-5"})
  @CsvSource({"community-practice, Whole-family", "ieys, under five", "family-services, several needs", "iyss, Young people", "transformation, ''"})
  void each_service_describes_itself(String service, String offered) {
    assertThat(tables.decide("serviceDescription", "description", Map.of("service", service))).contains(offered).isNotEqualTo("no rule");
  }

  @ParameterizedTest
  @Clause({"CAM-ROL-5"})
  @CsvSource({"REFUSED, 0, REFUSED", "WITHDRAWN, 1, WITHDRAWN", "EXPIRED, 2, EXPIRED", "MISSING, 3, MISSING", "GIVEN, 4, GIVEN", "NOT_NEEDED, 5, MISSING"})
  void consent_is_given_only_where_nothing_outweighs_it(String state, String rank, String standsAs) {
    assertThat(tables.decide("consentWeight", "rank", Map.of("state", state))).isEqualTo(rank);
    assertThat(tables.decide("consentWeight", "standsAs", Map.of("state", state))).isEqualTo(standsAs);
  }

  @ParameterizedTest
  @Clause({"CAM-OBJ-1"})
  @CsvSource({"CONTACT_TEAM", "OTHER"})
  void there_is_one_panel(String route) {
    assertThat(tables.decide("forum", "forum", Map.of("route", route))).isEqualTo("early-help-panel");
  }

  private static void assertSeat(String seat, String chairs, String counts, String votes) {
    assertThat(tables.decide("seat", "chairs", Map.of("seat", seat))).isEqualTo(chairs);
    assertThat(tables.decide("seat", "countsForQuorum", Map.of("seat", seat))).isEqualTo(counts);
    assertThat(tables.decide("seat", "votes", Map.of("seat", seat))).isEqualTo(votes);
  }

  /** What was not asked is absent, as the engine has it. */
  private static String way(String route, String leadProfessionalIdentified, String bestServiceClear) {
    var inputs = new HashMap<String, Object>(Map.of("route", route));
    inputs.put("leadProfessionalIdentified", leadProfessionalIdentified);
    inputs.put("bestServiceClear", bestServiceClear);
    return tables.decide("intakeRoute", "intakeRoute", inputs);
  }
}
