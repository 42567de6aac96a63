package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class OtherOutcomeModelTest extends ModelTest {

  OtherOutcomeModelTest() {
    super("north-east-lincolnshire", "otherOutcome", List.of(), List.of("endOfWork", "safeguarding", "panelNote"));
  }

  @Test
  void a_case_brought_for_advice_is_closed_with_it() {
    start("panelOutcome", "ADVICE_GIVEN");

    endedBy("Other decision", "Close: advice given", "Advice given");
    assertThat(calls()).containsExactly("cases.close ADVICE_GIVEN");
  }

  @Test
  void one_that_is_not_stepped_down_stays_with_social_care() {
    start("panelOutcome", "NOT_STEPPED_DOWN");

    endedBy("Other decision", "Hold it with social care", "Close: stays with social care", "Stays with social care");
    assertThat(calls()).containsExactly("cases.stage STAYS", "cases.close STAYS_WITH_SOCIAL_CARE");
  }

  @Test
  void one_that_is_not_stepped_up_goes_to_the_lead_agency_whose_work_is_followed_to_the_end() {
    start("panelOutcome", "NOT_STEPPED_UP");
    assertThat(calls()).containsExactly("cases.stage LED", "notices.send leadNamed");
    done("endOfWork");

    endedBy("Other decision", "Pass to the lead agency", "Tell the lead agency", "Work with the family", "Work ended");
  }

  @Test
  void one_about_which_there_is_a_concern_goes_to_the_mash() {
    start("panelOutcome", "MASH_REFERRAL");
    assertThat(open()).containsExactly("safeguarding");
    done("safeguarding");
    assertThat(open()).as("that decision is on the child's file too").containsExactly("panelNote");
    done("panelNote");

    endedBy("Other decision", "Safeguarding referral", "LOCALITY PANEL note", "With the MASH");
  }

  @Test
  void a_decision_that_no_model_knows_is_carried_out_by_hand_and_then_known() {
    start("panelOutcome", "SOMETHING_NEW");
    assertThat(offered("Carry the decision out by hand")).containsExactly("business-support");
    done("Carry the decision out by hand", "panelOutcome", "ADVICE_GIVEN");

    endedBy("Other decision", "Carry the decision out by hand", "Close: advice given", "Advice given");
  }
}
