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
  void a_disagreement_is_talked_through_by_both_first() {
    start();
    assertThat(offered("Talk it through")).containsExactly("case-supervisor");
    done("Talk it through", "stageResult", "SETTLED");
    assertThat(offered("Confirm what was said")).containsExactly("locality-manager");
    done("Confirm what was said", "talkConfirmed", "SETTLED");

    endedBy("Disagreement entered", "Talk it through", "Confirm what was said", "Settled");
  }

  @Test
  void what_one_of_them_does_not_take_for_settled_the_service_managers_settle() {
    start();
    done("Talk it through", "stageResult", "SETTLED");
    done("Confirm what was said", "talkConfirmed", "NOT_SETTLED");
    done("Settle as service managers");

    endedBy("Disagreement entered", "Talk it through", "Confirm what was said", "Settle as service managers", "Settled by the managers");
  }

  @Test
  void each_is_reminded_and_it_stays_to_be_done() {
    start();
    timeComes("Reminder", "talkedThrough");
    done("Talk it through", "stageResult", "SETTLED");
    timeComes("Reminder", "talkedThrough");
    done("Confirm what was said", "talkConfirmed", "NOT_SETTLED");
    timeComes("Reminder", "managersSettle");

    assertThat(open()).containsExactly("Settle as service managers");
    assertThat(path()).contains("Reminded");
  }

  @Test
  void what_that_does_not_settle_the_service_managers_do() {
    start();
    done("Talk it through", "stageResult", "NOT_SETTLED");
    assertThat(offered("Confirm what was said")).as("the other says so too").containsExactly("locality-manager");
    done("Confirm what was said", "talkConfirmed", "SETTLED");
    assertThat(offered("Settle as service managers")).containsExactly("csc-service-manager", "hub-service-manager");
    done("Settle as service managers");

    endedBy("Disagreement entered", "Talk it through", "Confirm what was said", "Settle as service managers", "Settled by the managers");
  }
}
