package org.baton.pathway;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.baton.casefile.access.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the duties that a person's roles open: a reading of deadlines, cases and meetings in one query, so that pages stay whole. */
@Repository
class DutyStore {

  private final JdbcClient jdbc;

  DutyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String OPEN = "select d.id from deadline d where d.authority = :authority and d.state = 'OPEN'"
      + " and (exists (select 1 from family_case c where c.id = d.case_id and " + Reach.condition("c.") + ")"
      + " or d.case_id is null and exists (select 1 from meeting m where m.id = d.meeting_id and m.forum in (:meetingForums)))";

  /** @return the ids of all that the reach opens */
  List<String> open(Reach reach, Set<String> forums) {
    return jdbc.sql(OPEN).params(reach.parameters()).param("meetingForums", forums.isEmpty() ? Set.of("") : forums).query(String.class).list();
  }

  /** @return ids in the order of their instants */
  List<String> open(Reach reach, Set<String> forums, Instant dueBefore, Instant afterDue, String afterId, int limit) {
    return jdbc.sql(OPEN + " and d.due_at < :before and (d.due_at > :after or (d.due_at = :after and d.id > :afterId)) order by d.due_at, d.id limit " + limit)
        .params(reach.parameters()).param("before", Timestamp.from(dueBefore)).param("after", Timestamp.from(afterDue)).param("afterId", afterId)
        .param("meetingForums", forums.isEmpty() ? Set.of("") : forums).query(String.class).list();
  }
}
