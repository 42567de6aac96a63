package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.baton.casefile.CaseRecord;
import org.baton.support.Story;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People and addresses of a database from before normal forms are found as those of today. */
class NormalFormsMigrationTest extends Story {

  @Autowired private DataSource dataSource;

  @Test
  void what_was_stored_without_a_normal_form_gets_one_and_is_found() throws Exception {
    var children = List.of(Map.of("childGivenName", "Sinéad", "childFamilyName", "O’Neill"));
    var earlier = referral("warwickshire", with("children", children, "addressLine", "4, Mill Lane", "postcode", "cv21 2aa"));
    var later = referral("warwickshire", with("children", List.of(Map.of("childGivenName", "Sinead", "childFamilyName", "O'Neill"))));
    var before = jdbc.sql("select line_key, postcode_key from address order by id").query().listOfRows();
    jdbc.sql("update person set given_key = '', family_key = ''").update();
    jdbc.sql("update address set line_key = '', postcode_key = ''").update();

    try (var connection = dataSource.getConnection()) {
      new V12_1__normal_forms().migrate(new On(connection));
    }

    assertThat(matching.possible(later)).extracting(CaseRecord::id).contains(earlier);
    assertThat(jdbc.sql("select line_key, postcode_key from address order by id").query().listOfRows()).isEqualTo(before);
  }

  private record On(Connection connection) implements Context {

    @Override
    public Configuration getConfiguration() {
      return null;
    }

    @Override
    public Connection getConnection() {
      return connection;
    }
  }
}
