package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class MashConsideredModelTest extends ModelTest {

  MashConsideredModelTest() {
    super("north-east-lincolnshire", "mashConsidered", List.of(), List.of("endOfWork"));
  }

  @Test
  void the_mash_passes_a_case_within_early_help_and_its_work_is_followed_to_the_end() {
    start();
    assertThat(offered("Consider the case")).containsExactly("mash-representative");
    done("Consider the case", "mashResult", "EARLY_HELP");
    assertThat(open()).containsExactly("endOfWork");
    done("endOfWork");

    endedBy("Came straight to the MASH", "Consider the case", "Pass it within Early Help", "Tell the service", "Work with the family", "Helped by Early Help");
    assertThat(calls()).containsExactly("cases.stage LED", "notices.send leadNamed");
  }

  @Test
  void or_to_social_care() {
    start();
    done("Consider the case", "mashResult", "SOCIAL_CARE");

    endedBy("Came straight to the MASH", "Consider the case", "Close: with social care", "With social care");
    assertThat(calls()).containsExactly("cases.close MASH_TO_SOCIAL_CARE");
  }

  @Test
  void or_closes_it_without_a_service() {
    start();
    done("Consider the case", "mashResult", "OTHER");

    endedBy("Came straight to the MASH", "Consider the case", "Close: no service", "No service");
    assertThat(calls()).containsExactly("cases.close MASH_OTHER");
  }
}
