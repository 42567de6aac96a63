package org.baton.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of cases as they stand. */
@Repository
class CaseStore {

  private static final String CASE = "select id, authority, family_id, pack_deployment_id, route, forum, stage, holder_id, referring_service,"
      + " allocated_service, lead_professional, re_referral_of, received_at, closed_at, outcome from family_case";

  private final JdbcClient jdbc;

  CaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CaseRecord> find(CaseId id) {
    return jdbc.sql(CASE + " where id = ?").param(id.value()).query(CaseStore::record).optional();
  }

  List<CaseRecord> all(List<CaseId> ids) {
    return jdbc.sql(CASE + " where id in (:ids)").param("ids", ids.stream().map(CaseId::value).distinct().toList()).query(CaseStore::record).list().stream()
        .sorted(Comparator.comparing(record -> ids.indexOf(record.id()))).toList();
  }

  List<CaseRecord> list(List<String> authorities, String after, int limit) {
    return jdbc.sql(CASE + " where authority in (:authorities) and id > :after order by id limit " + limit)
        .param("authorities", authorities).param("after", after).query(CaseStore::record).list();
  }

  /**
   * Holds the case until the transaction ends, so that nobody closes it or lets its baton pass meanwhile.
   *
   * @return false if it is closed or there is none
   */
  boolean holdOpen(CaseId id) {
    // Not by "for update": that would wait for whoever only adds a line about the case, and two of those for each other.
    return jdbc.sql("update family_case set stage = stage where id = ? and closed_at is null").param(id.value()).update() == 1;
  }

  void holdInOrder(CaseId... ids) {
    Stream.of(ids).map(CaseId::value).sorted().forEach(id ->
        jdbc.sql("update family_case set stage = stage where id = ?").param(id).update());
  }

  private static CaseRecord record(ResultSet row, int number) throws SQLException {
    return new CaseRecord(new CaseId(row.getString("id")), row.getString("authority"), row.getString("family_id"),
        row.getString("pack_deployment_id"), row.getString("route"), Optional.ofNullable(row.getString("forum")), row.getString("stage"),
        row.getString("holder_id"), row.getString("referring_service"), Optional.ofNullable(row.getString("allocated_service")),
        Optional.ofNullable(row.getString("lead_professional")), Optional.ofNullable(row.getString("re_referral_of")),
        row.getTimestamp("received_at").toInstant(), Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("outcome")));
  }
}
