package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class EscalationModelTest extends ModelTest {

  EscalationModelTest() {
    super("north-east-lincolnshire", "escalation", List.of(), List.of());
  }

  @Test
  void a_disagreement_is_talked_through_first() {
    start();
    assertThat(offered("Talk it through")).containsExactly("case-supervisor", "locality-manager");
    done("Talk it through", "stageResult", "SETTLED");

    endedBy("Disagreement entered", "Talk it through", "Settled");
  }

  @Test
  void what_that_does_not_settle_the_service_managers_do() {
    start();
    done("Talk it through", "stageResult", "NOT_SETTLED");
    assertThat(offered("Settle as service managers")).containsExactly("csc-service-manager", "hub-service-manager");
    done("Settle as service managers");

    endedBy("Disagreement entered", "Talk it through", "Settle as service managers", "Settled by the managers");
  }
}
