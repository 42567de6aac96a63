package org.baton.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads packs from the engine's deployments, so that what is shown, checked and executed is the same bytes. */
@Repository
class JdbcPacks implements Packs {

  private static final int MOST_REMEMBERED = 100;
  private static final String VERSION = "authority, version, deployment_id, origin, author, release_hash, deployed_at";

  private final JdbcClient jdbc;
  private final Clock clock;
  /** Parsed versions. Those of closed cases are not asked for again, and must not fill the memory of a server that runs for years. */
  private final Cache<String, Pack> read = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).softValues().build();
  private final Map<String, String> deploymentOfProcess = new ConcurrentHashMap<>();

  JdbcPacks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Pack of(String deploymentId) {
    return read.get(deploymentId, id -> new Pack(id, files(id)));
  }

  @Override
  public Pack ofProcess(String processDefinitionId) {
    return of(deploymentOfProcess.computeIfAbsent(processDefinitionId, id ->
        jdbc.sql("select DEPLOYMENT_ID_ from ACT_RE_PROCDEF where ID_ = :id").param("id", id).query(String.class).optional()
            .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no process definition of a pack"))));
  }

  /** What is no name of an authority may be anything, and messages reach logs. */
  private static String named(String authority) {
    return authority == null || !authority.matches("[a-z-]{1,40}") ? "What was given" : "'" + authority + "'";
  }

  @Override
  public Pack current(String authority) {
    return jdbc.sql("select deployment_id from pack_version where authority = ? order by version desc limit 1").param(authority).query(String.class).optional().map(this::of)
        .orElseThrow(() -> new IllegalArgumentException(named(authority) + " is no authority with a pack; there are " + authorities()));
  }

  @Override
  public List<String> authorities() {
    return jdbc.sql("select distinct authority from pack_version order by authority").query(String.class).list();
  }

  @Override
  public List<PackVersion> versions(String authority) {
    return jdbc.sql("select " + VERSION + " from pack_version where authority = ? order by version desc").param(authority).query(JdbcPacks::version).list();
  }

  private static PackVersion version(ResultSet row, int number) throws SQLException {
    return new PackVersion(row.getString(1), row.getInt(2), row.getString(3), Origin.valueOf(row.getString(4)), row.getString(5), row.getString(6), row.getTimestamp(7).toInstant());
  }

  @Override
  public void deployed(String authority, String deploymentId, String base, Origin origin, String author, String releaseHash) {
    var version = versions(authority).stream().mapToInt(PackVersion::version).max().orElse(0) + 1;
    jdbc.sql("insert into pack_version (authority, version, deployment_id, base_deployment_id, origin, author, release_hash, deployed_at)"
            + " values (:authority, :version, :deployment, :base, :origin, :author, :hash, :at)")
        .param("authority", authority).param("version", version).param("deployment", deploymentId).param("base", base)
        .param("origin", origin.name()).param("author", author).param("hash", releaseHash)
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public void lock(String authority) {
    jdbc.sql("select version from pack_version where authority = ? and version = 1 for update").param(authority).query(Integer.class).list();
  }

  @Override
  public Optional<PackVersion> lastChange(String authority, String file) {
    try (var kept = jdbc.sql("select " + VERSION + ", b.BYTES_ from pack_version left join ACT_GE_BYTEARRAY b on b.DEPLOYMENT_ID_ = deployment_id and b.NAME_ = ?"
            + " where authority = ? order by version desc").params(file, authority)
        .query((row, number) -> new Kept(version(row, number), row.getBytes(8))).stream()) {
      Kept since = null;
      for (var each = kept.iterator(); each.hasNext();) {
        var before = each.next();
        if (before.bytes() == null || since != null && !Arrays.equals(before.bytes(), since.bytes())) {
          break;
        }
        since = before;
      }
      return Optional.ofNullable(since).map(Kept::version);
    }
  }

  private record Kept(PackVersion version, byte[] bytes) {}

  @Override
  public void keepRelease(PackFiles shipped) {
    var hash = shipped.hash();
    if (release(shipped.authority(), hash).content().isEmpty()) {
      shipped.content().forEach((name, bytes) ->
          jdbc.sql("insert into pack_release (authority, release_hash, file_name, content) values (?, ?, ?, ?)")
              .params(shipped.authority(), hash, name, new String(bytes, StandardCharsets.UTF_8)).update());
    }
  }

  @Override
  public PackFiles release(String authority, String releaseHash) {
    var content = new TreeMap<String, byte[]>();
    jdbc.sql("select file_name, content from pack_release where authority = ? and release_hash = ?").params(authority, releaseHash)
        .query(row -> {
          content.put(row.getString(1), row.getString(2).getBytes(StandardCharsets.UTF_8));
        });
    return new PackFiles(authority, content);
  }

  private PackFiles files(String deploymentId) {
    var authority = jdbc.sql("select authority from pack_version where deployment_id = :id").param("id", deploymentId)
        .query(String.class).optional()
        .orElseThrow(() -> new IllegalArgumentException("'" + deploymentId + "' is no deployment of a pack"));
    var content = new TreeMap<String, byte[]>();
    jdbc.sql("select NAME_, BYTES_ from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ = :id").param("id", deploymentId)
        .query(row -> {
          content.put(row.getString(1), row.getBytes(2));
        });
    return new PackFiles(authority, content);
  }
}
