package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baton.protocol.DecisionTable.Answer;
import org.baton.support.Clause;
import org.baton.support.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warwickshire's tables as examples: each rule answers at least once, and both sides of each boundary stand. */
public class WarwickshireDecisionsTest {

  private static Tables tables;

  @BeforeAll
  static void readTheTables() {
    tables = new Tables("warwickshire");
  }

  @ParameterizedTest
  @Clause({"WAR-1.3a"})
  @CsvSource({"NORTH_WARWICKSHIRE, north-warwickshire", "NUNEATON_BEDWORTH, nuneaton-bedworth", "RUGBY, rugby", "WARWICK, warwick",
      "STRATFORD, stratford", "COVENTRY, no rule"})
  void each_referral_belongs_to_the_one_panel_of_the_child_s_home(String district, String forum) {
    assertThat(tables.decide("forum", "forum", Map.of("district", district))).isEqualTo(forum);
  }

  @ParameterizedTest
  @Clause({"WAR-4.3a"})
  @CsvSource({"3, true, QUORATE", "2, true, INQUORATE", "4, true, QUORATE", "0, true, INQUORATE", "3, false, INQUORATE", "14, false, INQUORATE"})
  void three_services_and_the_chair_are_the_least(int servicesPresent, boolean chairPresent, String quorum) {
    assertThat(tables.decide("quorum", "quorum", Map.of("servicesPresent", servicesPresent, "chairPresent", chairPresent))).isEqualTo(quorum);
  }

  @ParameterizedTest
  @Clause({"WAR-6.1c", "WAR-6.2a"})
  @CsvSource({"1, MAJORITY", "0, NO_AGREEMENT", "-1, NO_AGREEMENT", "5, MAJORITY"})
  void more_than_half_of_the_votes_binds_and_a_tie_is_no_agreement(int leadingMargin, String result) {
    assertThat(tables.decide("voteResult", "voteResult", Map.of("leadingMargin", leadingMargin))).isEqualTo(result);
  }

  @ParameterizedTest
  @Clause({"WAR-3.3a", "WAR-3.3b", "WAR-9.2a"})
  @CsvSource({"GIVEN, GIVEN, GIVEN, GIVEN", "MISSING, GIVEN, GIVEN, MISSING", "GIVEN, MISSING, GIVEN, MISSING", "GIVEN, GIVEN, MISSING, MISSING"})
  void each_of_three_consents_must_be_given_by_itself(String support, String sharing, String discussion, String standing) {
    assertThat(consent(support, sharing, discussion)).isEqualTo(standing);
  }

  @ParameterizedTest
  @Clause({"WAR-9.2b"})
  @CsvSource({"REFUSED, GIVEN, GIVEN", "GIVEN, REFUSED, GIVEN", "GIVEN, GIVEN, REFUSED", "MISSING, REFUSED, MISSING", "MISSING, MISSING, REFUSED", "WITHDRAWN, GIVEN, GIVEN", "EXPIRED, WITHDRAWN, MISSING", "GIVEN, EXPIRED, WITHDRAWN"})
  void one_refusal_is_a_refusal_whatever_else_is_missing(String support, String sharing, String discussion) {
    assertThat(consent(support, sharing, discussion)).isEqualTo("REFUSED");
  }

  @ParameterizedTest
  @Clause({"WAR-3.3d"})
  @CsvSource({"MISSING, MISSING, MISSING", "MISSING, GIVEN, MISSING", "GIVEN, MISSING, MISSING", "GIVEN, GIVEN, MISSING",
      "EXPIRED, GIVEN, GIVEN", "GIVEN, EXPIRED, GIVEN", "GIVEN, GIVEN, EXPIRED"})
  void missing_consent_is_missing_and_no_refusal(String support, String sharing, String discussion) {
    assertThat(consent(support, sharing, discussion)).isEqualTo("MISSING");
  }

  @ParameterizedTest
  @Clause({"WAR-9.2b", "WAR-2.2.15b"})
  @CsvSource({"REFUSED, GIVEN, REFUSED", "WITHDRAWN, GIVEN, WITHDRAWN", "REFUSED, WITHDRAWN, REFUSED", "WITHDRAWN, MISSING, WITHDRAWN"})
  void what_one_person_refuses_or_takes_back_another_cannot_give(String one, String other, String standing) {
    assertThat(together(one, other)).isEqualTo(together(other, one)).isEqualTo(standing);
  }

  @ParameterizedTest
  @Clause({"WAR-3.3a", "WAR-3.3d"})
  @CsvSource({"MISSING, GIVEN, MISSING", "EXPIRED, GIVEN, EXPIRED", "GIVEN, GIVEN, GIVEN", "NOT_NEEDED, GIVEN, GIVEN", "NOT_NEEDED, NOT_NEEDED, MISSING",
      "NOT_NEEDED, MISSING, MISSING"})
  void consent_stands_when_everybody_whose_agreement_counts_has_given_it(String one, String other, String standing) {
    assertThat(together(one, other)).isEqualTo(together(other, one)).isEqualTo(standing);
  }

