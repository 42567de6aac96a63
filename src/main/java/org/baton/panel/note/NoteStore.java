package org.baton.panel.note;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what is noted at meetings. */
@Repository
class NoteStore {

  private final JdbcClient jdbc;

  NoteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String meetingId, String caseId, String kind, String who, String entry, Instant at, String user) {
    jdbc.sql("insert into meeting_note (meeting_id, case_id, kind, who, entry, noted_at, noted_by) values (?, ?, ?, ?, ?, ?, ?)")
        .param(meetingId).param(caseId).param(kind).param(who).param(entry).param(Timestamp.from(at)).param(user).update();
  }

  List<MeetingNote> notes(String meetingId) {
    return jdbc.sql("select kind, case_id, who, entry, noted_at from meeting_note where meeting_id = ? order by id").param(meetingId)
        .query((row, number) -> new MeetingNote(row.getString(1), Optional.ofNullable(row.getString(2)).map(CaseId::new),
            Optional.ofNullable(row.getString(3)), row.getString(4), row.getTimestamp(5).toInstant())).list();
  }

  /** What was noted of that kind about the case at whatever meeting, in the order of meetings and notes. */
  List<String> entries(CaseId id, String kind) {
    return jdbc.sql("select n.entry from meeting_note n join meeting m on m.id = n.meeting_id where n.case_id = ? and n.kind = ? order by m.starts_at, n.id")
        .params(id.value(), kind).query(String.class).list();
  }
}
