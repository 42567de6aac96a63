package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.baton.casefile.CaseRecord;
import org.baton.casefile.chronology.ChronologyEntry;
import org.baton.casefile.consent.Consent;
import org.baton.casefile.consent.ConsentState;
import org.baton.casefile.family.Family;
import org.baton.casefile.holder.HolderPeriod;
import org.baton.support.Clause;
import org.baton.support.Rest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The family file through the forms that fill it: each person's consent, what is no consent, plans, matches, children who part. */
class FamilyFileTest extends WarwickshireStory {

  private static final List<Map<String, Object>> TWO_PARENTS = List.of(
      with("adultGivenName", "Jo", "adultFamilyName", "Penn", "adultRelation", "Mother", "adultResponsible", true),
      with("adultGivenName", "Al", "adultFamilyName", "Penn", "adultRelation", "Father", "adultResponsible", true),
      with("adultGivenName", "Gran", "adultFamilyName", "Penn", "adultRelation", "Grandmother", "adultResponsible", false));

  @LocalServerPort private int port;

  @Test
  @Clause({"WAR-3.3c"})
  void everybody_with_parental_responsibility_is_asked_and_one_who_has_not_answered_keeps_the_consent_open() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "adults", TWO_PARENTS);
    assertThat((List<?>) driver.shown(task(tasksOf(id), "Check consent")).get("consents")).extracting("giver").containsExactly("Al Penn", "Jo Penn");

    done(id, "Check consent", with("consents", List.of(consent("Jo Penn", "PARENT", "GIVEN", "GIVEN", "GIVEN"),
        consent("Al Penn", "PARENT", "GIVEN", "MISSING", "GIVEN"))));
    assertThat(open(id)).containsExactly("Obtain consent");
    assertThat(consents.standing(id)).containsEntry("sharing", ConsentState.MISSING).containsEntry("support", ConsentState.GIVEN);

    done(id, "Obtain consent", with("awaited", "ANSWERED", "consents", List.of(consent("Al Penn", "PARENT", "GIVEN", "GIVEN", "GIVEN"))));
    assertThat(sittingOf(id).forum()).isEqualTo("rugby");
    assertThat(consents.of(id)).hasSize(6).allMatch(consent -> consent.personId().isPresent());
  }

  @Test
  @Clause({"WAR-3.3c"})
  void a_persons_agreement_that_is_not_needed_holds_nothing_up_but_nobodys_is_not_enough() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "adults", TWO_PARENTS);
    var notHis = consent("Al Penn", "PARENT", "NOT_NEEDED", "NOT_NEEDED", "NOT_NEEDED");
    assertThatThrownBy(() -> done(id, "Check consent", with("consents", List.of(notHis)))).hasMessageContaining("consent.evidence is empty for somebody whose agreement is not needed");
    done(id, "Check consent", with("consents", List.of(plus(notHis, "evidence", "Court order of 3 May"))));
    assertThat(open(id)).containsExactly("Obtain consent");

    done(id, "Obtain consent", with("awaited", "ANSWERED", "consents", List.of(consent("Jo Penn", "PARENT", "GIVEN", "GIVEN", "GIVEN"))));
    assertThat(open(id)).isEmpty();
    assertThat(consents.standing(id).values()).containsOnly(ConsentState.GIVEN);
  }

  @Test
  void what_was_given_until_a_day_holds_on_that_day_and_has_expired_on_the_next_and_withdrawal_outweighs_what_others_gave() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "adults", TWO_PARENTS);
    var until = consent("Jo Penn", "PARENT", "GIVEN", "GIVEN", "GIVEN");
    until.put("validUntil", "2026-02-10");
    done(id, "Check consent", with("consents", List.of(until)));

    it_is("2026-02-10T23:30");
    assertThat(consents.standing(id).get("sharing")).isEqualTo(ConsentState.GIVEN);
    it_is("2026-02-11T00:01");
    assertThat(consents.standing(id).get("sharing")).isEqualTo(ConsentState.EXPIRED);

    consents.record(id, new Consent("sharing", ConsentState.GIVEN, Optional.of("Jo Penn"), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    consents.record(id, new Consent("sharing", ConsentState.WITHDRAWN, Optional.of("Al Penn"), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(consents.standing(id).get("sharing")).isEqualTo(ConsentState.WITHDRAWN);
  }

  @Test
  void a_lawful_basis_and_the_wish_for_a_service_are_recorded_apart_from_consent() {
    var concern = referral("route", "ROUTE_3", "district", "RUGBY", "immediateConcern", "YES");
    done(concern, "Refer to the safeguarding hub", with("lawfulBasis", "SAFEGUARDING", "lawfulBasisReason", "A bruise; asking first would put the child at risk"));
    assertThat(consents.lawfulBases(concern)).singleElement().satisfies(basis -> assertThat(basis.basis()).isEqualTo("SAFEGUARDING"));
    assertThat(consents.standing(concern)).isEmpty();

    var id = accepted();
    refused("familyAgrees: got nothing", () -> done(id, "Confirm resources and start", with("familyAgrees", null, "familyAgreesBy", "Jo Penn")));
    done(id, "Confirm resources and start", with("familyAgrees", "NO", "familyAgreesBy", "Jo Penn"));
    assertThat(consents.agreements(id)).singleElement().satisfies(wish -> {
      assertThat(wish.agreed()).isFalse();
      assertThat(wish.service()).isEqualTo("health");
    });
    assertThat(consents.standing(id).values()).containsOnly(ConsentState.GIVEN);
  }

  @Test
  @Clause({"WAR-2.2.8a"})
  void the_plan_is_made_when_support_starts_and_each_change_is_a_version_of_its_own() {
    var id = accepted();
    done(id, "Confirm resources and start", with("planAim", "Finn is in school every day", "planSteps",
        List.of(with("what", "Breakfast club", "responsible", "School", "due", "2026-03-20"))));
    done(id, "Report progress", with("supportResult", "GO_ON"));
    assertThat(jdbc.sql("select count(*) from plan where case_id = ?").param(id.value()).query(Integer.class).single()).as("nothing changed").isOne();

    done(id, "Report progress", with("supportResult", "GO_ON", "planAim", "Finn is in school and on time"));
    assertThat(plans.of(id)).hasValueSatisfying(plan -> {
      assertThat(plan.aim()).isEqualTo("Finn is in school and on time");
      assertThat(plan.steps()).singleElement().satisfies(step -> assertThat(step.what()).isEqualTo("Breakfast club"));
    });
    assertThat(jdbc.sql("select count(*) from plan where case_id = ?").param(id.value()).query(Integer.class).single()).isEqualTo(2);
  }

  @Test
  void a_child_who_may_have_been_here_before_is_shown_and_only_a_person_makes_one_family_of_two() {
    var earlier = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "2015-03-05")), "immediateConcern", "YES");
    done(earlier, "Refer to the safeguarding hub", with());
    var sibling = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ben", "2018-01-01")), "addressLine", "4 Mill Lane", "postcode", "CV21 2AA");
    var later = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "2015-03-05")), "addressLine", "4 Mill Lane", "postcode", "CV21 2AA");

    assertThat(matching.possible(later)).extracting(CaseRecord::id).containsExactly(sibling, earlier);
    assertThat(cases.get(later).reReferralOf()).as("nobody has looked yet").isEmpty();
    var answers = with("matches", List.of(verdict(earlier, "SAME"), verdict(sibling, "ANOTHER")));
    answers.putAll(ALL_CONSENTS);
    done(later, "Check consent", answers);

    assertThat(cases.get(later).reReferralOf()).contains(earlier.value());
    assertThat(cases.get(later).familyId()).isEqualTo(cases.get(earlier).familyId()).isNotEqualTo(cases.get(sibling).familyId());
    assertThat(people.family(later).children()).as("one person, not two of the same name").isEqualTo(people.family(earlier).children());
    assertThat(matching.possible(later)).isEmpty();
    assertThat(matching.possible(sibling)).as("judged from the other side").isEmpty();
  }

  @Test
  void a_child_parts_at_the_panel_and_goes_on_with_the_same_past_in_the_same_sitting() {
    var id = referral("route", "ROUTE_2", "district", "RUGBY", "children", List.of(child("Ola", "2015-03-05"), child("Ben", "2018-01-01")));
    done(id, "Check consent", ALL_CONSENTS);
    var sitting = heldUntilSitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED", "children",
        List.of(with("child", "Ola Penn, born 2015-03-05", "way", "TOGETHER"), with("child", "Ben Penn, born 2018-01-01", "way", "APART"))));

    var parted = cases.list(List.of("warwickshire"), id.value(), 5).get(0).id();
    assertThat(people.family(id).children()).extracting(Family.Person::givenName).containsExactly("Ola");
    assertThat(people.family(parted).children()).extracting(Family.Person::givenName).containsExactly("Ben");
    assertThat(cases.get(parted).holder()).isEqualTo("childrens-social-care");
    assertThat(holders.of(parted)).extracting(HolderPeriod::from).isEqualTo(holders.of(id).stream().map(HolderPeriod::from).toList());
    assertThat(consents.standing(parted)).isEqualTo(consents.standing(id));
    assertThat(chronology.of(parted)).startsWith(chronology.of(id).subList(0, 4).toArray(new ChronologyEntry[0]));
    assertThat(chronology.of(parted)).noneMatch(entry -> entry.entry().startsWith("SIGNPOSTED"));

    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "ALLOCATED", "leadAgency", "health"));
    signedOff(id);
    assertThat(cases.get(id).outcome()).contains("SIGNPOSTED");
    assertThat(open(parted)).containsExactly("Accept the case");
  }

  @Test
  void nobody_parts_alone_or_without_a_reason_and_over_rest_the_split_and_the_correction_say_what_was_expected() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(child("Ola", "2015-03-05"), child("Ben", "2018-01-01")));
    var ben = people.family(id).children().get(1).id();
    assertThatThrownBy(() -> parting.split(id, List.of(), "x")).hasMessageContaining("at least one who stays");
    assertThatThrownBy(() -> parting.split(id, people.family(id).children().stream().map(Family.Person::id).toList(), "x")).hasMessageContaining("at least one who stays");

    var support = Rest.as("business-support.war", port);
    assertThat(support.post("/api/cases/" + id + "/split", Map.of("children", List.of(ben), "reason", " ")).text()).contains("without a reason");
    var split = support.post("/api/cases/" + id + "/split", Map.of("children", List.of(ben), "reason", "Lives with his aunt now"));
    assertThat(split.status()).as(split.text()).isEqualTo(201);
    driver.runDueJobs();
    var parted = new CaseId(split.json().path("caseId").asText());
    assertThat(open(parted)).as("where the case it parted from stood").containsExactly("Check consent");
    assertThat(open(id)).containsExactly("Check consent");

    var file = support.get("/api/cases/" + parted + "/file").json();
    assertThat(file.path("children").get(0).path("givenName").asText()).isEqualTo("Ben");
    var entry = chronology.of(parted).get(0).id();
    assertThat(support.post("/api/cases/" + parted + "/chronology/" + entry + "/correction", Map.of("entry", "Came by telephone")).status()).isEqualTo(400);
    assertThat(support.post("/api/cases/" + parted + "/chronology/" + entry + "/correction",
        Map.of("entry", "Came by telephone", "reason", "Noted wrongly")).status()).isEqualTo(204);
    assertThat(chronology.of(parted)).last().satisfies(last -> assertThat(last.entry()).startsWith("Came by telephone"));
  }

  private CaseId accepted(Object... wanted) {
    var id = proposed("RUGBY");
    var sitting = heldUntilSitting(id);
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "ALLOCATED", "leadAgency", "health"));
    signedOff(id);
    var answers = with("acceptance", "ACCEPTED", "leadProfessional", "Kim Hale");
    answers.putAll(with(wanted));
    done(id, "Accept the case", answers);
    return id;
  }

  private static Map<String, Object> child(String givenName, String born) {
    return with("childGivenName", givenName, "childFamilyName", "Penn", "childDateOfBirth", born);
  }

  private static Map<String, Object> verdict(CaseId other, String verdict) {
    return with("case", other.value(), "about", "", "verdict", verdict);
  }
}
