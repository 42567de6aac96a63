package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No clause goes missing with the step, row, field or line that carried it out, unless the change says so. */
class CarriedClausesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "intake.bpmn | value=\"WAR-11.2c\" | value=\"none: by hand\" | WAR-11.2c",
      "quorum.dmn | WAR-4.3a | WAR-4.3b | WAR-4.3a",
      "check-consent.form | \"clauses\": \"WAR-3.3a\" | \"clauses\": \"\" | WAR-3.3a",
      "authority.yaml | clause: WAR-4.4k | clause: WAR-4.4j | WAR-4.4k"})
  void a_clause_that_its_file_carries_out_no_more_is_named(String file, String sound, String faulty, String clause) {
    var lost = CarriedClauses.lost(PlantedFaults.shipped("warwickshire"), PlantedFaults.planted("warwickshire", file, sound, faulty), "From Modeler");

    PlantedFaults.assertNamed(lost, file, file, "nothing that carries out " + clause, "'without " + clause + "' in the name of the deployment");
  }

  @Test
  void who_means_it_says_so_and_only_what_is_said_goes() {
    var after = PlantedFaults.planted("warwickshire", "check-consent.form", "\"clauses\": \"WAR-", "\"clauses\": \"none: ");
    var all = CarriedClauses.lost(PlantedFaults.shipped("warwickshire"), after, null);
    assertThat(all).hasSizeGreaterThan(1);

    assertThat(CarriedClauses.lost(PlantedFaults.shipped("warwickshire"), after, "Asked by hand, without WAR-3.3a")).hasSize(all.size() - 1)
        .noneMatch(fault -> fault.found().contains("WAR-3.3a,"));
    assertThat(CarriedClauses.lost(PlantedFaults.shipped("warwickshire"), PlantedFaults.shipped("warwickshire"), null)).isEmpty();
  }
}
