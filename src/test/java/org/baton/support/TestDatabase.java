package org.baton.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A fresh database for each application context: H2 in memory, or one database of an embedded PostgreSQL. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static EmbeddedPostgres postgres;

  /** Always PostgreSQL, for what runs on both. */
  public static final class Postgres extends TestDatabase {

    @Override
    protected boolean onPostgres() {
      return true;
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of("spring.datasource.url=" + (onPostgres() ? postgresUrl() : "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000"),
        "spring.datasource.username=" + (onPostgres() ? "postgres" : "sa"), "spring.datasource.password=",
        "baton.notice.folder=target/mail/" + UUID.randomUUID(), "baton.records.folder=target/referrals/" + UUID.randomUUID()).applyTo(context);
  }

  protected boolean onPostgres() {
    return "postgresql".equals(System.getProperty("baton.test.database"));
  }

  private static synchronized String postgresUrl() {
    try {
      if (postgres == null) {
        postgres = EmbeddedPostgres.builder().start();
      }
      var name = "baton_" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return postgres.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The embedded PostgreSQL gives no database", e);
    }
  }
}
