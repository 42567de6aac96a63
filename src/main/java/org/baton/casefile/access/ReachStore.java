package org.baton.casefile.access;

import java.util.Collection;
import java.util.List;
import org.baton.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of which cases a person's roles open. */
@Repository
class ReachStore {

  private final JdbcClient jdbc;

  ReachStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order of their numbers. @param after the number after which to go on; empty text for the first page */
  List<CaseId> open(Reach reach, String after, int limit) {
    return jdbc.sql("select id from family_case where " + Reach.condition("") + " and id > :after order by id limit " + limit)
        .params(reach.parameters()).param("after", after).query((row, number) -> new CaseId(row.getString(1))).list();
  }

  /** Of these cases, those that are open. */
  List<CaseId> among(Reach reach, Collection<CaseId> ids) {
    return jdbc.sql("select id from family_case where " + Reach.condition("") + " and id in (:ids)")
        .params(reach.parameters()).param("ids", ids.stream().map(CaseId::value).distinct().toList()).query((row, number) -> new CaseId(row.getString(1))).list();
  }
}
