package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clause that a slip of the pen would take out of what is executed, or that nothing could name, is refused where it stands. */
class CatalogueCheckTest {

  private static final String FIRST = "id: NSH-1, kind: rule, actor: panel, text: The family panel decides which service supports a family., enforce: task, pathway: panel-decision";

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {
      "a clause twice | id: NSH-1 | id: NSH-2 | NSH-2 | the clause NSH-2 a second time | each clause once",
      "another authority's | id: NSH-1 | id: WAR-1 | WAR-1 | the clause 'WAR-1' | an id such as NSH-1.2a",
      "no id | id: NSH-1, kind | kind | clauses | a clause without an id | an id such as NSH-1.2a",
      "an id with a space | id: NSH-1 | id: NSH-1 a | NSH-1 a | the clause 'NSH-1 a' | an id such as NSH-1.2a",
      "a word for who makes it hold, misspelt | enforce: task | enforce: tsak | NSH-1 | enforce 'tsak' | one of [none, record, system, task]",
      "a setting, misspelt | enforce: task | enforse: task | NSH-1 | the setting 'enforse' of a clause | enforce",
      "not executed, nobody says why | enforce: task | enforce: none | NSH-1 | enforce 'none' without a reason | why it is not executed",
      "no text | text: The family panel decides which service supports a family., | '' | NSH-1 | no text | in your own words",
      "no pathway | , pathway: panel-decision | '' | NSH-1 | no pathway | such as intake"})
  void is_refused(String what, String sound, String faulty, String element, String found, String expected) {
    var files = PlantedFaults.planted("newshire", PackFiles.CATALOGUE, FIRST, FIRST.replace(sound, faulty));
    PlantedFaults.assertNamed(PlantedFaults.check(files), PackFiles.CATALOGUE, element, found, expected);
  }

  @Test
  void letters_that_no_clause_begins_with_are_named_once() {
    var faults = PlantedFaults.check(PlantedFaults.planted("warwickshire", PackFiles.PROFILE, "caseNumberPrefix: WAR", "caseNumberPrefix: WAK"));
    assertThat(faults).hasSize(1);
    PlantedFaults.assertNamed(faults, PackFiles.PROFILE, "caseNumberPrefix", "WAK, and clauses that begin with [WAR]", "the same three letters");
  }
}
