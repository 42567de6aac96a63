package org.baton.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.access.CurrentUser;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of an authority: of its roles, seats and services, of people, and of bodies outside. Rows are ended, never deleted. */
@Service
@Transactional
public class Directory {

  private static final int MOST_ROWS = 5_000;

  private final DirectoryStore store;
  private final DirectoryRows rows;
  private final Packs packs;
  private final Clock clock;
  private final CurrentUser user;

  Directory(DirectoryStore store, DirectoryRows rows, Packs packs, Clock clock, CurrentUser user) {
    this.store = store;
    this.rows = rows;
    this.packs = packs;
    this.clock = clock;
    this.user = user;
  }

  /**
   * A row as people write it; what is null or blank is left out.
   *
   * @param id of a row that is there, to end it on {@code until}; null for a new one
   * @param kind PERSON, SEAT, ROLE, SERVICE or OUTSIDE
   * @param since yyyy-MM-dd; today if left out
   */
  public record Row(String id, String kind, String who, String forum, String name, String address, String since, String until) {}

  /** @param refused what is wrong with a line, by its number, the heading being line 1 */
  public record Imported(int taken, Map<Integer, String> refused) {}

  /** Every row of these authorities, those that have ended too. */
  @Transactional(readOnly = true)
  public List<DirectoryEntry> entries(Collection<String> authorities) {
    return store.all(authorities);
  }

  /**
   * Adds rows and ends others: all, or none if one is refused.
   *
   * @throws IllegalArgumentException naming the row, the field and what was expected
   */
  public void keep(String authority, List<Row> given) {
    if (given.size() > MOST_ROWS) {
      throw new IllegalArgumentException("There are " + given.size() + " rows; expected " + MOST_ROWS + " at most");
    }
    var pack = packs.current(authority);
    for (var i = 0; i < given.size(); i++) {
      try {
        if (given.get(i) == null) {
          throw new IllegalArgumentException("nothing is there; expected a row");
        }
        keep(pack, given.get(i));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("Row " + (i + 1) + ": " + e.getMessage());
      }
    }
  }

  /**
   * Takes a file with the columns kind, who, forum, name, address, since, until in any order, parted by commas or semicolons. A line that
   * cannot be taken is reported and the others are taken; a row that is there already, with the same address, is not added again.
   *
   * @throws IllegalArgumentException if the first line names no such columns
   */
  public Imported importCsv(String authority, byte[] file) {
    var lines = DirectoryCsv.lines(file);
    var heading = DirectoryCsv.decoded(lines.get(0)).orElse("").replace("\uFEFF", "");
    var separator = heading.contains(";") ? ';' : ',';
    var columns = DirectoryCsv.cells(heading, separator).stream().map(cell -> cell.strip().toLowerCase()).toList();
    if (!columns.containsAll(List.of("kind", "address")) || !DirectoryCsv.COLUMNS.containsAll(columns)) {
      throw new IllegalArgumentException("The first line names " + columns.size() + " columns; expected some of " + DirectoryCsv.COLUMNS + ", kind and address among them");
    }
    if (lines.size() > MOST_ROWS + 1) {
      throw new IllegalArgumentException("There are " + lines.size() + " lines; expected " + (MOST_ROWS + 1) + " at most");
    }
    var pack = packs.current(authority);
    var known = new ArrayList<>(store.all(List.of(authority)));
    var refused = new TreeMap<Integer, String>();
    var taken = 0;
    for (var i = 1; i < lines.size(); i++) {
      try {
        var line = DirectoryCsv.decoded(lines.get(i)).orElseThrow(() -> new IllegalArgumentException("it is no UTF-8; expected a file saved as CSV UTF-8"));
        if (!line.isBlank()) {
          var entry = rows.entry(pack, DirectoryCsv.row(columns, DirectoryCsv.cells(line, separator)));
          if (known.stream().noneMatch(other -> same(other, entry))) {
            store.insert(entry, user.id(), clock.instant());
            known.add(entry);
          }
          taken++;
        }
      } catch (IllegalArgumentException e) {
        refused.put(i + 1, e.getMessage());
      }
    }
    return new Imported(taken, refused);
  }

  /** Where that role, service, seat or body is written to today: its rows for the forum, else those for the whole authority. */
  List<DirectoryEntry> of(String authority, Optional<String> forum, String who, DirectoryEntry.Kind first) {
    var today = store.of(authority, who, today());
    return Stream.concat(Stream.of(first), Stream.of(DirectoryEntry.Kind.values())).map(kind -> {
      var ofKind = today.stream().filter(entry -> entry.kind() == kind).toList();
      var ofForum = ofKind.stream().filter(entry -> forum.isPresent() && entry.forum().equals(forum)).toList();
      return ofForum.isEmpty() ? ofKind.stream().filter(entry -> entry.forum().isEmpty()).toList() : ofForum;
    }).filter(entries -> !entries.isEmpty()).findFirst().orElse(List.of());
  }

  List<DirectoryEntry> named(String authority, String name) {
    return store.named(authority, name.strip(), today());
  }

  private void keep(Pack pack, Row row) {
    if (DirectoryRows.blank(row.id())) {
      var added = rows.entry(pack, row);
      if (store.all(List.of(pack.authority())).stream().anyMatch(other -> same(other, added))) {
        throw new IllegalArgumentException("address is in the directory for that already; expected another, or nothing to add");
      }
      store.insert(added, user.id(), clock.instant());
      return;
    }
    var entry = store.find(row.id()).filter(found -> found.authority().equals(pack.authority()))
        .orElseThrow(() -> new IllegalArgumentException("id is of " + row.id().length() + " characters; expected that of a row of the directory"));
    checkUnchanged(entry, row);
    var until = DirectoryRows.day("until", row.until()).orElseThrow(() -> new IllegalArgumentException("until is nothing; expected the last day of the row"));
    if (until.isBefore(entry.since())) {
      throw new IllegalArgumentException("until is " + until + "; expected " + entry.since() + " or later, as the row began then");
    }
    store.end(entry.id(), until, user.id(), clock.instant());
  }

  /** A row that was there is ended, and nothing else of it changes. */
  private static void checkUnchanged(DirectoryEntry entry, Row row) {
    unchanged("kind", row.kind(), Optional.of(entry.kind().name()));
    unchanged("who", row.who(), entry.who());
    unchanged("forum", row.forum(), entry.forum());
    unchanged("name", row.name(), entry.person());
    unchanged("address", row.address(), Optional.of(entry.address()));
    unchanged("since", row.since(), Optional.of(entry.since().toString()));
  }

  private static void unchanged(String field, String sent, Optional<String> kept) {
    if (!DirectoryRows.blank(sent) && !kept.equals(Optional.of(sent.strip()))) {
      throw new IllegalArgumentException(field + " is " + DirectoryRows.length(sent) + " and not what the row has; a row is ended by its id and until alone, and another one added");
    }
  }

  private static boolean same(DirectoryEntry one, DirectoryEntry other) {
    return one.kind() == other.kind() && one.who().equals(other.who()) && one.forum().equals(other.forum()) && one.person().equals(other.person())
        && one.address().equalsIgnoreCase(other.address()) && one.until().equals(other.until());
  }

  private LocalDate today() {
    return WorkingCalendar.day(clock.instant());
  }
}
