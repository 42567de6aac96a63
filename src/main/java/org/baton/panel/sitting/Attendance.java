package org.baton.panel.sitting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.panel.PanelRefusedException;
import org.baton.protocol.ApiInput;
import org.baton.protocol.Fact;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the room, and what that makes of the sitting. How a body sits follows the pack of its meeting. */
@Service
@Transactional
public class Attendance {

  private final AttendanceStore store;
  private final Sittings sittings;
  private final Packs packs;
  private final Clock clock;

  Attendance(AttendanceStore store, Sittings sittings, Packs packs, Clock clock) {
    this.store = store;
    this.sittings = sittings;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * Who is in the room now; whoever signed in before and is not named has left. Attendance by telephone or video counts.
   *
   * @throws PanelRefusedException if a service or seat is not known to the authority, if the seat is for people of other services, if the sitting is over or cancelled, or if somebody
   *     moved it in this very moment
   */
  public void signIn(String meetingId, List<Attendee> attendees) {
    var meeting = sittings.get(meetingId);
    var pack = pack(meetingId);
    var seats = new Seats(pack);
    attendees.forEach(attendee -> {
      if (pack.profile().services().stream().noneMatch(service -> service.id().equals(attendee.service()))) {
        throw new PanelRefusedException("attendance.service is " + ApiInput.named(attendee.service()) + "; expected a service of the authority");
      }
      if (!seats.known(attendee.role())) {
        throw new PanelRefusedException("attendance.role is " + ApiInput.named(attendee.role()) + "; expected a row of the table 'seat'");
      }
      var onlyFrom = seats.onlyFrom(attendee);
      if (!onlyFrom.isEmpty() && !onlyFrom.contains(attendee.service())) {
        throw new PanelRefusedException("attendance.role is '" + attendee.role() + "' for somebody of service '" + attendee.service()
            + "'; expected another seat, or somebody of " + onlyFrom + ", as the table 'seat' gives that seat to them alone");
      }
    });
    if (attendees.stream().map(one -> one.name() + ", " + one.service()).distinct().count() < attendees.size()) {
      throw new PanelRefusedException("attendance.name names somebody of one service twice; expected one row for each person");
    }
    sittings.become(meeting, Meeting.State.SITTING);
    store.replace(meetingId, attendees, clock.instant());
  }

  /** Who is in the room now. */
  @Transactional(readOnly = true)
  public List<Attendee> present(String meetingId) {
    return store.present(meetingId);
  }

  /** How many services sit that count, each once however many people it sent; by the columns of the {@code seat} table. */
  @Transactional(readOnly = true)
  public int servicesPresent(String meetingId) {
    var seats = new Seats(pack(meetingId));
    return (int) store.present(meetingId).stream().filter(seats::countsForQuorum).map(Attendee::service).distinct().count();
  }

  @Transactional(readOnly = true)
  public boolean chairPresent(String meetingId) {
    var seats = new Seats(pack(meetingId));
    return store.present(meetingId).stream().anyMatch(seats::chairs);
  }

  /** Those in the room whose seat has a vote, by the {@code seat} table. */
  @Transactional(readOnly = true)
  public List<Attendee> voters(String meetingId) {
    var seats = new Seats(pack(meetingId));
    return store.present(meetingId).stream().filter(seats::votes).toList();
  }

  /** The services in the room that have one vote however many sit for them, by the {@code seat} table. */
  @Transactional(readOnly = true)
  public List<String> votingAsOne(String meetingId) {
    var seats = new Seats(pack(meetingId));
    return store.present(meetingId).stream().filter(seats::votesForService).map(Attendee::service).distinct().toList();
  }

  /** @throws PanelRefusedException if the sitting is not quorate by the {@code quorum} table; an authority without that table has no quorum */
  @Transactional(readOnly = true)
  public void requireQuorum(String meetingId) {
    pack(meetingId).findRows(QuorumRow.class).ifPresent(quorum -> {
      var services = servicesPresent(meetingId);
      var chair = chairPresent(meetingId);
      if (quorum.one(Map.of(Fact.SERVICES_PRESENT, services, Fact.CHAIR_PRESENT, chair)).cells().quorum() == QuorumRow.Quorum.INQUORATE) {
        throw new PanelRefusedException("The sitting is not quorate now: " + services + " services that count, " + (chair ? "a" : "no")
            + " chair; expected what the table 'quorum' asks. Carry the case over, or bring the sheet of those present up to date");
      }
    });
  }

  /**
   * What stands against a sitting as it is: what the table {@code seat} says of each seat that nobody has, and of each sector of the table
   * {@code sector} that nobody present speaks for, the warning of its row. Decides nothing.
   */
  @Transactional(readOnly = true)
  public List<String> warnings(String meetingId) {
    var pack = pack(meetingId);
    var present = store.present(meetingId);
    var taken = present.stream().map(Attendee::role).collect(Collectors.toSet());
    var seats = pack.rows(SeatRow.class);
    var missed = seats.names().stream().filter(seat -> !taken.contains(seat)).flatMap(seat -> seats.one(Map.of("seat", seat)).cells().missed().stream());
    return Stream.concat(missed, sectors(pack, present)).toList();
  }

  private static Stream<String> sectors(Pack pack, List<Attendee> present) {
    return pack.findRows(SectorRow.class).stream().flatMap(table -> {
      var seats = new Seats(pack);
      var spokenFor = present.stream().filter(seats::speaks).map(one -> pack.profile().service(one.service()).sector()).collect(Collectors.toSet());
      return pack.profile().services().stream().map(Profile.Service::sector).filter(Objects::nonNull).distinct().filter(sector -> !spokenFor.contains(sector))
          .flatMap(sector -> table.one(Map.of("sector", sector)).cells().warning().stream());
    });
  }

  private Pack pack(String meetingId) {
    return packs.of(sittings.get(meetingId).deploymentId());
  }
}
