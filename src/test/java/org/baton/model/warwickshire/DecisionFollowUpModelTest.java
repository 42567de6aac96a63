package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class DecisionFollowUpModelTest extends ModelTest {

  DecisionFollowUpModelTest() {
    super("warwickshire", "decisionFollowUp", List.of(), List.of("goOn"));
  }

  @Test
  void a_decision_is_sent_to_the_referrer_and_pasted_on_the_profile_before_the_case_goes_on() {
    when("cases.recall", with("recordProfile", true));
    start();
    assertThat(calls()).containsExactly("notices.send panelDecision", "records.file", "cases.recall recordProfile", "records.enter panelDecision");
    done("goOn");

    endedBy("Decision signed off", "Send the decision to the referrer", "File the referral with its decision", "Recall if there is a profile", "Paste the decision as a case note", "Case goes on with its decision",
        "Decision told and recorded");
  }

  @Test
  void a_child_without_a_profile_has_nothing_to_paste_it_on() {
    when("cases.recall", with("recordProfile", false));
    start();
    done("goOn");

    endedBy("Decision signed off", "Send the decision to the referrer", "File the referral with its decision", "Recall if there is a profile", "Note that there is no profile", "Case goes on with its decision", "Decision told and recorded");
    assertThat(calls()).containsExactly("notices.send panelDecision", "records.file", "cases.recall recordProfile", "cases.noteNoProfile");
  }
}
