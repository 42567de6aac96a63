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
    assertThat(offered("Ask for the formal meeting")).containsExactly("chair", "vice-chair");
    assertThat(calls()).isEmpty();
    done("Ask for the formal meeting");
    assertThat(offered("Hold the formal meeting with line managers")).containsExactly("chair", "vice-chair");
    done("Hold the formal meeting with line managers", "formalMeetingResult", "AGREED", "thresholdFound", "LEVEL_3");

    endedBy("Not settled at the panel", "Ask for the formal meeting", "Invite to the formal meeting", "Hold the formal meeting with line managers", "Settled");
    assertThat(calls()).containsExactly("notices.send formalMeeting");
  }

  @Test
  void what_it_leaves_open_the_service_manager_resolves() {
    start();
    done("Ask for the formal meeting");
    done("Hold the formal meeting with line managers", "formalMeetingResult", "OPEN", "thresholdFound", "LEVEL_3");
    assertThat(offered("Resolve as Service Manager")).containsExactly("service-manager");
    done("Resolve as Service Manager", "managerResult", "RESOLVED", "thresholdFound", "LEVEL_3");

    endedBy("Not settled at the panel", "Ask for the formal meeting", "Invite to the formal meeting", "Hold the formal meeting with line managers", "Resolve as Service Manager", "Settled");
    assertThat(calls()).containsExactly("notices.send formalMeeting");
  }

  @Test
  void what_the_service_manager_cannot_resolve_is_reported_to_the_senior_officer_whose_answer_is_recorded() {
    start();
    done("Ask for the formal meeting");
    done("Hold the formal meeting with line managers", "formalMeetingResult", "OPEN", "thresholdFound", "LEVEL_3");
    done("Resolve as Service Manager", "managerResult", "OPEN", "thresholdFound", "LEVEL_3");
    assertThat(calls()).containsExactly("notices.send formalMeeting", "notices.send unresolved");
    assertThat(offered("Record what the senior officer settled")).containsExactly("service-manager");
    done("Record what the senior officer settled", "toBoard", "NO");

    endedBy("Not settled at the panel", "Ask for the formal meeting", "Invite to the formal meeting", "Hold the formal meeting with line managers", "Resolve as Service Manager", "Report to the senior officer",
        "Record what the senior officer settled", "Settled");
  }

  @Test
  void what_the_senior_officer_passes_on_goes_to_the_safeguarding_board() {
    start();
    done("Ask for the formal meeting");
    done("Hold the formal meeting with line managers", "formalMeetingResult", "OPEN", "thresholdFound", "LEVEL_3");
    done("Resolve as Service Manager", "managerResult", "OPEN", "thresholdFound", "LEVEL_3");
    done("Record what the senior officer settled", "toBoard", "YES");

    ended();
    assertThat(path()).endsWith("Record what the senior officer settled", "Tell the safeguarding board", "Settled");
    assertThat(calls()).endsWith("notices.send toBoard");
  }

  @Test
  void nothing_of_it_waits_without_a_limit() {
    start();
    timeComes("Not asked yet", "formalMeetingAsked");
    done("Ask for the formal meeting");
    timeComes("Not held yet", "formalMeetingHeld");
    done("Hold the formal meeting with line managers", "formalMeetingResult", "OPEN", "thresholdFound", "LEVEL_3");
    timeComes("Not resolved yet", "managerResolves");
    done("Resolve as Service Manager", "managerResult", "OPEN", "thresholdFound", "LEVEL_3");
    timeComes("Not answered yet", "seniorOfficerAnswers");

    assertThat(open()).containsExactly("Record what the senior officer settled");
    assertThat(path()).contains("Asked late", "Held late", "Resolved late", "Answered late");
  }

  @Test
  void a_statutory_threshold_that_somebody_finds_climbs_no_further_whatever_else_is_open() {
    start();
    done("Ask for the formal meeting");
    done("Hold the formal meeting with line managers", "formalMeetingResult", "OPEN", "thresholdFound", "STATUTORY");

    ended();
    assertThat(path()).endsWith("Hold the formal meeting with line managers", "For the MASH");
  }

  @Test
  void nor_does_one_that_the_service_manager_finds() {
    start();
    done("Ask for the formal meeting");
    done("Hold the formal meeting with line managers", "formalMeetingResult", "OPEN", "thresholdFound", "LEVEL_3");
    done("Resolve as Service Manager", "managerResult", "OPEN", "thresholdFound", "STATUTORY");

    ended();
    assertThat(path()).endsWith("Resolve as Service Manager", "For the MASH");
  }
}
