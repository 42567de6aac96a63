package org.baton.notice;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the directory. */
@Repository
class DirectoryStore {

  private static final String ENTRY = "select id, authority, kind, who, forum, person, address, since, until from directory_entry";
  private static final String TODAY = " and since <= :day and (until is null or until >= :day) order by since, id";

  private final JdbcClient jdbc;

  DirectoryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(DirectoryEntry entry, String by, Instant at) {
    jdbc.sql("insert into directory_entry (id, authority, kind, who, forum, person, address, since, until, kept_by, kept_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(entry.id()).param(entry.authority()).param(entry.kind().name()).param(entry.who().orElse(null)).param(entry.forum().orElse(null))
        .param(entry.person().orElse(null)).param(entry.address()).param(Date.valueOf(entry.since())).param(entry.until().map(Date::valueOf).orElse(null))
        .param(by).param(Timestamp.from(at)).update();
  }

  Optional<DirectoryEntry> find(String id) {
    return jdbc.sql(ENTRY + " where id = ?").param(id).query(DirectoryStore::entry).optional();
  }

  void end(String id, LocalDate until, String by, Instant at) {
    jdbc.sql("update directory_entry set until = ?, kept_by = ?, kept_at = ? where id = ?")
        .param(Date.valueOf(until)).param(by).param(Timestamp.from(at)).param(id).update();
  }

  List<DirectoryEntry> all(Collection<String> authorities) {
    return authorities.isEmpty() ? List.of() : jdbc.sql(ENTRY + " where authority in (:authorities) order by authority, kind, who, person, forum, since, id")
        .param("authorities", authorities).query(DirectoryStore::entry).list();
  }

  List<DirectoryEntry> of(String authority, String who, LocalDate day) {
    return jdbc.sql(ENTRY + " where authority = :authority and who = :who" + TODAY).param("authority", authority).param("who", who).param("day", Date.valueOf(day))
        .query(DirectoryStore::entry).list();
  }

  /** A person by the name, however it is spelt in capitals. */
  List<DirectoryEntry> named(String authority, String name, LocalDate day) {
    return jdbc.sql(ENTRY + " where authority = :authority and kind = 'PERSON' and lower(person) = lower(:name)" + TODAY)
        .param("authority", authority).param("name", name).param("day", Date.valueOf(day)).query(DirectoryStore::entry).list();
  }

  private static DirectoryEntry entry(ResultSet row, int number) throws SQLException {
    return new DirectoryEntry(row.getString(1), row.getString(2), DirectoryEntry.Kind.valueOf(row.getString(3)), Optional.ofNullable(row.getString(4)),
        Optional.ofNullable(row.getString(5)), Optional.ofNullable(row.getString(6)), row.getString(7), row.getDate(8).toLocalDate(),
        Optional.ofNullable(row.getDate(9)).map(Date::toLocalDate));
  }
}
