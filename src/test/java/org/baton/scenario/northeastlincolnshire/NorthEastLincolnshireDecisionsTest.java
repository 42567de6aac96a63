package org.baton.scenario.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baton.support.Clause;
import org.baton.support.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of North East Lincolnshire as examples: each rule answers at least once. */
public class NorthEastLincolnshireDecisionsTest {

  private static Tables tables;

  @BeforeAll
  static void readTheTables() {
    tables = new Tables("north-east-lincolnshire");
  }

  @AfterAll
  static void every_rule_was_reached() {
    if (System.getProperty(Tables.REMOVED_RULE) != null) {
      return;
    }
    List.of("locality", "forum", "pairing", "consentBasis", "holder", "seat", "sector", "recording", "consentWeight")
        .forEach(key -> assertThat(tables.unreached(key)).as("rules of '%s' without an example", key).isEmpty());
  }

  @ParameterizedTest
  @Clause({"NEL-SD-16"})
  @CsvSource({"DN40, 1", "DN41, 1", "DN37, 2", "DN34, 2", "DN31, 3", "DN32, 3", "DN33, 4", "DN35, 4", "DN36, 4", "LN1, NONE", "NONE, NONE"})
  void a_post_code_falls_in_one_locality_or_in_none(String district, String locality) {
    assertThat(tables.decide("locality", "locality", Map.of("postcodeDistrict", district))).isEqualTo(locality);
  }

  @ParameterizedTest
  @Clause({"NEL-NS-2", "NEL-NS-3"})
  @CsvSource({"1, locality-1-2", "2, locality-1-2", "3, locality-3-4", "4, locality-3-4", "5, no rule"})
  void two_series_serve_four_localities(String locality, String forum) {
    assertThat(tables.decide("forum", "forum", Map.of("locality", locality))).isEqualTo(forum);
  }

  @ParameterizedTest
  @Clause({"NEL-AIM-7"})
  @CsvSource({"1, 1/2", "2, 1/2", "3, 3/4", "4, 3/4"})
  void each_locality_has_its_pair_of_teams(String locality, String pair) {
    assertThat(tables.decide("pairing", "teams", Map.of("locality", locality))).contains("Early Help team locality " + pair, "Social Care team " + pair);
  }

  @ParameterizedTest
  @Clause({"NEL-SD-4", "NEL-SU-5"})
  @CsvSource({"STEP_DOWN, GIVEN, WAIT, CONSENT", "STEP_UP, GIVEN, OVERRIDE, CONSENT", "ADVICE, GIVEN, END, CONSENT", "STEP_DOWN, REFUSED, OVERRIDE, NOT_HELD",
      "ADVICE, MISSING, OVERRIDE, NOT_HELD", "STEP_UP, MISSING, WAIT, NOT_HELD", "STEP_DOWN, EXPIRED, WAIT, NOT_HELD", "STEP_UP, REFUSED, END, ENDED", "ADVICE, WITHDRAWN, END, ENDED"})
  void nothing_but_consent_lets_a_case_before_the_panel(String route, String consent, String without, String basis) {
    assertThat(basis(route, consent, without)).isEqualTo(basis);
  }

  @ParameterizedTest
  @Clause({"NEL-SU-6"})
  @CsvSource({"MISSING", "REFUSED", "WITHDRAWN", "EXPIRED"})
  void save_an_override_that_social_care_is_asked_for_on_a_step_up(String consent) {
    assertThat(basis("STEP_UP", consent, "OVERRIDE")).isEqualTo("ASK_OVERRIDE");
  }

  @ParameterizedTest
  @Clause({"NEL-AIM-5", "NEL-AIM-1", "NEL-SU-9"})
  @CsvSource({"RECEIVED, STEP_DOWN, childrens-social-care", "RECEIVED, STEP_UP, REFERRING_SERVICE", "RECEIVED, ADVICE, REFERRING_SERVICE", "RECEIVED, MASH, mash"})
  void whoever_has_the_case_holds_it_until_the_panel_has_decided(String stage, String route, String holder) {
    assertThat(tables.decide("holder", "holder", Map.of("stage", stage, "route", route))).isEqualTo(holder);
  }

