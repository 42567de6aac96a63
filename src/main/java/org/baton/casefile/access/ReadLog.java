package org.baton.casefile.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has read which family file, when, and why they may. Written before anything is shown; entries are never changed. */
@Repository
@Transactional
public class ReadLog {

  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  ReadLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param what was read, for example {@code file} or {@code register} @param allowedBy the role and its row of the table {@code access} */
  public record Entry(Instant at, String user, CaseId caseId, String what, String allowedBy) {}

  /** Notes a look at each of the cases of that authority; those of others are left out. A repeated call notes another look. */
  public void note(String user, String authority, Collection<CaseId> cases, String what, String allowedBy) {
    var numbers = cases.stream().map(CaseId::value).distinct().sorted().toList();
    for (var first = 0; first < numbers.size(); first += AT_ONCE) {
      jdbc.sql("insert into read_log (read_at, read_by, authority, case_id, what, allowed_by)"
              + " select :at, :user, authority, id, :what, :allowedBy from family_case where authority = :authority and id in (:numbers)")
          .param("at", Timestamp.from(clock.instant())).param("user", user).param("what", what).param("allowedBy", allowedBy)
          .param("authority", authority).param("numbers", numbers.subList(first, Math.min(numbers.size(), first + AT_ONCE))).update();
    }
  }

  /** The looks at a case, the oldest first. */
  @Transactional(readOnly = true)
  public List<Entry> of(CaseId id) {
    return jdbc.sql("select read_at, read_by, case_id, what, allowed_by from read_log where case_id = ? order by id").param(id.value())
        .query((row, number) -> new Entry(row.getTimestamp(1).toInstant(), row.getString(2), new CaseId(row.getString(3)), row.getString(4), row.getString(5))).list();
  }
}
