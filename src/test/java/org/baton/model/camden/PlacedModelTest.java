package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PlacedModelTest extends ModelTest {

  PlacedModelTest() {
    super("camden", "placed", List.of(), List.of("contact"));
  }

  @Test
  void the_service_that_was_named_at_the_panel_contacts_the_family() {
    named("ALLOCATED", "NO");
    assertThat(open()).containsExactly("contact");
    done("contact");

    endedBy("Service named", "Recall who supports", "Worker and contact", "Family contacted");
    assertThat(calls()).containsExactly("cases.recall supportWanted");
  }

  @Test
  void services_that_support_beside_it_are_told() {
    named("ALLOCATED", "YES");
    done("contact");

    endedBy("Service named", "Recall who supports", "Tell the supporting services", "Worker and contact", "Family contacted");
    assertThat(calls()).containsExactly("cases.recall supportWanted", "notices.send supporting");
  }

  @Test
  void a_contact_is_warned_of_and_then_noted_as_late_and_stays_to_be_made() {
    named("ALLOCATED", "NO");
    timeComes("Nearly due", "firstContactWarning");
    assertThat(path()).contains("Warned").doesNotContain("Late");
    timeComes("Overdue", "firstContact");

    assertThat(open()).containsExactly("contact");
    assertThat(path()).contains("Late");
  }

  @Test
  void one_that_was_settled_after_a_dispute_is_allocated_on_mosaic_as_well() {
    named("NO_AGREEMENT", "NO");
    assertThat(open()).as("at the same time").containsExactly("Allocate to the team on MOSAIC", "contact");
    assertThat(offered("Allocate to the team on MOSAIC")).containsExactly("business-support");
    done("contact");
    done("Allocate to the team on MOSAIC");

    ended();
    assertThat(path()).startsWith("Service named", "Recall who supports").contains("After a dispute").doesNotContain("Worker and contact").endsWith("Family contacted");
  }

  @Test
  void and_its_first_contact_has_a_clock_of_its_own() {
    named("NO_AGREEMENT", "NO");
    timeComes("Nearly due", "firstContactAfterDisputeWarning");
    timeComes("Overdue", "firstContactAfterDispute");

    assertThat(open()).containsExactly("Allocate to the team on MOSAIC", "contact");
    assertThat(path()).contains("Nearly due", "Warned", "Overdue", "Late");
  }

  private void named(String outcome, String support) {
    when("cases.recall", with("supportWanted", support));
    start("panelOutcome", outcome);
  }
}
