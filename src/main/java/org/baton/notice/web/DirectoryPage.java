package org.baton.notice.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.access.PageLinks;
import org.baton.casefile.access.Right;
import org.baton.notice.Directory;
import org.baton.notice.DirectoryEntry;
import org.baton.protocol.Packs;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory as a page: seen, added to, ended, and filled from a file. */
@RestController
class DirectoryPage {

  private final Directory directory;
  private final CurrentUser user;
  private final Access access;
  private final Packs packs;
  private final PageLinks links;
  private final Template template;

  DirectoryPage(Directory directory, CurrentUser user, Access access, Packs packs, PageLinks links) throws IOException {
    this.directory = directory;
    this.user = user;
    this.access = access;
    this.packs = packs;
    this.links = links;
    template = Mustache.compiler().defaultValue("").compile(new ClassPathResource("pages/directory.html").getContentAsString(StandardCharsets.UTF_8));
  }

  @GetMapping(path = "/directory", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(summary = "The directory as a page")
  String page(@RequestParam(defaultValue = "false") boolean ended) {
    access.require(Right.DIRECTORY);
    var rows = directory.entries(user.authorities()).stream().filter(entry -> ended || entry.until().isEmpty()).toList();
    var several = user.authorities().size() > 1;
    return template.execute(Map.of("links", links.from("/directory"), "rows", rows.stream().map(DirectoryPage::cells).toList(), "none", rows.isEmpty(), "ended", ended ? "checked" : "",
        "kinds", Stream.of(DirectoryEntry.Kind.values()).map(Enum::name).toList(), "several", several, "authorities", user.authorities(),
        "forums", user.authorities().stream().flatMap(authority -> packs.current(authority).profile().forums().stream())
            .map(forum -> Map.of("id", forum.id(), "name", forum.name())).toList()));
  }

  private static Map<String, Object> cells(DirectoryEntry entry) {
    return Map.of("id", entry.id(), "authority", entry.authority(), "kind", entry.kind().name(), "who", entry.who().orElse(""), "forum", entry.forum().orElse(""),
        "name", entry.person().orElse(""), "address", entry.address(), "since", entry.since().toString(), "until", entry.until().map(LocalDate::toString).orElse(""),
        "holds", entry.until().isEmpty());
  }
}