  @ParameterizedTest
  @Clause({"WAR-3.2b", "WAR-3.2e", "WAR-3.2i"})
  @CsvSource({"RECEIVED, ROUTE_1, REFERRING_SERVICE", "RECEIVED, ROUTE_2, childrens-social-care", "RECEIVED, ROUTE_3, mash"})
  void whoever_brings_the_case_holds_it_until_a_service_has_accepted(String stage, String route, String holder) {
    assertThat(tables.decide("holder", "holder", Map.of("stage", stage, "route", route))).isEqualTo(holder);
  }

  @ParameterizedTest
  @Clause({"WAR-16e"})
  @CsvSource({"ROUTE_1", "ROUTE_2", "ROUTE_3"})
  void the_service_that_accepts_holds_the_case_on_every_route(String route) {
    assertThat(tables.decide("holder", "holder", Map.of("stage", "ALLOCATED", "route", route))).isEqualTo("ALLOCATED_SERVICE");
  }

  @Test
  @Clause({"WAR-1.1c", "WAR-3.2c"})
  void a_lead_agency_shows_what_was_tried_and_both_halves_of_its_worry() {
    assertThat(asked("ROUTE_1")).contains("triedSoFar", "progressAssessment", "escalationConcern")
        .doesNotContain("stepDownAttempt", "supportStillNeeded", "mashDecision", "noResponseInPlace");
  }

  @Test
  @Clause({"WAR-3.2f", "WAR-3.2g"})
  void a_step_down_shows_that_support_is_needed_and_that_the_ordinary_way_failed() {
    assertThat(asked("ROUTE_2")).contains("supportStillNeeded", "stepDownAttempt").doesNotContain("triedSoFar", "mashDecision");
  }

  @Test
  @Clause({"WAR-3.2i", "WAR-3.2j"})
  void a_case_from_the_mash_shows_its_decision_and_that_nobody_has_answered() {
    assertThat(asked("ROUTE_3")).contains("mashDecision", "noResponseInPlace").doesNotContain("triedSoFar", "stepDownAttempt");
  }

  @ParameterizedTest
  @Clause({"WAR-2.2.2a", "WAR-2.1.1c"})
  @CsvSource({"ROUTE_1", "ROUTE_2", "ROUTE_3"})
  void every_route_shows_why_usual_services_are_not_enough_and_the_four_risks(String route) {
    assertThat(asked(route)).contains("needs", "parentalMentalIllHealth", "parentalSubstanceMisuse", "domesticAbuse", "disguisedCompliance");
  }

  @ParameterizedTest
  @Clause({"WAR-4.3b", "WAR-13.2b", "WAR-6.1b"})
  @CsvSource({"CHAIR, true, false, true", "VICE_CHAIR_ACTING, true, false, true", "VICE_CHAIR, false, true, true", "MEMBER, false, true, true",
      "BUSINESS_SUPPORT, false, false, false", "INVITEE, false, false, false"})
  void seats_say_who_chairs_who_counts_and_who_votes(String seat, String chairs, String counts, String votes) {
    var inputs = Map.of("seat", seat);
    assertThat(tables.decide("seat", "chairs", inputs)).isEqualTo(chairs);
    assertThat(tables.decide("seat", "countsForQuorum", inputs)).isEqualTo(counts);
    assertThat(tables.decide("seat", "votes", inputs)).isEqualTo(votes);
  }

  @Test
  void somebody_invited_for_one_case_gives_views_only() {
    assertThat(tables.decide("seat", "countsForQuorum", Map.of("seat", "INVITEE"))).isEqualTo("false");
    assertThat(tables.decide("seat", "votes", Map.of("seat", "INVITEE"))).isEqualTo("false");
  }

