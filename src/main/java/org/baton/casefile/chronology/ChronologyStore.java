package org.baton.casefile.chronology;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of chronologies. Entries are added, never changed. */
@Repository
class ChronologyStore {

  private final JdbcClient jdbc;

  ChronologyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(CaseId id, Instant at, String kind, String entry, String clauses, String user, Long corrects) {
    jdbc.sql("insert into chronology (case_id, happened_at, kind, entry, clauses, recorded_by, corrects) values (?, ?, ?, ?, ?, ?, ?)")
        .param(id.value()).param(Timestamp.from(at)).param(kind).param(entry).param(clauses).param(user).param(corrects).update();
  }

  /** Of a case that parted from another, with what they shared before. */
  List<ChronologyEntry> of(CaseId id) {
    return jdbc.sql("with recursive past (case_id, up_to) as (select cast(? as varchar(24)), cast(null as bigint) union all"
            + " select c.split_from, c.split_entry from family_case c join past p on p.case_id = c.id where c.split_from is not null)"
            + " select h.id, happened_at, kind, entry, clauses, recorded_by, corrects from chronology h join past p on p.case_id = h.case_id"
            + " and (p.up_to is null or h.id <= p.up_to) order by h.id")
        .param(id.value())
        .query((row, number) -> new ChronologyEntry(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4),
            row.getString(5), row.getString(6), Optional.ofNullable((Long) row.getObject(7)))).list();
  }
}
