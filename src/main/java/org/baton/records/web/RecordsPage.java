package org.baton.records.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.casefile.CaseId;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.access.PageLinks;
import org.baton.casefile.access.Right;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** What stands in the embedded record system, newest first, of the authorities that the reader belongs to. */
@RestController
class RecordsPage {

  private static final int ENTRIES = 200;

  private final JdbcClient jdbc;
  private final CurrentUser user;
  private final Access access;
  private final PageLinks links;

  RecordsPage(JdbcClient jdbc, CurrentUser user, Access access, PageLinks links) {
    this.links = links;
    this.access = access;
    this.jdbc = jdbc;
    this.user = user;
  }

  @GetMapping(path = "/records", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(summary = "What was entered in the embedded record systems, as a page")
  String page() {
    var rows = new StringBuilder();
    access.require(Right.RECORDS);
    var entries = user.authorities().stream().flatMap(authority -> rows(authority).stream()).toList();
    var open = access.opened(entries.stream().map(row -> new CaseId(row.get(2))).toList(), Optional.of(Right.RECORDS));
    access.shown(open, "records");
    entries.stream().filter(row -> open.contains(new CaseId(row.get(2)))).forEach(row -> {
      rows.append("<tr>");
      row.forEach(cell -> rows.append("<td>").append(HtmlUtils.htmlEscape(cell)).append("</td>"));
      rows.append("</tr>\n");
    });
    var nav = links.from("/records").stream().map(link -> "<a href=\"" + link.get("path") + "\">" + link.get("name") + "</a> ").collect(Collectors.joining());
    return """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>System of record</title>
        <style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.4em;text-align:left;
        vertical-align:top;white-space:pre-wrap}nav a{margin-right:1em}</style></head><body><nav>""" + nav + """
        </nav><h1>System of record</h1>
        <p>The embedded stand-in for Mosaic or Liquidlogic. The newest 200 entries of your authority.</p>
        <table><tr><th>Entered</th><th>System</th><th>Case</th><th>Kind</th><th>Content</th><th>Reference</th></tr>
        """ + rows + "</table></body></html>\n";
  }

  private List<List<String>> rows(String authority) {
    return jdbc.sql("select created_at, system, subject, kind, content, reference from embedded_record where authority = ?"
            + " order by created_at desc, reference limit " + ENTRIES)
        .param(authority)
        .query((row, number) -> List.of(row.getTimestamp(1).toInstant().toString(), row.getString(2), row.getString(3), row.getString(4),
            row.getString(5), row.getString(6))).list();
  }
}