  /** The numbers of the document, one row each; how they are counted is proved in the calendar and the stories. */
  @ParameterizedTest
  @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
      name               | amount | unit          | direction | countedFrom     | at    | hard  | clauses
      referralCutOff     | 10     | WORKING_DAYS  | BEFORE    | MEETING_START   | 17:00 | true  | [WAR-11.2a]
      preMeeting         | 1      | WEEKS         | BEFORE    | MEETING_START   | 10:00 | false | [WAR-13.1a]
      cutOffPassed       | 0      | CLOCK_HOURS   | AFTER     | MEETING_CUT_OFF |       | false | [WAR-11.2a]
      sittingBegins      | 0      | CLOCK_HOURS   | AFTER     | MEETING_START   |       | false | []
      preMeetHeld        | 0      | CALENDAR_DAYS | AFTER     | PRE_MEETING     | 23:59 | false | [WAR-13.1a]
      completionReminder | 5      | WORKING_DAYS  | AFTER     | OPENED          | 17:00 | false | []
      consentReminder    | 5      | WORKING_DAYS  | AFTER     | OPENED          | 17:00 | false | []
      chaseAgain         | 5      | WORKING_DAYS  | AFTER     | OPENED          | 17:00 | false | []
      clarificationReminder | 2   | WORKING_DAYS  | AFTER     | OPENED          | 17:00 | false | []
      clarificationAgain | 1      | WORKING_DAYS  | AFTER     | OPENED          | 17:00 | false | []
      disagreementSettled | 5     | WORKING_DAYS  | AFTER     | OPENED          | 17:00 | false | []
      decisionSignOff    | 3      | WORKING_DAYS  | AFTER     | MEETING_END     | 23:59 | true  | [WAR-12.2f, WAR-11.4i]
      referrerTold       | 5      | WORKING_DAYS  | AFTER     | MEETING_END     | 23:59 | true  | [WAR-11.4d]
      referrerContact    | 2      | CLOCK_HOURS   | AFTER     | MEETING_END     |       | true  | [WAR-11.4f]
      mashReferral       | 3      | WORKING_DAYS  | AFTER     | MEETING_END     | 23:59 | true  | [WAR-13.3d]
      wrapUp             | 0      | CALENDAR_DAYS | AFTER     | MEETING_END     | 23:59 | false | [WAR-13.3a]
      minutesDraft       | 2      | WORKING_DAYS  | AFTER     | MEETING_END     | 23:59 | true  | [WAR-11.4a]
      minutesCorrection  | 1      | WORKING_DAYS  | AFTER     | OPENED          | 23:59 | false | []
      minutesCheck       | 2      | WORKING_DAYS  | AFTER     | OPENED          | 23:59 | true  | [WAR-11.4b2]
      minutesDistributed | 5      | WORKING_DAYS  | AFTER     | MEETING_END     | 23:59 | true  | [WAR-11.4c]
      progressReport     | 6      | WEEKS         | AFTER     | OPENED          | 17:00 | true  | [WAR-12.2d2]
      """)
  @Clause({"WAR-11.4c", "WAR-13.1a", "WAR-11.4i"})
  void deadlines_stand_in_the_table_as_in_the_document(
      String name, int amount, String unit, String direction, String countedFrom, String at, boolean hard, String clauses) {
    assertThat(tables.decide("deadline", "amount", Map.of("name", name))).isEqualTo(String.valueOf(amount));
    var row = tables.table("deadline").one(Map.of("name", name));
    assertThat(row.text("unit")).isEqualTo(unit);
    assertThat(row.text("direction")).isEqualTo(direction);
    assertThat(row.text("countedFrom")).isEqualTo(countedFrom);
    assertThat(row.optionalText("at").orElse(null)).isEqualTo(at);
    assertThat(row.yes("hard")).isEqualTo(hard);
    assertThat(row.clauses()).hasToString(clauses);
  }

  @ParameterizedTest
  @Clause({"WAR-5.1a", "WAR-5.1b", "WAR-5.2a"})
  @CsvSource({"chair, Chair, FORUM", "vice-chair, Vice-chair, FORUM", "business-support, Business Support Officer, FORUM",
      "allocated-service, Practitioner of the allocated service, SERVICE", "safeguarding-lead, Safeguarding lead, AUTHORITY", "service-manager, Priority Families Service Manager, AUTHORITY",
      "supervisor, Supervisor, AUTHORITY", "manager, Manager, AUTHORITY"})
  void each_panel_has_its_own_chair_vice_chair_and_business_support(String role, String title, String scope) {
    assertThat(tables.decide("role", "title", Map.of("role", role))).isEqualTo(title);
    assertThat(tables.decide("role", "scope", Map.of("role", role))).isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource({"invitation, members, false", "listingDecision, REFERRER, false", "agenda, members, true", "notHeard, REFERRER, false",
      "panelDecision, REFERRER, true", "papers, ALLOCATED_SERVICE, true", "minutes, members, false", "safeguarding, REFERRER, true", "caseSettled, REFERRER, true",
      "clarification, REFERRER, false", "caseInvitation, NOTE, true", "unresolved, senior-officer, true", "programme, members, false",
      "extraSitting, members, false", "consentWithdrawn, REFERRER, false", "leadAgencyWithdrawn, ALLOCATED_SERVICE, true",
      "lateReferral, REFERRER, false", "memberInvitation, NEW_MEMBER, false", "cutOffWaived, REFERRER, false", "latePapers, members, true",
      "referralWithdrawn, REFERRER, false", "closedByChair, REFERRER, false", "sittingMoved, members, false", "caseMoved, REFERRER, false",
      "sittingCancelled, members, false", "caseCarriedOver, REFERRER, false", "disagreementSettled, REFERRER, true"})
  void notices_go_to_whom_the_document_names(String name, String recipient, String encrypted) {
    assertThat(tables.decide("notice", "recipient", Map.of("name", name))).isEqualTo(recipient);
    assertThat(tables.decide("notice", "encrypted", Map.of("name", name))).isEqualTo(encrypted);
  }

  @ParameterizedTest
  @CsvSource({"panelDecision, Case note", "electronicReferral, Electronic referral"})
  void what_stands_on_mosaic(String name, String kind) {
    assertThat(tables.decide("recordDuty", "kind", Map.of("name", name))).isEqualTo(kind);
    assertThat(tables.decide("recordDuty", "system", Map.of("name", name))).isEqualTo("Mosaic");
  }

  @ParameterizedTest
  @CsvSource({"NOT_HEARD_CONSENT_REFUSED, WAR-9.2b", "SIGNPOSTED, WAR-2.2.14a", "REFERRED_TO_MASH, WAR-12.2c", "NEEDS_MET, ''",
      "CONSENT_WITHDRAWN, WAR-2.2.15b", "REFERRAL_WITHDRAWN, ''", "CLOSED_BY_CHAIR, ''"})
  void every_end_has_a_meaning(String outcome, String clause) {
    assertThat(tables.decide("closure", "meaning", Map.of("outcome", outcome))).isNotEqualTo("no rule");
    assertThat(String.join(",", tables.table("closure").one(Map.of("outcome", outcome)).clauses())).isEqualTo(clause);
  }

  @ParameterizedTest
  @Clause({"WAR-3.2d", "WAR-3.2h", "WAR-3.2k"})
  @CsvSource({"ROUTE_1, Give the Lead Agency support", "ROUTE_2, Bring about allocation", "ROUTE_3, Settle which agency"})
  void each_route_has_its_objective(String route, String objective) {
    assertThat(tables.decide("objective", "objective", Map.of("route", route))).startsWith(objective);
  }

  @Test
  @Clause({"WAR-2.2.2b", "WAR-2.2.3b", "WAR-2.2.5b"})
  void the_panel_weighs_four_risks_specific_needs_priority_criteria_and_the_familys_views() {
    assertThat(tables.table("weighed").all(Map.of("route", "ROUTE_1"))).extracting(row -> row.text("field")).containsExactly("parentalMentalIllHealth",
        "parentalSubstanceMisuse", "domesticAbuse", "disguisedCompliance", "specificNeeds", "specificNeedsDetail", "priorityCriteria", "familyViews");
  }

  @ParameterizedTest
  @CsvSource({"ROUTE_1, needs level triedSoFar progressAssessment escalationConcern", "ROUTE_2, needs level supportStillNeeded stepDownAttempt",
      "ROUTE_3, needs level mashDecision noResponseInPlace"})
  void the_paper_of_a_case_carries_the_proof_of_its_route(String route, String fields) {
    assertThat(tables.table("paper").all(Map.of("route", route))).extracting(row -> row.text("field")).containsExactly(fields.split(" "));
  }

  @ParameterizedTest
  @Clause({"WAR-4.5b"})
  @CsvSource({"0, AGREED", "1, NOT_AGREED", "14, NOT_AGREED"})
  void a_new_member_comes_in_only_when_all_members_agree(int membersNotAgreed, String newMember) {
    assertThat(tables.decide("newMember", "newMember", Map.of("membersNotAgreed", membersNotAgreed))).isEqualTo(newMember);
  }

  @AfterAll
  static void every_rule_has_an_example() {
    if (System.getProperty(Tables.REMOVED_RULE) == null) {
      for (var key : new String[] {"forum", "quorum", "voteResult", "consentStanding", "holder", "seat", "deadline", "role", "notice", "recordDuty", "closure", "objective", "newMember",
          "consentWeight"}) {
        assertThat(tables.unreached(key)).as("rules of '%s' without an example", key).isEmpty();
      }
    }
  }

  private static String together(String... states) {
    var ranks = new TreeMap<Integer, String>();
    for (var state : states) {
      ranks.put(Integer.valueOf(tables.decide("consentWeight", "rank", Map.of("state", state))), tables.decide("consentWeight", "standsAs", Map.of("state", state)));
    }
    return ranks.firstEntry().getValue();
  }

  private static String consent(String support, String sharing, String discussion) {
    return tables.decide("consentStanding", "consentStanding",
        Map.of("consentSupport", support, "consentSharing", sharing, "consentDiscussion", discussion));
  }

  private static List<String> asked(String route) {
    return tables.table("completeness").all(Map.of("route", route)).stream().map((Answer row) -> row.text("field")).toList();
  }
}
