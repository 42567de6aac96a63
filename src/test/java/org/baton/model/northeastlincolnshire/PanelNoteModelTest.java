package org.baton.model.northeastlincolnshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class PanelNoteModelTest extends ModelTest {

  PanelNoteModelTest() {
    super("north-east-lincolnshire", "panelNote", List.of(), List.of());
  }

  @Test
  void the_note_goes_on_liquidlogic_if_the_file_of_the_child_is_there() {
    when("cases.recall", with("childsFile", "LIQUIDLOGIC"));
    start();

    endedBy("Note due", "Recall whose file it is", "LOCALITY PANEL note on Liquidlogic", "Noted");
    assertThat(calls()).containsExactly("cases.recall childsFile", "records.enter panelNoteOnLiquidlogic");
  }

  @Test
  void or_on_ehm() {
    when("cases.recall", with("childsFile", "EHM"));
    start();

    endedBy("Note due", "Recall whose file it is", "LOCALITY PANEL note on EHM", "Noted");
    assertThat(calls()).containsExactly("cases.recall childsFile", "records.enter panelNoteOnEhm");
  }
}
