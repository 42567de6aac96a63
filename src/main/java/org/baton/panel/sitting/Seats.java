package org.baton.panel.sitting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baton.protocol.DecisionTable.Answer;
import org.baton.protocol.Pack;

/** What each seat of a sitting may do and counts for, by the authority's {@code seat} table; each is read once. */
public final class Seats {

  private final Pack pack;
  private final Map<String, Optional<Answer>> rows = new HashMap<>();

  public Seats(Pack pack) {
    this.pack = pack;
  }

  boolean known(String seat) {
    return row(seat).isPresent();
  }

  boolean chairs(Attendee attendee) {
    return yes(attendee, "chairs");
  }

  boolean countsForQuorum(Attendee attendee) {
    return yes(attendee, "countsForQuorum") && pack.profile().service(attendee.service()).countsForQuorum();
  }

  public boolean votes(Attendee attendee) {
    return yes(attendee, "votes");
  }

  /** Whether whoever sits there casts the one vote of the service. */
  public boolean votesForService(Attendee attendee) {
    return row(attendee.role()).flatMap(row -> row.optionalText("votesFor")).filter("SERVICE"::equals).isPresent();
  }

  /** Whether whoever sits there speaks for the sector of the service. */
  boolean speaks(Attendee attendee) {
    return yes(attendee, "speaks");
  }

  private boolean yes(Attendee attendee, String column) {
    return row(attendee.role()).orElseThrow(() -> new IllegalStateException("The table 'seat' has no row for " + attendee.role())).yes(column);
  }

  private Optional<Answer> row(String seat) {
    return rows.computeIfAbsent(seat, asked -> pack.table("seat").find(Map.of("seat", asked)));
  }
}
