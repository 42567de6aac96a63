package org.baton.panel.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the members of forums. */
@Repository
class MemberStore {

  private static final String CHANGE = "select id, authority, forum, service, name, joins, reason from panel_member";

  private final JdbcClient jdbc;

  MemberStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Members.Change change, Instant at, String user) {
    jdbc.sql("insert into panel_member (id, authority, forum, service, name, joins, reason, proposed_at, proposed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(change.id()).param(change.authority()).param(change.forum()).param(change.service()).param(change.name().orElse(null))
        .param(change.joins()).param(change.reason()).param(Timestamp.from(at)).param(user).update();
  }

  Optional<Members.Change> find(String id) {
    return jdbc.sql(CHANGE + " where id = ?").param(id).query(MemberStore::change).optional();
  }

  /** The changes that have taken effect, the oldest first. */
  List<Members.Change> inForce(String authority, String forum) {
    return jdbc.sql(CHANGE + " where authority = ? and forum = ? and effective_at is not null order by effective_at, id").params(authority, forum)
        .query(MemberStore::change).list();
  }

  /** As {@link #inForce(String, String)}, of every forum of the authority. */
  List<Members.Change> inForce(String authority) {
    return jdbc.sql(CHANGE + " where authority = ? and effective_at is not null order by effective_at, id").param(authority).query(MemberStore::change).list();
  }

  void takeEffect(String id, Instant at) {
    jdbc.sql("update panel_member set effective_at = ? where id = ? and effective_at is null").params(Timestamp.from(at), id).update();
  }

  void replaceAnswers(String id, Collection<Members.Answer> answers) {
    jdbc.sql("delete from panel_member_answer where member_id = ?").param(id).update();
    answers.forEach(answer -> jdbc.sql("insert into panel_member_answer (member_id, service, agrees, entry) values (?, ?, ?, ?)")
        .param(id).param(answer.service()).param(answer.agrees()).param(answer.entry()).update());
  }

  private static Members.Change change(ResultSet row, int number) throws SQLException {
    return new Members.Change(row.getString(1), row.getString(2), row.getString(3), row.getString(4), Optional.ofNullable(row.getString(5)),
        row.getBoolean(6), row.getString(7));
  }
}
