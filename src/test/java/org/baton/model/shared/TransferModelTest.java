package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class TransferModelTest extends ModelTest {

  TransferModelTest() {
    super("shared", "transfer", List.of(), List.of());
  }

  @Test
  void the_baton_is_passed_only_when_the_service_has_accepted() {
    when("cases.readAllocatedService", with("readsRecordSystem", true));
    when("cases.readSharing", with("sharingAllowed", true));
    start("acceptance", "OPEN");
    assertThat(open()).containsExactly("Accept the case");
    assertThat(calls()).as("nobody has passed it").containsExactly("notices.send caseOffered");
    assertThat(offered("Accept the case")).containsExactly("allocated-service", "business-support");
    done("Accept the case", "acceptance", "ACCEPTED");

    endedBy("Service asked", "Tell the service", "Accept the case", "Pass the baton", "Look up the service", "Look up the consent to share", "Refer on electronically", "Case transferred");
    assertThat(calls()).containsExactly("notices.send caseOffered", "cases.stage ALLOCATED", "cases.readAllocatedService", "cases.readSharing", "records.enter electronicReferral");
  }

  @Test
  void what_was_accepted_at_the_panel_is_not_asked_for_again() {
    when("cases.readAllocatedService", with("readsRecordSystem", true));
    when("cases.readSharing", with("sharingAllowed", true));
    start("acceptance", "ACCEPTED");

    endedBy("Service asked", "Pass the baton", "Look up the service", "Look up the consent to share", "Refer on electronically", "Case transferred");
  }

  @Test
  void a_service_that_declines_does_not_get_it() {
    start("acceptance", "OPEN");
    done("Accept the case", "acceptance", "DECLINED");

    endedBy("Service asked", "Tell the service", "Accept the case", "Case declined");
    assertThat(calls()).containsExactly("notices.send caseOffered");
  }

  @Test
  void an_answer_that_is_late_is_noted_and_still_to_be_given() {
    start("acceptance", "OPEN");
    timeComes("Answer late", "acceptance");

    assertThat(open()).containsExactly("Accept the case");
    assertThat(path()).contains("Answer late", "Still to answer");
  }

  @Test
  void a_service_without_the_record_system_gets_copies_if_the_family_agreed_to_share() {
    when("cases.readAllocatedService", with("readsRecordSystem", false));
    when("cases.readSharing", with("sharingAllowed", true));
    start("acceptance", "ACCEPTED");

    endedBy("Service asked", "Pass the baton", "Look up the service", "Look up the consent to share", "Give copies of the papers", "Case transferred");
    assertThat(calls()).endsWith("notices.send papers");
  }

  @Test
  void and_asks_the_family_where_it_did_not() {
    when("cases.readAllocatedService", with("readsRecordSystem", false));
    when("cases.readSharing", with("sharingAllowed", false));
    start("acceptance", "ACCEPTED");
    assertThat(open()).containsExactly("Ask the family about the papers");
    done("Ask the family about the papers");

    endedBy("Service asked", "Pass the baton", "Look up the service", "Look up the consent to share", "Ask the family about the papers", "Case transferred");
    assertThat(calls()).doesNotContain("notices.send papers");
  }

  @Test
  void nothing_goes_on_electronically_either_where_the_family_did_not_agree() {
    when("cases.readAllocatedService", with("readsRecordSystem", true));
    when("cases.readSharing", with("sharingAllowed", false));
    start("acceptance", "ACCEPTED");

    assertThat(open()).containsExactly("Ask the family about the papers");
    assertThat(calls()).doesNotContain("records.enter electronicReferral");
  }
}
