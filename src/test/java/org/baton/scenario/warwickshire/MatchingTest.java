package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.family.Family;
import org.baton.casefile.opening.Opening;
import org.baton.casefile.paper.CasePapers;
import org.baton.support.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same person is found however the name was typed; a person confirms it, and the server is never busy with finding. */
class MatchingTest extends WarwickshireStory {

  @Autowired private CasePapers papers;
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({"Sinéad, O'Neill, Sinead, O’Neill", "SINEAD, ONeill, sinéad, O Neill", "' Ola', 'Penn  Hale ', Ola, Penn-Hale", "Łukasz, Straße, Lukasz, STRASSE",
      "Zoe\u0308, Penn, Zoë, Penn"})
  void the_same_name_typed_otherwise_is_a_possible_match_and_the_register_finds_both(String given, String family, String otherGiven, String otherFamily) {
    var first = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child(given, family)));
    var second = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child(otherGiven, otherFamily)));
    assertThat(matching.possible(second)).extracting(CaseRecord::id).containsExactly(first);
    assertThat(cases.get(first).familyId()).as("nothing merges by itself").isNotEqualTo(cases.get(second).familyId());

    var found = Rest.as("business-support.war", port).get("/api/register?words=" + URLEncoder.encode(otherGiven.strip() + "  " + otherFamily,
        StandardCharsets.UTF_8)).text();
    assertThat(found).contains(first.value(), second.value());
  }

  @Test
  void an_address_typed_otherwise_or_without_its_post_code_is_the_same_one() {
    var first = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "Penn")), "addressLine", "4, Mill Lane", "postcode", "CV21 2AA");
    var second = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ben", "PENN")), "addressLine", "4 mill  lane", "postcode", "cv212aa");
    assertThat(matching.possible(second)).extracting(CaseRecord::id).containsExactly(first);
  }

  @Test
  void what_is_stored_has_no_stray_blanks() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("  Ola \u00a0 Mae ", "\tPenn ")));
    assertThat(people.family(id).children().get(0).name()).isEqualTo("Ola Mae Penn");
  }

  @Test
  void a_child_with_one_name_is_taken_where_that_is_said_and_refused_where_a_name_was_left_out() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(with("childGivenName", "Suharto", "childOneName", true)));
    assertThat(people.family(id).children().get(0).name()).isEqualTo("Suharto");
    assertThat(papers.paper(id)).contains("Suharto").doesNotContain("null");
    assertThat(Rest.as("business-support.war", port).get("/api/register?words=suharto").text()).contains("\"Suharto\"").doesNotContain("null Suharto", "Suharto null");
    assertThat(matching.possible(referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(with("childGivenName", "suharto", "childOneName", true)))))
        .extracting(CaseRecord::id).containsExactly(id);

    refused("child.familyName: got nothing, expected a name, or that the person has one name only",
        () -> referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(with("childGivenName", "Ola"))));
  }

  @Test
  void two_referrals_with_two_thousand_children_of_one_name_are_found_and_no_more_than_fifty_matches_are_shown() {
    var crowd = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < 2_000; i++) {
      crowd.add(with("childGivenName", "Ola", "childFamilyName", "Penn"));
    }
    var ids = new ArrayList<CaseId>();
    for (var i = 0; i < 2; i++) {
      ids.add(open(crowd));
    }
    assertThat(matching.possible(ids.get(1))).extracting(CaseRecord::id).contains(ids.get(0));
    for (var i = 0; i < 55; i++) {
      open(List.of(with("childGivenName", "Ola", "childFamilyName", "Penn")));
    }
    assertThat(matching.possible(ids.get(1))).hasSize(50);
  }

  private CaseId open(List<Map<String, Object>> children) {
    return opening.open(new Opening.Brought("warwickshire", packs.current("warwickshire").deploymentId(), "ROUTE_3",
        children.stream().map(row -> new Family.Person(null, "Ola", "Penn", null, null, false)).toList(), List.of(),
        new Family.Referrer("Nia Reed", "nia@example.org", "schools"), Optional.empty()));
  }

  private static Map<String, Object> child(String given, String family) {
    return with("childGivenName", given, "childFamilyName", family, "childDateOfBirth", "2015-03-05");
  }
}
