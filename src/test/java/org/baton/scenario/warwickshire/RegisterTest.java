package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.baton.casefile.CaseId;
import org.baton.support.Clause;
import org.baton.support.Rest;
import org.baton.support.Tasklist;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The register of referrals: it writes itself, people sort it, change it in bulk, print it and take it along as a spreadsheet. */
class RegisterTest extends WarwickshireStory {

  @LocalServerPort private int port;

  @Test
  @Clause({"WAR-11.2d"})
  void every_referral_stands_in_the_register_from_its_receipt_with_every_field_that_applies() {
    var id = referral("route", "ROUTE_1", "district", "RUGBY", "level", "LEVEL_3", "children", List.of(
        with("childGivenName", "Ola", "childFamilyName", "Penn", "childDateOfBirth", "2015-03-05")), "referrerName", "Nia Reed", "referrerService", "schools");
    var row = row(id);
    assertThat(row.path("children").asText()).isEqualTo("Ola Penn");
    assertThat(row.path("panel").asText()).isEqualTo("Rugby (Borough Wide)");
    assertThat(row.path("referredBy").asText()).isEqualTo("Nia Reed, Local Schools");
    assertThat(row.path("receivedAt").asText()).isEqualTo("2026-02-02T09:00:00Z");
    assertThat(List.of(row.path("route").asText(), row.path("level").asText(), row.path("state").asText())).containsExactly("Route 1: Lead Agency with an open Early Help case", "Level 3", "Received");
    assertThat(row.path("sitting").isNull()).isTrue();

    done(id, "Check consent", ALL_CONSENTS);
    assertThat(row(id).path("sitting").asText()).isEqualTo(sittingOf(id).startsAt().toString());
  }

  @Test
  @Clause({"WAR-11.2g2"})
  void what_the_chair_decides_at_the_pre_meet_stands_there_with_reason_day_and_decider() {
    var id = proposed("RUGBY");
    var sitting = sittingOf(id);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    screened(sitting, with("screening", List.of(
        with("case", id.value(), "decision", "SIGNPOSTED", "reason", "Tier 2 has not been tried"))));
    var row = row(id);
    assertThat(row.path("decision").asText()).isEqualTo("Signpost to the stepped approach");
    assertThat(row.path("reason").asText()).isEqualTo("Tier 2 has not been tried");
    assertThat(row.path("decidedAt").asText()).isEqualTo(sitting.preMeetAt().toString());
    assertThat(row.path("decider").asText()).isEqualTo("The Chair, signed by " + jdbc.sql("select signed_by from panel_decision").query(String.class).single());
    assertThat(row.path("state").asText()).isEqualTo("Referrer signposted to the stepped approach");
  }

  @Test
  void it_is_sorted_and_narrowed_as_asked() {
    var penn = referral("route", "ROUTE_3", "district", "RUGBY", "children", List.of(with("childGivenName", "Ola", "childFamilyName", "Penn")));
    it_is("2026-02-03T09:00");
    var shaw = referral("route", "ROUTE_3", "district", "WARWICK", "children", List.of(with("childGivenName", "Ben", "childFamilyName", "Shaw")));
    assertThat(cases("?sort=RECEIVED&descending=true")).containsExactly(shaw.value(), penn.value());
    assertThat(cases("?sort=RECEIVED&descending=false")).containsExactly(penn.value(), shaw.value());
    assertThat(cases("?forum=warwick")).containsExactly(shaw.value());
    assertThat(cases("?words=pENN")).containsExactly(penn.value());
    assertThat(cases("?words=" + shaw.value().toLowerCase())).containsExactly(shaw.value());
    for (var sign : List.of("%25", "_", "%5C")) {
      assertThat(cases("?words=" + sign)).as("taken as it is written: %s", sign).isEmpty();
    }
    done(penn, "Check consent", consents("REFUSED", "GIVEN", "GIVEN"));
    assertThat(cases("?open=true")).containsExactly(shaw.value());
    for (var sort : List.of("CASE", "PANEL", "STATE", "SITTING", "DECISION", "DECIDED", "FOLLOW_UP")) {
      assertThat(cases("?descending=false&sort=" + sort)).as(sort).containsExactlyInAnyOrder(penn.value(), shaw.value());
    }
    assertThat(support().get("/api/register?page=-1").text()).contains("page is -1; expected 0 or more");
  }

