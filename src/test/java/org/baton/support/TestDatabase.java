package org.baton.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
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
    if (onPostgres()) {
      usePostgres(context, postgresUrl());
    } else {
      use(context, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa");
    }
  }

  /** Lets the context work on that database, with folders of its own. */
  public static void use(ConfigurableApplicationContext context, String url, String user) {
    TestPropertyValues.of("spring.datasource.url=" + url, "spring.datasource.username=" + user, "spring.datasource.password=",
        "baton.notice.folder=target/mail/" + UUID.randomUUID(), "baton.records.folder=target/referrals/" + UUID.randomUUID()).applyTo(context);
  }

  /** Likewise, on a PostgreSQL database whose tables another user owns. */
  public static void usePostgres(ConfigurableApplicationContext context, String url) {
    use(context, url, WORKER);
    TestPropertyValues.of("spring.flyway.user=" + OWNER, "spring.flyway.password=").applyTo(context);
  }

  /** The address of a new PostgreSQL database. @param dump statements that fill it, run by the owner of its tables */
  public static String filledPostgres(String dump) throws SQLException {
    var url = postgresUrl();
    try (var connection = DriverManager.getConnection(url, OWNER, ""); var statement = connection.createStatement()) {
      statement.execute(dump);
    }
    return url;
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
