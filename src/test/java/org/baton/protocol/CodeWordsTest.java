package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody reads a code: an authority's own words go before those of its forms, and those before Baton's. */
class CodeWordsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "an option of a form | - | ALLOCATED | panel.outcome | Allocate to a Lead Agency",
      "the authority's own word before it | code.ALLOCATED: Placed | ALLOCATED | panel.outcome | Placed",
      "a fact by its key | - | NOMINATION | settledBy | I settle it now",
      "an answer by its key | - | CLEARED | answer.cleared | Yes",
      "no such option there | - | NO_AGREEMENT | panel.outcome | no agreement",
      "Baton's own word | - | WITHDRAWN | consent.nothing | withdrawn",
      "a note by its question | - | ASKED | panel.note.asked | ASKED",
      "a code that nobody knows | - | SOMETHING_ELSE | panel.outcome | SOMETHING_ELSE"})
  void is_said(String what, String own, String code, String asked, String words) {
    var files = PlantedFaults.shipped("warwickshire").with(own == null ? Map.of() : Map.of(Sentences.FILE, own.getBytes(StandardCharsets.UTF_8)));
    assertThat(new Pack("shipped", files).words(code, asked)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"clarified, What the referrer says", "plan_details, 'Booking sheet: plan details'"})
  void a_note_without_a_word_of_its_own_is_named_by_the_question(String kind, String question) {
    var files = PlantedFaults.shipped("warwickshire").with(Map.of(Sentences.FILE, "code.BARRIER: Barrier".getBytes(StandardCharsets.UTF_8)));
    assertThat(new Pack("shipped", files).words(kind.toUpperCase(), "panel.note." + kind)).isEqualTo(question);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {
      "a stage | newshire | - | referral.bpmn | serviceTask_pass | SUPPORTED",
      "how a decision was reached | north-east-lincolnshire | code.LED: led | hearing.bpmn | serviceTask_decideTogether | CHAIRS",
      "an outcome | camden | code.CAPACITY: Capacity | templates/sentences.yaml | sentences | GUIDANCE"})
  void a_pack_is_refused_that_has_no_words_for(String what, String authority, String own, String file, String element, String code) {
    var faults = PlantedFaults.check(PlantedFaults.shipped(authority).with(Map.of(Sentences.FILE, (own.equals("-") ? "agenda.notReached: Time ran out" : own).getBytes(StandardCharsets.UTF_8))));
    PlantedFaults.assertNamed(faults, file, element, "'" + code + "', for which people have no words", "or a line code." + code);
  }
}