  @Test
  void rows_are_changed_in_bulk_all_or_none_and_only_by_those_of_the_authority() {
    var one = proposed("RUGBY");
    var other = proposed("RUGBY");
    assertThat(support().put("/api/register", List.of(change(one, "Ask again", "2026-03-02"), change(other, "Ask again", "2026-03-02"))).status()).isEqualTo(204);
    assertThat(row(one).path("followUpOn").asText()).isEqualTo("2026-03-02");
    assertThat(cases("?words=ask")).hasSize(2);

    assertThat(support().put("/api/register", List.of(change(one, "Gone", null), plus(change(other, "x", null), "caseId", "WAR-2026-999999"))).status()).isEqualTo(404);
    assertThat(row(one).path("remark").asText()).as("nothing half done").isEqualTo("Ask again");
    assertThat(support().put("/api/register", List.of(change(one, "x".repeat(2001), null))).text()).contains("has 2001 characters; expected 2000 at most");
    assertThat(support().put("/api/register", List.of(change(one, "a", null), change(one, "b", null))).text()).contains("names a case twice");
    assertThat(Rest.as("receiving-manager.lrk", port).put("/api/register", List.of(change(one, "Ours", null))).status()).isEqualTo(404);
    assertThat(Rest.as("receiving-manager.lrk", port).get("/api/register").json()).isEmpty();
    assertThat(Rest.anonymous(port).get("/api/register").status()).isEqualTo(401);
    assertThat(Rest.anonymous(port).get("/register").status()).isEqualTo(401);

    support().put("/api/register", List.of(change(one, null, null)));
    assertThat(row(one).path("remark").isNull()).as("taken away").isTrue();
  }

  @Test
  void what_somebody_else_has_typed_meanwhile_is_not_overwritten_unseen() {
    var id = proposed("RUGBY");
    var mine = change(id, "Ask again", null);
    var theirs = change(id, null, "2026-03-02");
    assertThat(support().put("/api/register", List.of(mine)).status()).isEqualTo(204);
    var late = support().put("/api/register", List.of(theirs));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("The row of " + id + " is no longer as you saw it");
    assertThat(row(id).path("remark").asText()).isEqualTo("Ask again");
    assertThat(support().put("/api/register", List.of(change(id, "Ask again", "2026-03-02"))).status()).isEqualTo(204);
  }

  @Test
  void a_field_that_is_misspelt_left_out_or_of_another_kind_takes_nothing_away() {
    var id = proposed("RUGBY");
    support().put("/api/register", List.of(change(id, "Ask again", "2026-03-02")));
    var change = change(id, "Ask again", "2026-03-02");
    var misspelt = plus(change, "remrak", "Gone");
    assertThat(support().put("/api/register", List.of(misspelt)).text()).contains("[0].remrak: no such field here, expected one of [", "remark");
    var without = plus(change, "x", null);
    without.keySet().removeAll(List.of("x", "remark"));
    assertThat(support().put("/api/register", List.of(without)).text()).contains("[0].remark: is missing, expected it, or null for none");
    assertThat(support().put("/api/register", List.of(plus(change, "was", null))).status()).isEqualTo(409);
    for (var day : List.of(5, List.of(2026, 3, 2), "2026-03-02T09:00:00Z", true, "soon")) {
      assertThat(support().put("/api/register", List.of(plus(change, "followUpOn", day))).text()).as("%s", day).contains("followUpOn: got what is of another kind, expected a day");
    }
    for (var text : List.of(5, true, List.of("x"))) {
      assertThat(support().put("/api/register", List.of(plus(change, "remark", text))).text()).as("%s", text).contains("remark: got what is of another kind, expected a text");
    }
    assertThat(row(id).path("remark").asText()).isEqualTo("Ask again");
    assertThat(row(id).path("followUpOn").asText()).isEqualTo("2026-03-02");
  }

