package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baton.casefile.CaseId;
import org.baton.casefile.consent.Consent;
import org.baton.casefile.consent.ConsentState;
import org.junit.jupiter.api.Test;

/** Two people of one name are two people: each is asked, and the answer of one is never the other's. */
class NamesakesTest extends WarwickshireStory {

  private static final List<Map<String, Object>> BOTH_JO = List.of(adult("Jo", "Mother"), adult("Jo", "Father"));

  @Test
  void the_form_asks_each_of_two_people_of_one_name_and_a_refusal_is_not_overwritten_by_the_others_yes() {
    var id = unasked("route", "ROUTE_3", "district", "RUGBY", "adults", BOTH_JO);
    var rows = rows(id, "Check consent");
    assertThat(rows).extracting("giver").containsExactlyInAnyOrder("Jo Penn (Mother)", "Jo Penn (Father)");
    assertThat(rows).extracting("person").doesNotHaveDuplicates().doesNotContainNull();

    done(id, "Check consent", with("consents", List.of(answered(row(rows, "Mother"), "REFUSED"), answered(row(rows, "Father"), "GIVEN"))));

    assertThat(states(id)).containsExactlyInAnyOrder("Jo Penn (Mother) REFUSED", "Jo Penn (Father) GIVEN");
    assertThat(consents.standing(id).get("sharing")).isEqualTo(ConsentState.REFUSED);
  }

  @Test
  void a_form_of_before_that_gives_back_no_number_still_tells_them_apart_by_what_it_shows() {
    var id = unasked("route", "ROUTE_3", "district", "RUGBY", "adults", BOTH_JO);
    var mother = answered(row(rows(id, "Check consent"), "Mother"), "REFUSED");
    var father = answered(row(rows(id, "Check consent"), "Father"), "GIVEN");
    Stream.of(mother, father).forEach(row -> row.remove("person"));
    done(id, "Check consent", with("consents", List.of(mother, father)));
    assertThat(states(id)).containsExactlyInAnyOrder("Jo Penn (Mother) REFUSED", "Jo Penn (Father) GIVEN");
    assertThat(consents.of(id)).allMatch(consent -> consent.personId().isPresent());
  }

  @Test
  void two_of_one_name_and_nothing_else_are_told_apart_by_their_numbers() {
    var id = unasked("route", "ROUTE_3", "district", "RUGBY", "adults", List.of(adult("John", null), adult("John", null)));
    var rows = rows(id, "Check consent");
    assertThat(rows).extracting("giver").doesNotHaveDuplicates().allMatch(giver -> giver.toString().startsWith("John Penn, no. "));
    done(id, "Check consent", with("consents", List.of(answered(rows.get(0), "REFUSED"), answered(rows.get(1), "GIVEN"))));
    assertThat(consents.of(id)).filteredOn(consent -> consent.purpose().equals("sharing")).extracting(Consent::state)
        .containsExactlyInAnyOrder(ConsentState.REFUSED, ConsentState.GIVEN);
  }

  @Test
  void a_bare_name_that_two_have_is_refused_and_so_is_another_name_over_a_number_or_a_number_of_nobody() {
    var id = unasked("route", "ROUTE_3", "district", "RUGBY", "adults", BOTH_JO);
    var rows = rows(id, "Check consent");
    refused("the name of two people of the family", () -> done(id, "Check consent", consents("GIVEN", "GIVEN", "GIVEN")));
    refused("is not the name of the person with that number",
        () -> done(id, "Check consent", with("consents", List.of(plus(answered(rows.get(0), "GIVEN"), "giver", "Al Penn")))));
    refused("consent.person names one person in two rows",
        () -> done(id, "Check consent", with("consents", List.of(answered(rows.get(0), "REFUSED"), answered(rows.get(0), "GIVEN")))));
    refused("is the number of 0 people", () -> done(id, "Check consent", with("consents", List.of(plus(answered(rows.get(0), "GIVEN"), "person", "00000000")))));
    assertThat(consents.of(id)).isEmpty();
    refused("the name of two people of the family",
        () -> start("withdrawConsent", with("caseReference", id.value(), "giver", "Jo Penn", "sharing", "WITHDRAWN", "how", "By letter")));
    start("withdrawConsent", with("caseReference", id.value(), "giver", "Jo Penn (father)", "sharing", "WITHDRAWN", "how", "By letter"));
    assertThat(states(id)).containsExactly("Jo Penn (Father) WITHDRAWN");
  }

