package org.baton.records;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baton.casefile.CaseFile;
import org.baton.casefile.CaseId;
import org.baton.protocol.Fact;
import org.baton.protocol.Letters;
import org.baton.protocol.Pack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that what the {@code recordDuty} table asks for stands in the system of record, once. */
@Service
@Transactional
public class Records {

  private final JdbcClient jdbc;
  private final RecordSystem system;
  private final CaseFile cases;
  private final Letters letters;
  private final Clock clock;

  Records(JdbcClient jdbc, RecordSystem system, CaseFile cases, Letters letters, Clock clock) {
    this.jdbc = jdbc;
    this.system = system;
    this.cases = cases;
    this.letters = letters;
    this.clock = clock;
  }

  /** An entry that stands in a system of record. */
  public record RecordEntry(String key, String system, String kind, String reference, Instant enteredAt) {}

  /**
   * Enters what the row of the {@code recordDuty} table says. A repeated call with the same key finds the entry and adds none, also
   * after a failure between the system's answer and our own note of it.
   *
   * @param key the same for every try
   */
  public void enter(Pack pack, String name, String key, Map<String, Object> facts) {
    if (jdbc.sql("select count(*) from record_entry where entry_key = ?").param(key).query(Integer.class).single() > 0) {
      return;
    }
    var duty = pack.table("recordDuty").one(Map.of("name", name));
    var id = new CaseId((String) facts.get(Fact.CASE_ID));
    var reference = system.find(key).orElseGet(() -> system.enter(new RecordSystem.Entry(key, pack.authority(), duty.text("system"), id.value(),
        duty.text("kind"), letters.write(pack, duty.text("template"), facts).body())));
    jdbc.sql("insert into record_entry (entry_key, authority, case_id, system, kind, reference, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(key, pack.authority(), id.value(), duty.text("system"), duty.text("kind"), reference, Timestamp.from(clock.instant())).update();
    cases.note(id, "RECORD", duty.text("kind") + " entered on " + duty.text("system") + " as " + reference, String.join(", ", duty.clauses()));
  }

  /** The entries made for a case, in their order. */
  @Transactional(readOnly = true)
  public List<RecordEntry> of(CaseId id) {
    return jdbc.sql("select entry_key, system, kind, reference, entered_at from record_entry where case_id = ? order by entered_at, entry_key")
        .param(id.value())
        .query((row, number) -> new RecordEntry(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
            row.getTimestamp(5).toInstant())).list();
  }
}