  @Test
  void the_spreadsheet_holds_what_the_register_shows() throws IOException {
    var id = proposed("RUGBY");
    support().put("/api/register", List.of(change(id, "Ask again", "2026-03-02")));
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(support().bytes("/api/register/spreadsheet"))); var rows = workbook.getFirstSheet().openStream()) {
      var read = rows.toList();
      assertThat(read).hasSize(2);
      assertThat(read.get(0).getCellText(0)).isEqualTo("Case");
      assertThat(read.get(1).getCellText(0)).isEqualTo(id.value());
      assertThat(read.get(1).getCellText(14)).isEqualTo("Ask again");
      assertThat(read.get(1).getCellAsDate(2).orElseThrow()).isEqualTo("2026-02-02T00:00:00");
      assertThat(read.get(1).getCellAsDate(15).orElseThrow()).isEqualTo("2026-03-02T00:00:00");
    }
  }

  @Test
  void a_row_that_the_pack_does_not_know_is_shown_with_what_is_known_and_takes_no_other_away() throws IOException {
    var bad = proposed("RUGBY");
    var good = proposed("RUGBY");
    var sitting = sittingOf(bad);
    done(sitting, "Arrange the sitting", with());
    it_is(sitting.preMeetAt());
    screened(sitting, with("screening", List.of(
        with("case", bad.value(), "decision", "SIGNPOSTED", "reason", "Tier 2 has not been tried"), with("case", good.value(), "decision", "LIST"))));
    jdbc.sql("update family_case set forum = 'stratfrod', referring_service = 'shcools', outcome = 'SINGPOSTED' where id = ?").param(bad.value()).update();
    jdbc.sql("update panel_decision set service = 'haelth' where case_id = ?").param(bad.value()).update();

    var lead = Rest.as("safeguarding-lead.war", port);
    var row = lead.get("/api/register?words=" + bad).json().get(0);
    assertThat(row.path("panel").asText()).isEqualTo("stratfrod (not in the pack)");
    assertThat(row.path("referredBy").asText()).endsWith(", shcools (not in the pack)");
    assertThat(row.path("state").asText()).isEqualTo("SINGPOSTED (not in the pack)");
    assertThat(row.path("service").asText()).isEqualTo("haelth (not in the pack)");
    assertThat(row.path("reason").asText()).isEqualTo("Tier 2 has not been tried");
    assertThat(lead.get("/api/register").json().findValuesAsText("caseId")).containsExactlyInAnyOrder(bad.value(), good.value());
    assertThat(lead.get("/register").text()).contains("stratfrod (not in the pack)", good.value());
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(lead.bytes("/api/register/spreadsheet"))); var rows = workbook.getFirstSheet().openStream()) {
      assertThat(rows.toList()).hasSize(3);
    }
    for (var path : List.of("/api/cases", "/api/cases/" + bad, "/api/deadlines", "/api/meetings")) {
      assertThat(lead.get(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void in_the_browser_ticked_rows_are_filled_in_saved_and_still_there_on_the_next_visit() {
    var one = proposed("RUGBY");
    var other = proposed("RUGBY");
    try (var browser = new Tasklist(port)) {
      var page = browser.open("business-support.war", "/register");
      page.locator("#tickAll").check();
      page.locator("#bulkRemark").fill("Ask \"again\" <soon>");
      page.locator("#bulkFollowUp").fill("2026-03-02");
      page.locator("#fill").click();
      page.locator("tr[data-case='" + other + "'] input[name=remark]").fill("Only this one");
      page.locator("#save").click();
      page.getByText("Saved 2 rows.").waitFor();
      page.reload();
      assertThat(page.locator("tr[data-case='" + one + "'] input[name=remark]").inputValue()).isEqualTo("Ask \"again\" <soon>");
      assertThat(page.locator("tr[data-case='" + other + "'] input[name=remark]").inputValue()).isEqualTo("Only this one");
      page.locator("th a", new Page.LocatorOptions().setHasText("Follow up on")).click();
      assertThat(page.url()).contains("sort=FOLLOW_UP");
      browser.picture("register");
    }
  }

  private Rest support() {
    return Rest.as("business-support.war", port);
  }

  private JsonNode row(CaseId id) {
    return support().get("/api/register?words=" + id).json().get(0);
  }

  private List<String> cases(String query) {
    return StreamSupport.stream(support().get("/api/register" + query).json().spliterator(), false).map(row -> row.path("caseId").asText()).toList();
  }

  /** As somebody sends it who has just read the row. */
  private Map<String, Object> change(CaseId id, String remark, String followUpOn) {
    var row = row(id);
    return with("caseId", id.value(), "remark", remark, "followUpOn", followUpOn,
        "was", with("remark", row.path("remark").textValue(), "followUpOn", row.path("followUpOn").textValue()));
  }
}
