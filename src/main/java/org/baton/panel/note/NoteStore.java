package org.baton.panel.note;

import java.sql.ResultSet;
import java.sql.SQLException;
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
    return jdbc.sql("select kind, case_id, who, entry, noted_at from meeting_note where meeting_id = ? order by id").param(meetingId).query(NoteStore::note).list();
  }

  /** Notes of a forum's sittings of the kinds that begin so, and of one that was used before, the newest first. */
  List<MeetingNote> log(String authority, String forum, String kinds, String before) {
    return jdbc.sql("select n.kind, n.case_id, n.who, n.entry, n.noted_at from meeting_note n join meeting m on m.id = n.meeting_id"
        + " where m.authority = ? and m.forum = ? and (substring(n.kind, 1, " + kinds.length() + ") = ? or n.kind = ?) order by n.id desc").params(authority, forum, kinds, before).query(NoteStore::note).list();
  }

  private static MeetingNote note(ResultSet row, int number) throws SQLException {
    return new MeetingNote(row.getString(1), Optional.ofNullable(row.getString(2)).map(CaseId::new), Optional.ofNullable(row.getString(3)), row.getString(4), row.getTimestamp(5).toInstant());
  }

  /** What was noted of that kind about the case at whatever meeting, in the order of meetings and notes. */
  List<String> entries(CaseId id, String kind) {
    return jdbc.sql("select n.entry from meeting_note n join meeting m on m.id = n.meeting_id where n.case_id = ? and n.kind = ? order by m.starts_at, n.id")
        .params(id.value(), kind).query(String.class).list();
  }
}
