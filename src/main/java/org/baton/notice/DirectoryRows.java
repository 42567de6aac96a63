package org.baton.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.baton.calendar.WorkingCalendar;
import org.baton.panel.sitting.SeatRow;
import org.baton.protocol.ApiInput;
import org.baton.protocol.FormText;
import org.baton.protocol.Pack;
import org.baton.protocol.TableRows;
import org.springframework.stereotype.Component;

/** Reads rows of the directory as people write them, and says what is wrong with one. */
@Component
class DirectoryRows {

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WHO = 64;

  private final Clock clock;

  DirectoryRows(Clock clock) {
    this.clock = clock;
  }

  /** @throws IllegalArgumentException naming the field and what was expected */
  DirectoryEntry entry(Pack pack, Directory.Row row) {
    var kind = Stream.of(DirectoryEntry.Kind.values()).filter(one -> one.name().equalsIgnoreCase(text(row.kind()).orElse(""))).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("kind is " + length(row.kind()) + "; expected one of " + List.of(DirectoryEntry.Kind.values())));
    var who = text(row.who());
    var name = text(row.name());
    var forum = text(row.forum());
    check(pack, kind, who, name);
    var forums = pack.profile().forums().stream().map(one -> one.id()).toList();
    forum.filter(id -> !forums.contains(id)).ifPresent(id -> {
      throw new IllegalArgumentException("forum is " + length(id) + "; expected nothing or one of " + forums);
    });
    if (name.map(String::length).orElse(0) > LONGEST_NAME) {
      throw new IllegalArgumentException("name is " + length(name.get()) + "; expected " + LONGEST_NAME + " at most");
    }
    name.flatMap(typed -> FormText.fault(typed, false)).ifPresent(expected -> {
      throw new IllegalArgumentException("name is " + length(name.get()) + "; expected " + expected);
    });
    var address = text(row.address()).filter(DirectoryRows::isAddress)
        .orElseThrow(() -> new IllegalArgumentException("address is " + length(row.address()) + "; expected an e-mail address of " + LONGEST_ADDRESS + " characters at most"));
    var since = day("since", row.since()).orElse(WorkingCalendar.day(clock.instant()));
    var until = day("until", row.until());
    if (until.isPresent() && until.get().isBefore(since)) {
      throw new IllegalArgumentException("until is " + until.get() + "; expected " + since + " or later, as the row begins then");
    }
    return new DirectoryEntry(UUID.randomUUID().toString(), pack.authority(), kind, who, forum, name, address, since, until);
  }

  private static void check(Pack pack, DirectoryEntry.Kind kind, Optional<String> who, Optional<String> name) {
    if (kind == DirectoryEntry.Kind.PERSON) {
      if (who.isPresent() || name.isEmpty()) {
        throw new IllegalArgumentException((who.isPresent() ? "who is " + length(who.get()) : "name is nothing") + "; a person has a name and no id in who");
      }
      return;
    }
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

  /** Whether mail can be addressed to it. */
  static boolean isAddress(String text) {
    try {
      var address = new InternetAddress(text, true);
      return text.length() <= LONGEST_ADDRESS && address.getAddress().equals(text) && text.indexOf('@') > 0 && text.chars().noneMatch(letter -> letter <= ' ' || letter == ',');
    } catch (AddressException e) {
      return false;
    }
  }

  static Optional<LocalDate> day(String field, String value) {
    try {
      return text(value).map(LocalDate::parse).map(day -> ApiInput.day(field, day));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(field + " is " + length(value) + "; expected a day such as 2026-11-22");
    }
  }

  static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static Optional<String> text(String value) {
    return blank(value) ? Optional.empty() : Optional.of(value.strip());
  }

  static String length(String value) {
    return blank(value) ? "nothing" : value.length() + " characters";
  }
}
