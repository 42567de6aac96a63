package org.baton.model.warwickshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class SigningModelTest extends ModelTest {

  SigningModelTest() {
    super("warwickshire", "signing", List.of(), List.of());
  }

  @Test
  void business_support_fills_the_boxes_and_the_chair_or_the_vice_chair_signs_them() {
    start();
    assertThat(offered("Fill the decision boxes")).containsExactly("business-support");
    done("Fill the decision boxes");
    assertThat(offered("Sign off the decisions")).containsExactly("chair", "vice-chair");
    done("Sign off the decisions");

    endedBy("To be signed", "Fill the decision boxes", "Sign off the decisions", "Signed");
  }

  @Test
  void boxes_that_are_late_are_noted_and_stay_to_be_filled() {
    start();
    timeComes("Not filled yet", "boxesFilled");

    assertThat(open()).containsExactly("Fill the decision boxes");
    assertThat(path()).contains("Filled late");
  }

  @Test
  void the_chair_is_reminded_to_sign() {
    start();
    done("Fill the decision boxes");
    timeComes("Not signed yet", "signOffReminder");

    assertThat(open()).containsExactly("Sign off the decisions");
    assertThat(path()).contains("Reminded");
  }
}
