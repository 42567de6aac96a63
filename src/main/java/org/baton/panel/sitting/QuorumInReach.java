package org.baton.panel.sitting;

import java.util.Map;
import java.util.function.Predicate;
import org.baton.protocol.Fact;
import org.baton.protocol.Faults;
import org.baton.protocol.Pack;
import org.baton.protocol.PackRule;
import org.baton.protocol.TableRows;

/** Where everybody is in the room, the sitting is quorate; otherwise no case would ever be heard. */
final class QuorumInReach implements PackRule {

  @Override
  public void check(Pack pack, Faults faults) {
    pack.findRows(QuorumRow.class).ifPresent(quorum -> {
      var seats = pack.rows(SeatRow.class);
      var counts = any(seats, SeatRow::countsForQuorum);
      var services = counts ? (int) pack.profile().services().stream().filter(service -> service.countsForQuorum()).count() : 0;
      var chair = any(seats, SeatRow::chairs);
      if (quorum.one(Map.of(Fact.SERVICES_PRESENT, services, Fact.CHAIR_PRESENT, chair)).cells().quorum() == QuorumRow.Quorum.INQUORATE) {
        faults.add("quorum.dmn", "quorum", "INQUORATE with all " + services + " services that count for it (countsForQuorum of the profile, and of a row of the table 'seat') and "
            + (chair ? "a chair" : "no seat that chairs"), "QUORATE where everybody is there");
      }
    });
  }

  private static boolean any(TableRows<SeatRow> seats, Predicate<SeatRow> what) {
    return seats.names().stream().anyMatch(seat -> what.test(seats.one(Map.of("seat", seat)).cells()));
  }
}