  @ParameterizedTest
  @Clause({"NEL-SD-8", "NEL-SU-15"})
  @CsvSource({"LED, ALLOCATED_SERVICE", "STEPPED_UP, childrens-social-care"})
  void then_the_lead_agency_or_on_a_step_up_social_care(String stage, String holder) {
    assertThat(tables.decide("holder", "holder", Map.of("stage", stage, "route", "STEP_UP"))).isEqualTo(holder);
  }

  @ParameterizedTest
  @Clause({"NEL-MEM-2", "NEL-MEM-3", "NEL-MEM-17"})
  @CsvSource({"CHAIR, true, true", "CO_CHAIR, true, true", "MEMBER, false, true"})
  void chair_co_chair_and_members_agree_and_nobody_votes(String seat, String chairs, String speaks) {
    assertThat(tables.decide("seat", "chairs", Map.of("seat", seat))).isEqualTo(chairs);
    assertThat(tables.decide("seat", "speaks", Map.of("seat", seat))).isEqualTo(speaks);
    assertThat(tables.decide("seat", "votes", Map.of("seat", seat))).isEqualTo("false");
    assertThat(tables.decide("seat", "countsForQuorum", Map.of("seat", seat))).isEqualTo("false");
  }

  @ParameterizedTest
  @Clause({"NEL-MEM-11", "NEL-CE-2"})
  @CsvSource({"ADMIN", "OBSERVER"})
  void the_administrator_and_who_comes_to_question_have_no_part_in_consensus(String seat) {
    assertThat(tables.decide("seat", "speaks", Map.of("seat", seat))).isEqualTo("false");
  }

  @ParameterizedTest
  @Clause({"NEL-MEM-1", "NEL-MEM-12"})
  @CsvSource({"CSC, Social Care", "EARLY_HELP, Early Help", "UNIVERSAL, Universal", "VOLUNTARY, voluntary", "MASH, MASH"})
  void each_sector_that_is_missing_has_a_warning(String sector, String warning) {
    assertThat(tables.decide("sector", "warning", Map.of("sector", sector))).contains(warning);
  }

  @ParameterizedTest
  @Clause({"NEL-RT-1", "NEL-RT-2"})
  @CsvSource({"STEP_UP, BY_ITS_PROCESS", "STEP_DOWN_EARLY_HELP, BY_ITS_PROCESS", "STEP_DOWN_UNIVERSAL, BY_ITS_PROCESS", "NOT_STEPPED_UP, PANEL_NOTE", "ADVICE_GIVEN, PANEL_NOTE",
      "NEXT_PANEL, PANEL_NOTE", "NO_FINAL_VIEW, PANEL_NOTE"})
  void everything_but_a_step_up_or_down_is_a_panel_note(String outcome, String recording) {
    assertThat(tables.decide("recording", "recording", Map.of("panelOutcome", outcome))).isEqualTo(recording);
  }

  @ParameterizedTest
  @Clause({"NEL-SU-5"})
  @CsvSource({"REFUSED, 0, REFUSED", "WITHDRAWN, 1, WITHDRAWN", "EXPIRED, 2, EXPIRED", "MISSING, 3, MISSING", "GIVEN, 4, GIVEN", "NOT_NEEDED, 5, MISSING"})
  void consent_is_given_only_where_nothing_outweighs_it(String state, String rank, String standsAs) {
    assertThat(tables.decide("consentWeight", "rank", Map.of("state", state))).isEqualTo(rank);
    assertThat(tables.decide("consentWeight", "standsAs", Map.of("state", state))).isEqualTo(standsAs);
  }

  private static String basis(String route, String consent, String without) {
    return tables.decide("consentBasis", "consentBasis", Map.of("route", route, "consentPanel", consent, "withoutConsent", without));
  }
}
