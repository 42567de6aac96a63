package org.baton.panel.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of votes. */
@Repository
class VoteStore {

  private final JdbcClient jdbc;

  VoteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void replace(String itemId, List<Vote> votes) {
    jdbc.sql("delete from vote where agenda_item_id = ?").param(itemId).update();
    votes.forEach(vote -> jdbc.sql("insert into vote (id, agenda_item_id, voter, service, choice) values (?, ?, ?, ?, ?)")
        .params(UUID.randomUUID().toString(), itemId, vote.voter(), vote.service(), vote.choice().orElse(null)).update());
  }

  List<Vote> votes(String itemId) {
    return jdbc.sql("select voter, service, choice from vote where agenda_item_id = ? order by voter").param(itemId)
        .query((row, number) -> new Vote(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)))).list();
  }
}
