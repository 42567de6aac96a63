package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class AskUpdateModelTest extends ModelTest {

  AskUpdateModelTest() {
    super("warwickshire", "askUpdate", List.of(), List.of());
  }

  @Test
  void the_service_that_the_chair_names_gives_an_update_and_the_chair_hears_of_it() {
    start();
    assertThat(calls()).containsExactly("cases.askService updateFrom", "notices.send updateAsked");
    assertThat(offered("Give an update")).containsExactly("business-support", "member");
    done("Give an update");

    endedBy("Update asked", "Note which service is asked", "Ask the service", "Give an update", "Tell the chair", "Tell the vice-chair", "Update given");
    assertThat(calls()).endsWith("notices.send updateGiven", "notices.send updateGivenVice");
  }

  @Test
  void that_it_is_late_is_noted_and_it_stays_to_be_given() {
    start();
    timeComes("Not given yet", "updateGiven");

    assertThat(open()).containsExactly("Give an update");
    assertThat(path()).contains("Given late");
  }
}
