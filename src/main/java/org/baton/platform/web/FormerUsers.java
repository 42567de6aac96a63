package org.baton.platform.web;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ids of people who are gone. None is given again: a record that says who did something must not come to mean somebody else. */
@Repository
public class FormerUsers {

  private final JdbcClient jdbc;
  private final Clock clock;

  FormerUsers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public boolean contains(String id) {
    return jdbc.sql("select count(*) from former_user where id = ?").param(id).query(Integer.class).single() > 0;
  }

  /** Notes that the user is gone; a repeated call changes nothing. */
  void add(String id) {
    if (!contains(id)) {
      jdbc.sql("insert into former_user (id, gone_at) values (?, ?)").params(id, Timestamp.from(clock.instant())).update();
    }
  }
}
