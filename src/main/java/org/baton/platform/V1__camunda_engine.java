package org.baton.platform;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/** Creates the engine's tables with the scripts inside the engine's own jar. */
@Component
class V1__camunda_engine extends BaseJavaMigration {

  private static final List<String> PARTS = List.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

  @Override
  public void migrate(Context context) throws Exception {
    var connection = context.getConnection();
    var database = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "postgres" : "h2";
    for (var part : PARTS) {
      new ResourceDatabasePopulator(new ClassPathResource("org/camunda/bpm/engine/db/create/activiti." + database + ".create." + part + ".sql"))
          .populate(connection);
    }
  }
}
