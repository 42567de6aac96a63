package org.baton.panel.sitting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baton.protocol.Fact;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TargetPath;
import org.springframework.stereotype.Component;

/** The sheet on which those present sign in. */
@Component
@Shows(value = "panel.sheet", about = "Who is in the room now, a row for each person")
class AttendanceSheet implements FormTarget<AttendanceSheet.Sheet>, FormShow<List<AttendanceSheet.Person>> {

  record Sheet(@TargetPath(value = "panel.attendance", about = "Who is in the room now; whoever signed in before and has no row has left") List<Row> present) {}

  record Row(
      @TargetPath(value = "attendance.name", about = "The name of the person", room = 200) String name,
      @TargetPath(value = "attendance.service", about = "The service that the person speaks for") String service,
      @TargetPath(value = "attendance.role", about = "The seat, a row of the table seat") String role,
      @TargetPath(value = "attendance.remote", about = "Whether the person takes part by telephone or video") boolean remote,
      @TargetPath(value = "attendance.hasRead", about = "Whether the person has read the referrals") boolean hasRead) {}

  /** What is shown of somebody, by the keys of the fields. */
  record Person(Optional<String> name, String service, String role, Optional<Boolean> remote, Optional<Boolean> hasRead) {

    static Person of(Attendee one) {
      return new Person(Optional.of(one.name()), one.service(), one.role(), Optional.of(one.remote()), Optional.of(one.hasRead()));
    }
  }

  private final Attendance attendance;

  AttendanceSheet(Attendance attendance) {
    this.attendance = attendance;
  }

  @Override
  public Map<String, Object> keep(Submission submission, Sheet said) {
    attendance.signIn(submission.need(Fact.MEETING_ID), said.present().stream()
        .map(row -> new Attendee(row.name(), row.service(), row.role(), row.remote(), row.hasRead())).toList());
    return Map.of();
  }

  @Override
  public Turn turn() {
    return Turn.ATTENDING;
  }

  @Override
  public Optional<List<Person>> show(Submission submission, String word) {
    return submission.fact(Fact.MEETING_ID).map(id -> attendance.present(id).stream().map(Person::of).toList());
  }
}
