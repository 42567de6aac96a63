package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class DirectAllocationModelTest extends ModelTest {

  DirectAllocationModelTest() {
    super("camden", "directAllocation", List.of(), List.of());
  }

  @Test
  void a_case_whose_way_is_plain_goes_to_its_service_and_is_tracked() {
    start();
    assertThat(offered("Record where the case went")).containsExactly("business-support");
    done("Record where the case went");

    endedBy("Way is plain", "Record where the case went", "Pass the case to its service", "Tracked");
    assertThat(calls()).containsExactly("cases.stage ALLOCATED");
  }
}
