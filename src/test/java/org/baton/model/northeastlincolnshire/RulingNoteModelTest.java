package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class RulingNoteModelTest extends ModelTest {

  RulingNoteModelTest() {
    super("north-east-lincolnshire", "rulingNote", List.of(), List.of());
  }

  @Test
  void the_ruling_goes_on_liquidlogic_if_the_file_of_the_child_is_there() {
    when("cases.recall", with("childsFile", "LIQUIDLOGIC"));
    start();

    endedBy("Note due", "Recall whose file it is", "Ruling as LOCALITY PANEL note on Liquidlogic", "Noted");
    assertThat(calls()).containsExactly("cases.recall childsFile", "records.enter rulingNoteOnLiquidlogic");
  }

  @Test
  void or_on_ehm() {
    when("cases.recall", with("childsFile", "EHM"));
    start();

    endedBy("Note due", "Recall whose file it is", "Ruling as LOCALITY PANEL note on EHM", "Noted");
    assertThat(calls()).containsExactly("cases.recall childsFile", "records.enter rulingNoteOnEhm");
  }
}
