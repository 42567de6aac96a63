package org.baton.platform;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.baton.protocol.PackFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed which file of a pack, and what each person last fetched of it. */
@Repository
class PackChanges {

  private final JdbcClient jdbc;
  private final Clock clock;

  PackChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param version in which the file came to what it is now; 1 if it has never been changed */
  record Change(int version, String author, Instant at) {}

  /** Waits until no other transaction deploys for this authority; held until the present one ends. */
  void awaitTurn(String authority) {
    jdbc.sql("select version from pack_version where authority = ? and version = 1 for update").param(authority).query(Integer.class).optional();
  }

  /** The version in which the file became what it is in force; empty if the pack in force has no such file. */
  Optional<Change> lastChange(String authority, String file) {
    var rows = jdbc.sql("select v.version, v.author, v.deployed_at, b.BYTES_ from pack_version v"
            + " left join ACT_GE_BYTEARRAY b on b.DEPLOYMENT_ID_ = v.deployment_id and b.NAME_ = ? where v.authority = ? order by v.version desc")
        .params(file, authority)
        .query((row, number) -> new Version(new Change(row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant()), hash(row.getBytes(4)))).list();
    if (rows.isEmpty() || rows.get(0).hash() == null) {
      return Optional.empty();
    }
    return rows.stream().takeWhile(row -> rows.get(0).hash().equals(row.hash())).reduce((newer, older) -> older).map(Version::change);
  }

  /** Takes note that a person was given a file of a pack; anything that is no file of a pack is ignored. */
  void fetched(String user, String deploymentId, String resourceIdOrName) {
    jdbc.sql("select v.authority, b.NAME_, b.BYTES_ from pack_version v join ACT_GE_BYTEARRAY b on b.DEPLOYMENT_ID_ = v.deployment_id"
            + " where v.deployment_id = :deployment and (b.ID_ = :resource or b.NAME_ = :resource)")
        .param("deployment", deploymentId).param("resource", resourceIdOrName)
        .query((row, number) -> keep(user, row.getString(1), row.getString(2), hash(row.getBytes(3)))).list();
  }

  /** Whether what the person last fetched of the file is this. */
  boolean restsOn(String user, String authority, String file, byte[] content) {
    return jdbc.sql("select content_hash from pack_fetch where authority = ? and user_id = ? and file_name = ?").params(authority, user, file)
        .query(String.class).optional().filter(PackFiles.hash(content)::equals).isPresent();
  }

  private int keep(String user, String authority, String file, String hash) {
    jdbc.sql("delete from pack_fetch where authority = ? and user_id = ? and file_name = ?").params(authority, user, file).update();
    return jdbc.sql("insert into pack_fetch (authority, user_id, file_name, content_hash, fetched_at) values (?, ?, ?, ?, ?)")
        .params(authority, user, file, hash, Timestamp.from(clock.instant())).update();
  }

  private record Version(Change change, String hash) {}

  private static String hash(byte[] bytes) {
    return bytes == null ? null : PackFiles.hash(bytes);
  }
}
