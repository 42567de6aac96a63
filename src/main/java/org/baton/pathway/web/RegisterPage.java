package org.baton.pathway.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.access.PageLinks;
import org.baton.pathway.Register;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The register as a page: sorted by a click on a heading, changed in bulk, printed as it is shown. */
@RestController
class RegisterPage {

  private static final List<Map.Entry<Register.Sort, String>> COLUMNS = List.of(Map.entry(Register.Sort.CASE, "Case"), Map.entry(Register.Sort.PANEL, "Panel"),
      Map.entry(Register.Sort.RECEIVED, "Received"), Map.entry(Register.Sort.STATE, "State"), Map.entry(Register.Sort.SITTING, "Sitting"),
      Map.entry(Register.Sort.DECISION, "Decision and reason"), Map.entry(Register.Sort.DECIDED, "Decided"), Map.entry(Register.Sort.FOLLOW_UP, "Follow up on"));

  private final Register register;
  private final PageLinks links;
  private final Template template;

  RegisterPage(Register register, PageLinks links) throws IOException {
    this.register = register;
    this.links = links;
    template = Mustache.compiler().defaultValue("").compile(new ClassPathResource("pages/register.html").getContentAsString(StandardCharsets.UTF_8));
  }

  @GetMapping(path = "/register", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(summary = "The register of referrals and outcomes as a page")
  String page(
      @RequestParam(defaultValue = "") String forum, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "RECEIVED") Register.Sort sort, @RequestParam(defaultValue = "true") boolean descending,
      @RequestParam(defaultValue = "0") int page) {
    var asked = new Register.Query(forum, words, open, sort, descending);
    var rows = register.page(asked, page);
    return template.execute(Map.ofEntries(
        Map.entry("links", links.from("/register")),
        Map.entry("panels", register.panels().stream()
            .map(panel -> Map.of("id", panel.id(), "name", panel.name(), "chosen", panel.id().equals(forum) ? "selected" : "")).toList()),
        Map.entry("words", words), Map.entry("open", open ? "checked" : ""), Map.entry("sort", sort.name()), Map.entry("descending", descending),
        Map.entry("columns", COLUMNS.stream().map(column -> Map.of("name", column.getValue(),
            "link", link("", asked, column.getKey(), column.getKey() == sort && !descending, 0),
            "arrow", column.getKey() == sort ? descending ? "▾" : "▴" : "")).toList()),
        Map.entry("rows", rows.stream().map(RegisterPage::cells).toList()), Map.entry("none", rows.isEmpty()),
        Map.entry("spreadsheet", link("/api/register/spreadsheet", asked, sort, descending, 0)),
        Map.entry("pages", Stream.concat(page > 0 ? Stream.of(Map.of("name", "Earlier page", "link", link("", asked, sort, descending, page - 1))) : Stream.of(),
            rows.size() == Register.PAGE ? Stream.of(Map.of("name", "Next page", "link", link("", asked, sort, descending, page + 1))) : Stream.of()).toList())));
  }

  private static Map<String, Object> cells(Register.Row row) {
    return Map.ofEntries(Map.entry("caseId", row.caseId()), Map.entry("panel", text(row.panel())), Map.entry("received", day(row.receivedAt())),
        Map.entry("children", row.children()), Map.entry("referredBy", row.referredBy()), Map.entry("route", row.route()), Map.entry("level", text(row.level())),
        Map.entry("state", row.state()), Map.entry("sitting", day(row.sitting())), Map.entry("decision", text(row.decision())),
        Map.entry("service", text(row.service())), Map.entry("reason", text(row.reason())), Map.entry("decided", day(row.decidedAt())),
        Map.entry("decider", text(row.decider())), Map.entry("remark", text(row.remark())), Map.entry("followUpOn", row.followUpOn() == null ? "" : row.followUpOn().toString()));
  }

  private static String link(String path, Register.Query query, Register.Sort sort, boolean descending, int page) {
    return UriComponentsBuilder.fromPath(path).queryParam("forum", query.forum()).queryParam("words", "{words}").queryParam("open", query.open())
        .queryParam("sort", sort).queryParam("descending", descending).queryParam("page", page).encode().buildAndExpand(query.words()).toUriString();
  }

  private static String day(Instant instant) {
    return instant == null ? "" : WorkingCalendar.day(instant).toString();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
