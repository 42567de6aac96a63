package org.baton.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.baton.casefile.family.NormalForm;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Gives people and addresses that were stored before Baton kept normal forms theirs, so that they are found too. */
@Component
class V12_1__normal_forms extends BaseJavaMigration {

  private static final int BATCH = 1_000;

  @Override
  public void migrate(Context context) throws SQLException {
    var connection = context.getConnection();
    fill(connection, "select id, given_name, family_name from person", "update person set given_key = ?, family_key = ? where id = ?",
        NormalForm::name, NormalForm::name);
    fill(connection, "select id, line, postcode from address", "update address set line_key = ?, postcode_key = ? where id = ?",
        NormalForm::addressLine, NormalForm::postcode);
  }

  private static void fill(Connection connection, String read, String write, Function<String, String> first, Function<String, String> second)
      throws SQLException {
    try (var rows = connection.createStatement().executeQuery(read); var update = connection.prepareStatement(write)) {
      for (var count = 1; rows.next(); count++) {
        update.setString(1, first.apply(rows.getString(2)));
        update.setString(2, second.apply(rows.getString(3)));
        update.setString(3, rows.getString(1));
        update.addBatch();
        if (count % BATCH == 0) {
          update.executeBatch();
        }
      }
      update.executeBatch();
    }
  }
}
