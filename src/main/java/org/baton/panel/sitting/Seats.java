package org.baton.panel.sitting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Pack;
import org.baton.protocol.Row;

/** What each seat of a sitting may do and counts for, by the authority's {@code seat} table; each is read once. */
final class Seats {

  private final Pack pack;
  private final Map<String, Optional<SeatRow>> rows = new HashMap<>();

  Seats(Pack pack) {
    this.pack = pack;
  }

  boolean known(String seat) {
    return row(seat).isPresent();
  }

  boolean chairs(Attendee attendee) {
    return of(attendee).chairs();
  }

  boolean countsForQuorum(Attendee attendee) {
    return of(attendee).countsForQuorum() && pack.profile().service(attendee.service()).countsForQuorum();
  }

  boolean votes(Attendee attendee) {
    return of(attendee).votes();
  }

  /** Whether whoever sits there casts the one vote of the service. */
  boolean votesForService(Attendee attendee) {
    return of(attendee).votesFor().filter(SeatRow.VotesFor.SERVICE::equals).isPresent();
  }

  /** Whether whoever sits there speaks for the sector of the service. */
  boolean speaks(Attendee attendee) {
    return of(attendee).speaks();
  }

  /** The services whose people alone may sit there; empty where anybody may. */
  List<String> onlyFrom(Attendee attendee) {
    return of(attendee).onlyFrom().orElse(List.of());
  }

  private SeatRow of(Attendee attendee) {
    return row(attendee.role()).orElseThrow(() -> new IllegalArgumentException("The table 'seat' has no row for " + attendee.role()));
  }

  private Optional<SeatRow> row(String seat) {
    return rows.computeIfAbsent(seat, asked -> pack.rows(SeatRow.class).find(Map.of("seat", asked)).map(Row::cells));
  }
}
