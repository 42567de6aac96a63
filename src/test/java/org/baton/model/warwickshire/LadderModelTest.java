package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class LadderModelTest extends ModelTest {

  LadderModelTest() {
    super("warwickshire", "ladder", List.of(), List.of());
  }

  @Test
  void what_the_formal_meeting_with_line_managers_agrees_is_settled() {
    start();
    assertThat(offered("Hold the formal meeting with line managers")).containsExactly("chair", "vice-chair");
    done("Hold the formal meeting with line managers", "formalMeetingResult", "AGREED");

    endedBy("Not settled at the panel", "Hold the formal meeting with line managers", "Settled");
    assertThat(calls()).isEmpty();
  }

  @Test
  void what_it_leaves_open_the_service_manager_resolves() {
    start();
    done("Hold the formal meeting with line managers", "formalMeetingResult", "OPEN");
    assertThat(offered("Resolve as Service Manager")).containsExactly("service-manager");
    done("Resolve as Service Manager", "managerResult", "RESOLVED");

    endedBy("Not settled at the panel", "Hold the formal meeting with line managers", "Resolve as Service Manager", "Settled");
    assertThat(calls()).isEmpty();
  }

  @Test
  void what_the_service_manager_cannot_resolve_is_reported_to_the_senior_officer_whose_answer_is_recorded() {
    start();
    done("Hold the formal meeting with line managers", "formalMeetingResult", "OPEN");
    done("Resolve as Service Manager", "managerResult", "OPEN");
    assertThat(calls()).containsExactly("notices.send unresolved");
    assertThat(offered("Record what the senior officer settled")).containsExactly("service-manager");
    done("Record what the senior officer settled");

    endedBy("Not settled at the panel", "Hold the formal meeting with line managers", "Resolve as Service Manager", "Report to the senior officer",
        "Record what the senior officer settled", "Settled");
  }
}
