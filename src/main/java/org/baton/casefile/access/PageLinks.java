package org.baton.casefile.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where a person can go from one of Baton's pages: to those that their roles open. */
@Component
public class PageLinks {

  private record Page(String path, String name, Right right) {}

  private static final List<Page> PAGES = List.of(new Page("/register", "Register", Right.READ_REGISTER), new Page("/records", "System of record", Right.RECORDS),
      new Page("/letters", "Letters", Right.PASSWORDS), new Page("/directory", "Directory", Right.DIRECTORY));

  private final Access access;
  private final CurrentUser user;

  PageLinks(Access access, CurrentUser user) {
    this.access = access;
    this.user = user;
  }

  /** For a template: {@code path} and {@code name} of each, the page that asks left out. */
  public List<Map<String, String>> from(String here) {
    var links = new ArrayList<Map<String, String>>(List.of(Map.of("path", "/camunda/app/tasklist/", "name", "Tasklist")));
    PAGES.stream().filter(page -> !page.path().equals(here) && user.authorities().stream().anyMatch(authority -> access.has(authority, page.right())))
        .forEach(page -> links.add(Map.of("path", page.path(), "name", page.name())));
    return links;
  }
}