  @Test
  void a_withdrawal_by_nobody_of_the_case_is_refused_and_one_by_whoever_agreed_counts_however_it_is_typed() {
    var id = unasked("route", "ROUTE_3", "district", "RUGBY", "adults", List.of(adult("Jo", "Mother")));
    done(id, "Check consent", with("consents", List.of(consent("Aunt Mo", "CARER", "GIVEN", "GIVEN", "GIVEN"))));
    refused("consent.giver has 8 characters and is the name of nobody of the family and of nobody who has agreed",
        () -> start("withdrawConsent", with("caseReference", id.value(), "giver", "Aunt Moe", "sharing", "WITHDRAWN", "how", "By letter")));
    assertThat(cases.get(id).open()).isTrue();
    assertThat(states(id)).containsExactly("Aunt Mo GIVEN");
    start("withdrawConsent", with("caseReference", id.value(), "giver", "aunt  mo", "sharing", "WITHDRAWN", "how", "By letter"));
    assertThat(states(id)).hasSize(1).allMatch(state -> state.endsWith("WITHDRAWN"));
  }

  @Test
  void a_giver_typed_by_hand_who_is_nobody_of_the_family_stays_one_by_name_and_two_rows_of_one_name_are_two() {
    var id = unasked("route", "ROUTE_3", "district", "RUGBY", "adults", List.of(adult("Jo", "Mother")));
    var mother = answered(rows(id, "Check consent").get(0), "REFUSED");
    done(id, "Check consent", with("consents", List.of(consent("Jo Penn", "CARER", "GIVEN", "GIVEN", "GIVEN"), mother,
        consent("Aunt Mo", "CARER", "GIVEN", "GIVEN", "GIVEN"), consent("Aunt Mo", "CARER", "MISSING", "MISSING", "MISSING"))));
    assertThat(states(id)).containsExactlyInAnyOrder("Jo Penn REFUSED", "Jo Penn (2) GIVEN", "Aunt Mo GIVEN", "Aunt Mo (2) MISSING");
    assertThat(consents.of(id)).filteredOn(consent -> consent.personId().isPresent()).extracting(consent -> consent.giver().orElseThrow())
        .containsOnly("Jo Penn");
  }

  @Test
  void a_referral_is_taken_although_its_givers_have_one_name_and_their_answers_stay_two() {
    var rows = List.of(with("giver", "Jo Penn", "capacity", "PARENT", "referral", "REFUSED", "discussion", "REFUSED"),
        with("giver", "Jo Penn", "capacity", "PARENT", "referral", "GIVEN", "discussion", "GIVEN"));
    var id = referral("camden", with("immediateConcern", "NO", "adults", BOTH_JO, "consents", rows));
    assertThat(consents.of(id)).filteredOn(consent -> consent.purpose().equals("referral"))
        .extracting(consent -> consent.giver().orElseThrow() + " " + consent.state()).containsExactlyInAnyOrder("Jo Penn REFUSED", "Jo Penn (2) GIVEN");
    assertThat(consents.standing(id).get("referral")).isEqualTo(ConsentState.REFUSED);

    start("camden", "withdrawConsent", with("caseReference", id.value(), "giver", "Jo Penn (2)", "referral", "WITHDRAWN", "how", "By letter"));
    assertThat(consents.of(id)).filteredOn(consent -> consent.purpose().equals("referral"))
        .extracting(consent -> consent.giver().orElseThrow() + " " + consent.state()).containsExactlyInAnyOrder("Jo Penn REFUSED", "Jo Penn (2) WITHDRAWN");
  }

  @Test
  void consent_of_somebody_of_another_family_is_not_taken_by_id() {
    var id = unasked("route", "ROUTE_3", "district", "RUGBY", "adults", BOTH_JO);
    var other = unasked("route", "ROUTE_3", "district", "RUGBY", "adults", BOTH_JO);
    var stranger = people.family(other).adults().get(0).id();
    assertThatThrownBy(() -> consents.record(id, new Consent("sharing", ConsentState.GIVEN, Optional.of("Jo Penn"), Optional.of(stranger), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))).hasMessageContaining("0 people");
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows(CaseId id, String task) {
    return ((List<Map<String, Object>>) driver.shown(task(tasksOf(id), task)).get("consents")).stream().filter(row -> !row.get("giver").equals("Aunt Mo")).toList();
  }

  private static Map<String, Object> row(List<Map<String, Object>> rows, String relation) {
    return rows.stream().filter(row -> row.get("giver").toString().contains(relation)).findFirst().orElseThrow();
  }

  private static Map<String, Object> answered(Map<String, Object> row, String state) {
    var answers = consent(row.get("giver").toString(), "PARENT", state, state, state);
    answers.put("person", row.get("person"));
    return answers;
  }

  private List<String> states(CaseId id) {
    return consents.of(id).stream().filter(consent -> consent.purpose().equals("sharing"))
        .map(consent -> consent.giver().orElseThrow() + " " + consent.state()).toList();
  }

  private static Map<String, Object> adult(String givenName, String relation) {
    var adult = with("adultGivenName", givenName, "adultFamilyName", "Penn", "adultResponsible", true);
    if (relation != null) {
      adult.put("adultRelation", relation);
    }
    return adult;
  }
}
