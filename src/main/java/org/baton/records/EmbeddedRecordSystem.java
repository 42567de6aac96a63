package org.baton.records;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record system that comes with Baton: a real table, to be read at {@code /records}. Gives way to any other. */
@Component
@Fallback
class EmbeddedRecordSystem implements RecordSystem {

  private final JdbcClient jdbc;
  private final Clock clock;

  EmbeddedRecordSystem(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<String> find(String key) {
    return jdbc.sql("select reference from embedded_record where entry_key = ?").param(key).query(String.class).optional();
  }

  @Override
  public String enter(Entry entry) {
    var reference = entry.system().toUpperCase() + "-" + UUID.randomUUID();
    jdbc.sql("insert into embedded_record (reference, entry_key, authority, system, subject, kind, content, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(reference, entry.key(), entry.authority(), entry.system(), entry.subject(), entry.kind(), entry.content(),
            Timestamp.from(clock.instant())).update();
    return reference;
  }
}
