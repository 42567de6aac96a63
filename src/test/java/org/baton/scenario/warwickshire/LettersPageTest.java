package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.baton.casefile.CaseId;
import org.baton.notice.Notice;
import org.baton.support.Rest;
import org.baton.support.Tasklist;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Business support sees to letters on a page of its own, in a browser. */
class LettersPageTest extends WarwickshireStory {

  @LocalServerPort private int port;

  @Test
  void a_password_is_shown_once_and_opens_the_letter_and_whoever_lost_it_gets_another() throws Exception {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    signposted(id);
    try (var browser = new Tasklist(port)) {
      var page = browser.open("business-support.war", "/letters?about=" + id);
      assertThat(rows(page, "#locked")).isEqualTo(1);
      page.locator(".password").click();
      var password = page.locator("output").textContent();
      try (var opened = Loader.loadPDF(enclosed(letters(id).get(0)), password)) {
        assertThat(opened.getNumberOfPages()).isPositive();
      }
      page.reload();
      assertThat(page.locator("#locked").textContent()).contains("Shown to business-support.war").doesNotContain(password);
      assertThat(page.locator(".password").count()).isZero();
      page.locator(".again").click();
      page.locator(".password").waitFor();
      assertThat(rows(page, "#locked")).isEqualTo(2);
      assertThat(page.locator("#locked tbody").textContent()).as("told from the first").containsOnlyOnce("no. 2");
      page.locator(".password").click();
      assertThat(page.locator("output").textContent()).isNotEqualTo(password);
    }
    assertThat(letters(id)).hasSize(2);
  }

  @Test
  void what_nobody_got_is_told_on_the_page_and_its_task_asks_no_longer() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    jdbc.sql("update family_case set referrer_email = null where id = ?").param(id.value()).update();
    signposted(id);
    var asked = open(id);
    assertThat(asked).contains("Tell by other means");
    try (var browser = new Tasklist(port)) {
      var page = browser.open("business-support.war", "/letters?about=" + id);
      var row = page.locator("tr[data-id='" + letters(id).get(0).messageId() + "']");
      assertThat(row.textContent()).contains("The directory has no address");
      row.locator("summary").click();
      row.locator("[name=toldHow]").selectOption(new SelectOption().setLabel("By telephone"));
      row.locator("[name=toldWhom]").fill("Ann Teacher");
      row.locator("[name=toldOn]").fill("2027-01-01");
      row.locator("[name=toldWhat]").fill("That Tier 2 is enough");
      row.locator("button").click();
      page.locator("#said.refused").waitFor();
      assertThat(page.locator("#said").textContent()).contains("toldOn: got 2027-01-01, expected today or an earlier day.", "Nothing was changed");
      row.locator("[name=toldOn]").fill("2026-03-04");
      row.locator("button").click();
      row.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
    assertThat(letters(id)).singleElement().extracting(Notice::state).isEqualTo(Notice.State.TOLD);
    assertThat(open(id)).hasSize(asked.size() - 1);
    assertThat(chronology.of(id)).anyMatch(entry -> entry.entry().contains("told to Ann Teacher (By telephone, 4 March 2026)"));
  }

  @Test
  void only_who_tells_passwords_sees_the_page_and_of_the_own_authority_alone() {
    var id = referral("route", "ROUTE_3", "district", "RUGBY");
    signposted(id);
    assertThat(Rest.as("business-support.war", port).get("/letters").text()).contains(id.value()).contains("href=\"/directory\"", "href=\"/register\"")
        .doesNotContain("href=\"/letters\"");
    assertThat(Rest.as("chair.war", port).get("/register").text()).as("what a role does not open is not offered").doesNotContain("href=\"/letters\"", "href=\"/directory\"");
    assertThat(Rest.as("business-support.cam", port).get("/letters").text()).doesNotContain(id.value());
    assertThat(Rest.as("business-support.war", port).get("/letters?about=WAR-2026-999999").text()).doesNotContain(id.value()).contains("No protected letter was sent");
    assertThat(Rest.as("chair.war", port).get("/letters").status()).isEqualTo(403);
    assertThat(Rest.as("supervisor.war", port).get("/letters").status()).isEqualTo(403);
    assertThat(Rest.anonymous(port).get("/letters").status()).isEqualTo(401);
  }

  private List<Notice> letters(CaseId id) {
    return deliveries.of(id).stream().filter(notice -> notice.name().equals("panelDecision")).toList();
  }

  private static int rows(Page page, String table) {
    return page.locator(table + " tbody tr").count();
  }
}
