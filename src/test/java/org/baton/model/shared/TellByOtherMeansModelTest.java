package org.baton.model.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class TellByOtherMeansModelTest extends ModelTest {

  TellByOtherMeansModelTest() {
    super("shared", "tellByOtherMeans", List.of(), List.of());
  }

  @Test
  void whom_no_mail_reaches_business_support_tells() {
    start();
    assertThat(offered("Tell by other means")).containsExactly("business-support");
    done("Tell by other means");

    endedBy("No mail arrives", "Tell by other means", "Told");
  }
}
