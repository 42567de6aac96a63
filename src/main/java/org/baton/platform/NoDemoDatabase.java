package org.baton.platform;

import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Refuses to run on H2 without the demo profile: real families' data belongs in a real database. */
@Component
@Profile("!demo")
class NoDemoDatabase {

  NoDemoDatabase(DataSourceProperties database) {
    if (database.determineUrl().startsWith("jdbc:h2:")) {
      throw new IllegalStateException("spring.datasource.url is '" + database.determineUrl()
          + "'; expected PostgreSQL outside the demo profile: add the profile 'postgres' and set BATON_DB_URL");
    }
  }
}
