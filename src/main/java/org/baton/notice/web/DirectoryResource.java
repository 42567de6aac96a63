package org.baton.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baton.casefile.access.Access;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.access.Right;
import org.baton.notice.Directory;
import org.baton.notice.DirectoryEntry;
import org.baton.protocol.ApiInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory of who is written to, and where. */
@RestController
@RequestMapping("/api/directory")
@Tag(name = "Directory")
class DirectoryResource {

  private static final int LARGEST_FILE = 2_000_000;

  private final Directory directory;
  private final CurrentUser user;
  private final Access access;

  DirectoryResource(Directory directory, CurrentUser user, Access access) {
    this.access = access;
    this.directory = directory;
    this.user = user;
  }

  /** @param until the last day; null while it holds */
  record EntryView(String id, String authority, DirectoryEntry.Kind kind, String who, String forum, String name, String address, LocalDate since, LocalDate until) {}

  /** @param refused what is wrong with a line, by its number, the heading being line 1 */
  record ImportView(int taken, Map<Integer, String> refused) {}

  @GetMapping
  @Operation(summary = "Every row of the directory, those that have ended too")
  List<EntryView> entries() {
    access.require(Right.DIRECTORY);
    return directory.entries(user.authorities()).stream().map(entry -> new EntryView(entry.id(), entry.authority(), entry.kind(), entry.who().orElse(null),
        entry.forum().orElse(null), entry.person().orElse(null), entry.address(), entry.since(), entry.until().orElse(null))).toList();
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Add rows (no id) and end others (id and until): all, or none if one is refused")
  void keep(@RequestParam(required = false) String authority, @RequestBody List<Directory.Row> rows) {
    directory.keep(mayKeep(authority), rows);
  }

  @PostMapping(path = "/import", consumes = "text/csv")
  @Operation(summary = "Add rows from a CSV file (UTF-8)", description = "First line: kind,who,forum,name,address,since,until. Bad lines are reported by number, the others are taken")
  ImportView importCsv(@RequestParam(required = false) String authority, @RequestBody byte[] file) {
    if (file.length > LARGEST_FILE) {
      throw new IllegalArgumentException("The file has " + file.length + " bytes; expected " + LARGEST_FILE + " at most");
    }
    var imported = directory.importCsv(mayKeep(authority), file);
    return new ImportView(imported.taken(), imported.refused());
  }

  /** The authority whose directory the user may keep: the one asked for, or the only one. */
  private String mayKeep(String authority) {
    access.require(Right.DIRECTORY);
    return ApiInput.authority(authority, user.authorities().stream().filter(mine -> access.has(mine, Right.DIRECTORY)).toList());
  }

  @ExceptionHandler
  ProblemDetail badInput(IllegalArgumentException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
  }
}
