package org.baton.scenario.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AtOnceTest extends AtOnceStory {

  @Autowired private DataSource database;

  /** Otherwise who gets a lock reads now and then what stood before it was given back; see docs/engine-notes.md. */
  @Test
  void the_database_never_answers_a_question_by_what_it_answered_before() throws SQLException {
    try (var connection = database.getConnection()) {
      var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      assertThat(session.getDatabase().getOptimizeReuseResults()).isFalse();
    }
  }
}
