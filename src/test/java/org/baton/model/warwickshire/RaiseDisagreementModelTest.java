package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class RaiseDisagreementModelTest extends ModelTest {

  RaiseDisagreementModelTest() {
    super("warwickshire", "raiseDisagreement", List.of(), List.of("ladder", "raiseConcern"));
  }

  @Test
  void a_disagreement_about_the_service_is_settled_and_the_pathway_of_the_case_told() {
    when("cases.tell", with("pathwayWoken", true));
    start("disagreementKind", "SERVICE");
    assertThat(offered("Settle the disagreement")).containsExactly("chair", "vice-chair");
    done("Settle the disagreement", "settledHere", "SETTLED", "thresholdFound", "LEVEL_3");

    endedBy("Disagreement entered", "Settle the disagreement", "Tell the referrer", "Tell the case's pathway", "Service changes");
    assertThat(calls()).containsExactly("notices.send disagreementSettled", "cases.tell baton.serviceChanged");
  }

  @Test
  void one_about_anything_else_is_settled_and_the_case_goes_on_as_it_is() {
    start("disagreementKind", "THRESHOLD");
    done("Settle the disagreement", "settledHere", "SETTLED", "thresholdFound", "LEVEL_3");

    endedBy("Disagreement entered", "Settle the disagreement", "Tell the referrer", "Goes on as it is");
    assertThat(calls()).containsExactly("notices.send disagreementSettled");
  }

  @Test
  void what_chair_and_vice_chair_cannot_settle_goes_to_the_formal_meeting() {
    start("disagreementKind", "THRESHOLD");
    done("Settle the disagreement", "settledHere", "FORMAL_MEETING");
    assertThat(open()).containsExactly("ladder");
    assertThat(calls()).as("nothing is settled yet").isEmpty();
    done("ladder", "thresholdFound", "LEVEL_2");

    endedBy("Disagreement entered", "Settle the disagreement", "Formal meeting and what follows", "Tell the referrer", "Goes on as it is");
  }

  @Test
  void where_the_statutory_threshold_is_what_is_settled_the_concern_is_raised_whatever_the_service() {
    start("disagreementKind", "SERVICE");
    done("Settle the disagreement", "settledHere", "SETTLED", "thresholdFound", "STATUTORY");
    assertThat(open()).containsExactly("raiseConcern");
    done("raiseConcern");

    endedBy("Disagreement entered", "Settle the disagreement", "Safeguarding concern raised", "Referred to the MASH");
  }

  @Test
  void where_no_pathway_waits_a_person_changes_the_service() {
    when("cases.tell", with("pathwayWoken", false));
    start("disagreementKind", "SERVICE");
    done("Settle the disagreement", "settledHere", "SETTLED", "thresholdFound", "LEVEL_3");
    assertThat(offered("Change the service by hand")).containsExactly("business-support");
    done("Change the service by hand");

    endedBy("Disagreement entered", "Settle the disagreement", "Tell the referrer", "Tell the case's pathway", "Change the service by hand", "Changed by hand");
  }

  @Test
  void a_disagreement_that_is_not_settled_in_time_is_noted_and_stays_to_be_settled() {
    start("disagreementKind", "SERVICE");
    timeComes("Settling overdue", "disagreementSettled");

    assertThat(open()).containsExactly("Settle the disagreement");
    assertThat(path()).contains("Settling overdue", "Settling late");
  }
}
