package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.casefile.family.Family;
import org.junit.jupiter.api.Test;

/** Two family files become one only where a match was offered, and nobody is lost in it. */
class MergeTest extends WarwickshireStory {

  @Test
  void a_case_that_is_no_possible_match_is_not_called_the_same_family() {
    var other = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ben", "Hale", "2017-01-01")));
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "Penn", "2015-03-05")));
    refused("is no possible match of case " + id, () -> done(id, "Check consent", plus(ALL_CONSENTS, "matches", List.of(same(other)))));
    assertThat(cases.get(id).familyId()).isNotEqualTo(cases.get(other).familyId());
    assertThat(open(id)).containsExactly("Check consent");
  }

  @Test
  void two_cases_of_one_other_family_can_both_be_judged_in_one_form() {
    var first = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "Penn", "2015-03-05")));
    var second = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "Penn", "2015-03-05")));
    done(second, "Check consent", plus(ALL_CONSENTS, "matches", List.of(same(first))));
    var third = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "Penn", "2015-03-05")));
    done(third, "Check consent", plus(ALL_CONSENTS, "matches", List.of(same(first), same(second))));
    assertThat(List.of(first, second, third)).extracting(one -> cases.get(one).familyId()).containsOnly(cases.get(first).familyId());
    matching.judge(third, first, true);
    assertThat(chronology.of(third)).filteredOn(entry -> entry.kind().equals("MATCH")).as("a repeated verdict changes nothing").hasSize(2);
  }

  @Test
  void children_of_one_name_in_either_family_stay_as_many_as_they_were_and_no_key_stands_in_the_way() {
    var baby = with("childGivenName", "Baby", "childFamilyName", "Penn");
    var one = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(baby));
    var twins = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(baby, baby));
    matching.judge(twins, one, true);
    assertThat(people.family(twins).children()).hasSize(2).doesNotHaveDuplicates();
    assertThat(people.family(one).children()).hasSize(1);

    var again = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "Penn", "2015-03-05"), child("Ola", "Penn", "2015-03-05")));
    var known = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "Penn", "2015-03-05")));
    matching.judge(again, known, true);
    assertThat(people.family(again).children()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void parents_of_one_name_are_both_kept_and_a_form_that_was_open_before_still_names_the_right_one() {
    var adults = List.of(with("adultGivenName", "Jo", "adultFamilyName", "Penn", "adultRelation", "Mother", "adultResponsible", true));
    var earlier = unasked("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "Penn", "2015-03-05")), "adults", adults);
    var id = unasked("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "Penn", "2015-03-05")), "adults",
        List.of(adults.get(0), plus(adults.get(0), "adultRelation", "Father")));
    var shownBefore = rows(id);

    matching.judge(id, earlier, true);
    assertThat(people.family(id).adults()).extracting(Family.Person::relation).containsExactlyInAnyOrder("Mother", "Father");

    done(id, "Check consent", with("consents", shownBefore.stream().map(row -> plus(consent(row.get("giver").toString(), "PARENT",
        row.get("giver").toString().contains("Mother") ? "REFUSED" : "GIVEN", "GIVEN", "GIVEN"), "person", row.get("person"))).toList()));
    assertThat(consents.of(id)).filteredOn(consent -> consent.purpose().equals("support"))
        .extracting(consent -> consent.giver().orElseThrow() + " " + consent.state()).containsExactlyInAnyOrder("Jo Penn (Mother) REFUSED", "Jo Penn (Father) GIVEN");
    assertThat(consents.of(id)).allMatch(consent -> people.family(id).adults().stream().anyMatch(adult -> adult.id().equals(consent.personId().orElse(""))));
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows(CaseId id) {
    return ((List<Map<String, Object>>) driver.shown(task(tasksOf(id), "Check consent")).get("consents")).stream().filter(row -> !row.get("giver").equals("Aunt Mo")).toList();
  }

  private static Map<String, Object> same(CaseId other) {
    return with("case", other.value(), "about", "", "verdict", "SAME");
  }

  private static Map<String, Object> child(String given, String family, String born) {
    return with("childGivenName", given, "childFamilyName", family, "childDateOfBirth", born);
  }
}
