package org.baton.panel.sitting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.panel.member.Members;
import org.baton.panel.sitting.AttendanceSheet.Person;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.springframework.stereotype.Component;

/** A sheet to be filled in or taken out from, before anybody has signed in. */
@Component
@Shows(value = "panel.attendance", about = "A row for each member of the forum, in the first seat of the table seat that does not chair")
class ExpectedAttendance implements FormShow<List<Person>> {

  private final Sittings sittings;
  private final Members members;
  private final Packs packs;

  ExpectedAttendance(Sittings sittings, Members members, Packs packs) {
    this.sittings = sittings;
    this.members = members;
    this.packs = packs;
  }

  @Override
  public Optional<List<Person>> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(sittings::get).map(meeting -> {
      var seat = ordinarySeat(packs.of(meeting.deploymentId()));
      return members.of(meeting.authority(), meeting.forum()).stream().map(member -> new Person(member.name(), member.service(), seat, Optional.empty(), Optional.empty())).toList();
    });
  }

  private static String ordinarySeat(Pack pack) {
    var seats = pack.rows(SeatRow.class);
    return seats.names().stream().filter(one -> !seats.one(Map.of("seat", one)).cells().chairs())
        .findFirst().orElseThrow();
  }
}
