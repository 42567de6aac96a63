package org.baton.notice;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.access.CurrentUser;
import org.baton.panel.sitting.SeatRow;
import org.baton.protocol.ApiInput;
import org.baton.protocol.FormText;
import org.baton.protocol.Packs;
import org.baton.protocol.TableRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of an authority: of its roles, seats and services, of people, and of bodies outside. Rows are ended, never deleted. */
@Service
@Transactional
public class Directory {

  static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WHO = 64;
  private static final int MOST_ROWS = 5_000;
  private static final Pattern AFTER_HYPHEN = Pattern.compile("-([a-z])");
  private static final List<String> COLUMNS = List.of("kind", "who", "forum", "name", "address", "since", "until");
  private static final CsvMapper CSV = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.TRIM_SPACES).build();

  private final DirectoryStore store;
  private final Packs packs;
  private final Clock clock;
  private final CurrentUser user;

  Directory(DirectoryStore store, Packs packs, Clock clock, CurrentUser user) {
    this.store = store;
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
  public void keep(String authority, List<Row> rows) {
    if (rows.size() > MOST_ROWS) {
      throw new IllegalArgumentException("There are " + rows.size() + " rows; expected " + MOST_ROWS + " at most");
    }
    for (var i = 0; i < rows.size(); i++) {
      try {
        if (rows.get(i) == null) {
          throw new IllegalArgumentException("nothing is there; expected a row");
        }
        keep(authority, rows.get(i));
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
    var lines = lines(file);
    var heading = decoded(lines.get(0)).orElse("").replace("\uFEFF", "");
    var separator = heading.contains(";") ? ';' : ',';
    var columns = cells(heading, separator).stream().map(cell -> cell.strip().toLowerCase()).toList();
    if (!columns.containsAll(List.of("kind", "address")) || !COLUMNS.containsAll(columns)) {
      throw new IllegalArgumentException("The first line names " + columns.size() + " columns; expected some of " + COLUMNS + ", kind and address among them");
    }
    if (lines.size() > MOST_ROWS + 1) {
      throw new IllegalArgumentException("There are " + lines.size() + " lines; expected " + (MOST_ROWS + 1) + " at most");
    }
    var known = new ArrayList<>(store.all(List.of(authority)));
    var refused = new TreeMap<Integer, String>();
    var taken = 0;
    for (var i = 1; i < lines.size(); i++) {
      try {
        var line = decoded(lines.get(i)).orElseThrow(() -> new IllegalArgumentException("it is no UTF-8; expected a file saved as CSV UTF-8"));
        if (!line.isBlank()) {
          var entry = entry(authority, row(columns, cells(line, separator)));
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

  /** The answer that chooses whom a word of the tables means: {@code supporting-services} is asked for as {@code supportingServices}. */
  public static String answerKey(String word) {
    return AFTER_HYPHEN.matcher(word).replaceAll(letter -> letter.group(1).toUpperCase());
  }

  /** Whether mail can be addressed to it. */
  static boolean isAddress(String text) {
    try {
      var address = new InternetAddress(text, true);
      return text.length() <= LONGEST_ADDRESS && address.getAddress().equals(text) && text.indexOf('@') > 0 && text.chars().noneMatch(letter -> letter <= ' ' || letter == ',');
    } catch (AddressException e) {
      return false;
    }
  }

  private void keep(String authority, Row row) {
    if (blank(row.id())) {
      var added = entry(authority, row);
      if (store.all(List.of(authority)).stream().anyMatch(other -> same(other, added))) {
        throw new IllegalArgumentException("address is in the directory for that already; expected another, or nothing to add");
      }
      store.insert(added, user.id(), clock.instant());
      return;
    }
    var entry = store.find(row.id()).filter(found -> found.authority().equals(authority))
        .orElseThrow(() -> new IllegalArgumentException("id is of " + row.id().length() + " characters; expected that of a row of the directory"));
    checkUnchanged(entry, row);
    var until = day("until", row.until()).orElseThrow(() -> new IllegalArgumentException("until is nothing; expected the last day of the row"));
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
    if (!blank(sent) && !kept.equals(Optional.of(sent.strip()))) {
      throw new IllegalArgumentException(field + " is " + length(sent) + " and not what the row has; a row is ended by its id and until alone, and another one added");
    }
  }

  private DirectoryEntry entry(String authority, Row row) {
    var kind = Stream.of(DirectoryEntry.Kind.values()).filter(one -> one.name().equalsIgnoreCase(text(row.kind()).orElse(""))).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("kind is " + length(row.kind()) + "; expected one of " + List.of(DirectoryEntry.Kind.values())));
    var who = text(row.who());
    var name = text(row.name());
    var forum = text(row.forum());
    check(authority, kind, who, name);
    var forums = packs.current(authority).profile().forums().stream().map(one -> one.id()).toList();
    forum.filter(id -> !forums.contains(id)).ifPresent(id -> {
      throw new IllegalArgumentException("forum is " + length(id) + "; expected nothing or one of " + forums);
    });
    if (name.map(String::length).orElse(0) > LONGEST_NAME) {
      throw new IllegalArgumentException("name is " + length(name.get()) + "; expected " + LONGEST_NAME + " at most");
    }
    name.flatMap(typed -> FormText.fault(typed, false)).ifPresent(expected -> {
      throw new IllegalArgumentException("name is " + length(name.get()) + "; expected " + expected);
    });
    var address = text(row.address()).filter(Directory::isAddress)
        .orElseThrow(() -> new IllegalArgumentException("address is " + length(row.address()) + "; expected an e-mail address of " + LONGEST_ADDRESS + " characters at most"));
    var since = day("since", row.since()).orElse(today());
    var until = day("until", row.until());
    if (until.isPresent() && until.get().isBefore(since)) {
      throw new IllegalArgumentException("until is " + until.get() + "; expected " + since + " or later, as the row begins then");
    }
    return new DirectoryEntry(UUID.randomUUID().toString(), authority, kind, who, forum, name, address, since, until);
  }

  private void check(String authority, DirectoryEntry.Kind kind, Optional<String> who, Optional<String> name) {
    if (kind == DirectoryEntry.Kind.PERSON) {
      if (who.isPresent() || name.isEmpty()) {
        throw new IllegalArgumentException((who.isPresent() ? "who is " + length(who.get()) : "name is nothing") + "; a person has a name and no id in who");
      }
      return;
    }
    var pack = packs.current(authority);
    var known = switch (kind) {
      case ROLE -> pack.roles();
      case SEAT -> pack.findRows(SeatRow.class).map(TableRows::names).orElse(List.of());
      case SERVICE -> pack.profile().services().stream().map(service -> service.id()).toList();
      default -> List.<String>of();
    };
    var id = who.orElseThrow(() -> new IllegalArgumentException("who is nothing; expected the id of the " + kind.name().toLowerCase()));
    if (kind == DirectoryEntry.Kind.OUTSIDE ? !id.matches("[a-z][a-z0-9-]{0," + (LONGEST_WHO - 1) + "}") : !known.contains(id)) {
      throw new IllegalArgumentException("who is " + length(id) + "; expected " + (kind == DirectoryEntry.Kind.OUTSIDE
          ? "small letters, digits and hyphens, as the tables name the body" : "one of " + known));
    }
  }

  private static boolean same(DirectoryEntry one, DirectoryEntry other) {
    return one.kind() == other.kind() && one.who().equals(other.who()) && one.forum().equals(other.forum()) && one.person().equals(other.person())
        && one.address().equalsIgnoreCase(other.address()) && one.until().equals(other.until());
  }

  private static Optional<LocalDate> day(String field, String value) {
    try {
      return text(value).map(LocalDate::parse).map(day -> ApiInput.day(field, day));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(field + " is " + length(value) + "; expected a day such as 2026-11-22");
    }
  }

  private static Row row(List<String> columns, List<String> cells) {
    if (cells.size() > columns.size()) {
      throw new IllegalArgumentException("there are " + cells.size() + " cells; expected " + columns.size());
    }
    var row = new HashMap<String, String>();
    for (var i = 0; i < cells.size(); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    return new Row(null, row.get("kind"), row.get("who"), row.get("forum"), row.get("name"), row.get("address"), row.get("since"), row.get("until"));
  }

  private static List<String> cells(String line, char separator) {
    try (MappingIterator<String[]> rows = CSV.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(separator)).readValues(line)) {
      return rows.hasNext() ? List.of(rows.next()) : List.of();
    } catch (IOException | RuntimeJsonMappingException e) {
      throw new IllegalArgumentException("it cannot be read; expected cells parted by '" + separator + "', quotes closed on the same line");
    }
  }

  private static List<byte[]> lines(byte[] file) {
    var lines = new ArrayList<byte[]>();
    var line = new ByteArrayOutputStream();
    for (var one : file) {
      if (one == '\n') {
        lines.add(line.toByteArray());
        line.reset();
      } else if (one != '\r') {
        line.write(one);
      }
    }
    lines.add(line.toByteArray());
    return lines;
  }

  private static Optional<String> decoded(byte[] line) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private LocalDate today() {
    return WorkingCalendar.day(clock.instant());
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static Optional<String> text(String value) {
    return blank(value) ? Optional.empty() : Optional.of(value.strip());
  }

  private static String length(String value) {
    return blank(value) ? "nothing" : value.length() + " characters";
  }
}
