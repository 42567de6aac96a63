package org.baton.panel.sitting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the sheets of those present. */
@Repository
class AttendanceStore {

  private final JdbcClient jdbc;

  AttendanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void replace(String meetingId, List<Attendee> attendees, Instant at) {
    jdbc.sql("update attendance set left_at = ? where meeting_id = ? and left_at is null").params(Timestamp.from(at), meetingId).update();
    attendees.forEach(attendee -> {
      var again = jdbc.sql("update attendance set left_at = null, role = ?, remote = ?, read_referrals = ? where meeting_id = ? and name = ? and service = ?")
          .params(attendee.role(), attendee.remote(), attendee.hasRead(), meetingId, attendee.name(), attendee.service()).update();
      if (again == 0) {
        jdbc.sql("insert into attendance (id, meeting_id, name, service, role, remote, read_referrals, signed_in_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
            .params(UUID.randomUUID().toString(), meetingId, attendee.name(), attendee.service(), attendee.role(), attendee.remote(), attendee.hasRead(),
                Timestamp.from(at)).update();
      }
    });
  }

  List<Attendee> present(String meetingId) {
    return jdbc.sql("select name, service, role, remote, read_referrals from attendance where meeting_id = ? and left_at is null order by name")
        .param(meetingId)
        .query((row, number) -> new Attendee(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5))).list();
  }
}
