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

  /** As the guide sets them up: Baton works as a user that can neither make nor change tables. */
  private static final String WORKER = "baton";
  private static final String OWNER = "baton_owner";

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
        "spring.datasource.username=" + (onPostgres() ? WORKER : "sa"), "spring.datasource.password=",
        "baton.notice.folder=target/mail/" + UUID.randomUUID(), "baton.records.folder=target/referrals/" + UUID.randomUUID()).applyTo(context);
    if (onPostgres()) {
      TestPropertyValues.of("spring.flyway.user=" + OWNER, "spring.flyway.password=").applyTo(context);
    }
  }

  protected boolean onPostgres() {
    return "postgresql".equals(System.getProperty("baton.test.database"));
  }

  private static synchronized String postgresUrl() {
    try {
      if (postgres == null) {
        postgres = EmbeddedPostgres.builder().start();
        execute("postgres", "create role " + OWNER + " login", "create role " + WORKER + " login");
      }
      var name = "baton_" + UUID.randomUUID().toString().replace("-", "");
      execute("postgres", "create database " + name + " owner " + OWNER);
      execute(name, "revoke create on schema public from public", "grant create, usage on schema public to " + OWNER, "grant usage on schema public to " + WORKER,
          "alter default privileges for role " + OWNER + " in schema public grant select, insert, update, delete on tables to " + WORKER,
          "alter default privileges for role " + OWNER + " in schema public grant usage, select on sequences to " + WORKER);
      return postgres.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The embedded PostgreSQL gives no database", e);
    }
  }

  private static void execute(String database, String... statements) throws SQLException {
    try (var connection = postgres.getDatabase("postgres", database).getConnection(); var statement = connection.createStatement()) {
      for (var one : statements) {
        statement.execute(one);
      }
    }
  }
}
