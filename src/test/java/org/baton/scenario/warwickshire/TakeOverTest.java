package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseId;
import org.baton.casefile.consent.ConsentState;
import org.baton.casefile.holder.HolderPeriod;
import org.baton.pathway.Referrals;
import org.baton.support.Clause;
import org.junit.jupiter.api.Test;

/** Go-live: the cases of the old register go on where they stood. */
class TakeOverTest extends WarwickshireStory {

  @Test
  @Clause({"WAR-16e"})
  void a_supported_case_comes_with_its_holder_since_when_its_lead_professional_and_its_consents() {
    var id = takenOver(supported());
    assertThat(id.value()).as("numbered by the year of its receipt").startsWith("WAR-2025-");
    assertThat(cases.get(id).receivedAt()).isEqualTo(london("2025-10-06T00:00"));
    assertThat(cases.get(id).forum()).contains("rugby");
    assertThat(holders.of(id)).extracting(HolderPeriod::holder).containsExactly("schools", "health");
    assertThat(holders.of(id).get(1).from()).isEqualTo(london("2025-12-01T00:00"));
    assertThat(cases.get(id).leadProfessional()).contains("Kim");
    assertThat(consents.standing(id)).containsEntry("support", ConsentState.GIVEN).containsEntry("sharing", ConsentState.GIVEN);
    assertThat(open(id)).containsExactly("Report progress");
    done(id, "Report progress", with("supportResult", "NEEDS_MET"));
    assertThat(cases.get(id).outcome()).contains("NEEDS_MET");
  }

  @Test
  @Clause({"WAR-1.3a", "WAR-3.3a"})
  void a_case_that_waits_for_the_panel_stands_on_the_next_agenda_unless_a_consent_is_missing() {
    var waiting = takenOver(line("WAITING", "heldBy", "schools"));
    assertThat(sittingOf(waiting).forum()).as("the one panel of the family's district").isEqualTo("rugby");
    assertThat(sittingOf(waiting).startsAt()).isEqualTo(london("2026-02-26T10:00"));
    var sitting = heldUntilSitting(waiting);
    done(sitting, "Discuss the case", with("discussionResult", "AGREED", "panelOutcome", "SIGNPOSTED"));
    signedOff(waiting);
    assertThat(cases.get(waiting).outcome()).contains("SIGNPOSTED");

    var missing = takenOver(plus(line("WAITING", "heldBy", "schools"), "consents", List.of(consent("Jo Penn", "PARENT", "MISSING", "GIVEN", "GIVEN"))));
    assertThat(open(missing)).as("the checks begin anew; the old register has no address of the referrer").containsExactly("Complete the referral", "Tell by other means");
  }

  @Test
  @Clause({"WAR-16e"})
  void a_case_at_the_checks_and_one_that_waits_for_a_service_go_on_there() {
    var checks = line("CHECKS", "heldBy", "schools");
    checks.remove("consents");
    assertThat(open(takenOver(checks))).as("the old register does not say why usual services are not enough").containsExactly("Complete the referral", "Tell by other means");
    var decided = takenOver(line("ALLOCATED", "heldBy", "schools", "allocatedService", "health", "reportOn", "2026-03-02"));
    assertThat(open(decided)).containsExactly("Accept the case");
    done(decided, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim"));
    assertThat(cases.get(decided).holder()).isEqualTo("health");
    assertThat(open(decided)).containsExactly("Confirm resources and start");
  }

  @Test
  @Clause({"WAR-16e"})
  void one_that_its_service_declines_is_settled_with_its_terms_though_no_panel_of_baton_has_heard_it() {
    var id = takenOver(line("ALLOCATED", "heldBy", "schools", "allocatedService", "health", "reportOn", "2026-03-02"));
    done(id, "Accept the case", with("acceptance", "DECLINED"));
    done(id, "Settle which service takes the case", with("settledBy", "NOMINATION", "nominatedService", "police"));
    done(id, TERMS, with("whyThisService", "They know the family", "furtherActions", List.of(with("what", "Ask the school", "responsible", "Bob", "service", "police", "due", "2026-03-12"))));
    assertThat(chronology.of(id)).extracting("entry").contains("They know the family", "Ask the school\n\nBob, by 12 March 2026");
    done(id, "Accept the case", with("acceptance", "ACCEPTED", "leadProfessional", "Kim"));
    assertThat(cases.get(id).holder()).isEqualTo("police");
    assertThat(open(id)).contains("Confirm resources and start");
  }

  @Test
  void a_concern_reaches_a_case_that_was_taken_over() {
    var id = takenOver(line("WAITING", "heldBy", "schools"));
    raiseConcern(id);
    assertThat(open(id)).containsExactly("Refer to the safeguarding hub");
  }

  @Test
  void an_authority_without_that_process_says_so() {
    refused("takes over no open cases", () -> referrals.takeOver("larkshire", "1", supported()));
  }

  private CaseId takenOver(Map<String, Object> answers) {
    Referrals.Receipt receipt = referrals.takeOver("warwickshire", null, answers);
    driver.runDueJobs();
    return receipt.caseId();
  }

  private static Map<String, Object> supported() {
    return line("SUPPORTED", "heldBy", "health", "allocatedService", "health", "heldSince", "2025-12-01", "leadProfessional", "Kim", "reportOn", "2026-03-02");
  }

  private static Map<String, Object> line(String stands, Object... more) {
    var line = with("caseStands", stands, "receivedOn", "2025-10-06", "route", "ROUTE_1", "district", "RUGBY", "referrerName", "Nia Reed",
        "referrerService", "schools", "children", List.of(with("childGivenName", "Ola", "childFamilyName", "Penn", "childDateOfBirth", "2015-03-05")),
        "adults", List.of(with("adultGivenName", "Jo", "adultFamilyName", "Penn")), "consents", List.of(consent("Jo Penn", "PARENT", "GIVEN", "GIVEN", "GIVEN")));
    line.putAll(with(more));
    return line;
  }
}
