package org.baton.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases and meetings a process runs for. */
@Repository
class OwnCaseStore {

  private final JdbcClient jdbc;

  OwnCaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the process was begun for the case, or carries a meeting that has it on its agenda. */
  boolean carries(String authority, String rootProcess, String caseId) {
    return jdbc.sql("select (select count(*) from case_run r join family_case c on c.id = r.case_id"
            + " where r.process_instance_id = :root and c.id = :case and c.authority = :authority)"
            + " + (select count(*) from agenda_item i join meeting m on m.id = i.meeting_id"
            + " where m.process_instance_id = :root and i.case_id = :case and m.authority = :authority)")
        .param("root", rootProcess).param("case", caseId).param("authority", authority).query(Long.class).single() > 0;
  }

  boolean holds(String authority, String meetingId) {
    return jdbc.sql("select count(*) from meeting where id = ? and authority = ?").params(meetingId, authority).query(Long.class).single() > 0;
  }

  boolean hears(String authority, String itemId) {
    return jdbc.sql("select count(*) from agenda_item i join meeting m on m.id = i.meeting_id where i.id = ? and m.authority = ?")
        .params(itemId, authority).query(Long.class).single() > 0;
  }
}
