package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form's own rules, and those that every answer keeps, on whatever is sent. */
class FormRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 2, 2);
  private static final FormDefinition FORM = form("""
      {"id": "tried", "components": [
        {"type": "textfield", "id": "f1", "key": "name", "label": "Name", "validate": {"required": true, "maxLength": 300}, "properties": {"target": "referrer.name"}},
        {"type": "textarea", "id": "f2", "key": "needs", "label": "Needs", "validate": {"maxLength": 4000}, "properties": {"target": "answer"}},
        {"type": "textfield", "id": "f3", "key": "mail", "label": "Mail", "validate": {"validationType": "email", "maxLength": 200}, "properties": {"target": "referrer.email"}},
        {"type": "textfield", "id": "f4", "key": "slow", "label": "Slow", "validate": {"pattern": "(a+)+b", "maxLength": 4000}, "properties": {"target": "answer"}},
        {"type": "number", "id": "f5", "key": "age", "label": "Age", "validate": {"min": 0, "max": 120}, "properties": {"target": "answer"}},
        {"type": "datetime", "subtype": "date", "id": "f6", "key": "obtained", "dateLabel": "Obtained", "properties": {"target": "consent.obtainedOn"}},
        {"type": "datetime", "subtype": "date", "id": "f7", "key": "meets", "dateLabel": "Meets", "properties": {"target": "answer", "day": "future"}},
        {"type": "checklist", "id": "f8", "key": "risks", "label": "Risks", "values": [{"label": "A", "value": "A"}, {"label": "B", "value": "B"}], "properties": {"target": "answer"}},
        {"type": "dynamiclist", "id": "f9", "path": "children", "label": "Children", "properties": {"target": "family.children"}, "components": [
          {"type": "textfield", "id": "f10", "key": "given", "label": "Given name", "validate": {"required": true, "maxLength": 200}, "properties": {"target": "child.givenName"}},
          {"type": "datetime", "subtype": "date", "id": "f11", "key": "born", "dateLabel": "Born", "properties": {"target": "child.dateOfBirth"}}]}]}""");

  @Test
  void a_whole_answer_is_taken() {
    assertThat(faults(Map.of("needs", "Some\nneeds", "mail", "jo.o'neil@example.org", "age", 4, "obtained", "2026-02-02", "meets", "2026-02-02",
        "risks", List.of("A", "B"), "children", List.of(Map.of("given", "Ann", "born", "2015-05-31T23:00:00Z"))))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u00a0\u200b"})
  void a_name_of_blanks_is_no_name(String name) {
    assertThat(faults(Map.of("name", name))).containsExactly("name: got nothing, expected an answer to 'Name'");
  }

  @ParameterizedTest
  @CsvSource({"obtained, 2026-02-03, today or an earlier day", "obtained, 0015-06-01, a day from 1900 to 2100", "meets, 2026-02-01, today or a later day",
      "obtained, 2015-06-01Tgarbage, a date such as 2026-11-22", "meets, 9999-12-31, a day from 1900 to 2100"})
  void a_day_that_cannot_be_is_named(String field, String day, String expected) {
    assertThat(faults(Map.of(field, day))).singleElement().asString().startsWith(field + ": ").endsWith("expected " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2062-01-01", "2026-02-03", "1950-01-01"})
  void a_birthday_of_a_child_lies_behind_it_and_not_too_far(String born) {
    assertThat(faults(Map.of("children", List.of(Map.of("given", "Ann", "born", born))))).containsExactly(
        "children[0].born: got " + born + ", expected a birthday from 2001-02-02 to 2026-02-02");
  }

  @Test
  void a_text_is_as_long_as_its_form_says_and_its_home_has_room() {
    assertThat(faults(Map.of("name", "x".repeat(200)))).isEmpty();
    assertThat(faults(Map.of("name", "x".repeat(201)))).as("the form would take 300, the home has 200").containsExactly("name: got 201 characters, expected 200 characters at most");
    assertThat(faults(Map.of("needs", "x".repeat(4_001)))).containsExactly("needs: got 4001 characters, expected 4000 characters at most");
  }

  @Test
  void a_list_ends() {
    var thirty = Collections.nCopies(30, Map.of("given", "Ann"));
    assertThat(faults(Map.of("children", thirty))).isEmpty();
    assertThat(faults(Map.of("children", Collections.nCopies(10_000, Map.of("given", "Ann"))))).containsExactly("children: got 10000 rows, expected 30 rows at most");
    assertThat(faults(Map.of("risks", Collections.nCopies(10_000, "A")))).containsExactly("risks: got 10000 choices, expected 2 at most, each once");
    assertThat(faults(Map.of("risks", List.of("A", "A")))).hasSize(1);
  }

  @Test
  void what_is_answered_does_not_grow_with_what_was_sent() {
    var rows = IntStream.range(0, 30).mapToObj(number -> Map.of("given", "", "other", "x", "third", "y")).toList();
    var said = faults(Map.of("children", rows));
    assertThat(said).hasSize(51).last().isEqualTo("answers: got 40 more faults, expected none");

    var keys = new HashMap<String, Object>();
    IntStream.range(0, 100_000).forEach(number -> keys.put("unknown" + number, "x"));
    assertThat(faults(keys)).hasSize(51).last().asString().contains("99950 more faults");
    assertThat(String.join("", faults(Map.of("k".repeat(10_000), "Jo Smith of 4 Mill Lane")))).hasSizeLessThan(200).doesNotContain("Smith");
  }

  @Test
  void a_pattern_that_would_take_for_ever_ends() {
    assertThat(faults(Map.of("slow", "a".repeat(3_000) + "c"))).containsExactly("slow: got 3001 characters, expected a text of the form (a+)+b");
  }

  @Test
  void what_is_kept_together_is_answered_together() {
    var agreed = form("""
        {"id": "agreed", "components": [
          {"type": "radio", "id": "f1", "key": "wants", "label": "Does the family want it?", "values": [{"label": "Yes", "value": "YES"}, {"label": "No", "value": "NO"}], "properties": {"target": "agreement.state"}},
          {"type": "textfield", "id": "f2", "key": "who", "label": "Who said so", "validate": {"maxLength": 200}, "properties": {"target": "agreement.by"}},
          {"type": "textfield", "id": "f3", "key": "outcome", "label": "Outcome", "validate": {"maxLength": 40}, "conditional": {"hide": "=wants = \\"NO\\""}, "properties": {"target": "panel.outcome"}},
          {"type": "textfield", "id": "f4", "key": "reasons", "label": "Why", "validate": {"maxLength": 200}, "conditional": {"hide": "=wants = \\"NO\\""}, "properties": {"target": "panel.reasons"}},
          {"type": "checkbox", "id": "f5", "key": "accepted", "label": "Accepted now", "properties": {"target": "panel.accepted"}}]}""");
    assertThat(together(agreed, Map.of("who", "Jo"))).containsExactly("wants: got nothing, expected an answer to 'Does the family want it?', as 'Who said so' is answered");
    assertThat(together(agreed, Map.of("wants", "NO", "who", "Jo"))).isEmpty();
    assertThat(together(agreed, Map.of("wants", "YES", "outcome", "HELP", "who", " "))).containsExactly("reasons: got nothing, expected an answer to 'Why', as 'Outcome' is answered");
    assertThat(together(agreed, Map.of("wants", "NO", "accepted", false))).as("a box that nobody ticked says nothing by itself").isEmpty();
    assertThat(together(agreed, Map.of())).isEmpty();
  }

  private static List<String> together(FormDefinition form, Map<String, ?> sent) {
    return FormRules.check(form, sent, Map.of(), TODAY, DeclaredVocabulary.FORMS).stream().map(FormRules.Fault::toString).toList();
  }

  @Test
  void a_pattern_of_a_form_that_was_deployed_before_is_still_asked() {
    var before = form("""
        {"id": "tried", "components": [{"type": "textfield", "id": "f1", "key": "code", "label": "Code", "validate": {"pattern": "(?=A).*"}, "properties": {"target": "answer"}}]}""");
    assertThat(FormRules.check(before, Map.of("code", "AB"), Map.of(), TODAY, DeclaredVocabulary.FORMS)).isEmpty();
    assertThat(FormRules.check(before, Map.of("code", "BA"), Map.of(), TODAY, DeclaredVocabulary.FORMS)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-@-.-", "jo@example", "@example.org", "jo smith@example.org", "jo@example..org", ".jo@example.org", "jo@-example.org"})
  void an_address_that_no_mail_reaches_is_refused(String address) {
    assertThat(faults(Map.of("mail", address))).containsExactly("mail: got " + address.length() + " characters, expected an e-mail address");
  }

  @Test
  void an_address_of_ten_thousand_dots_is_refused_by_its_length() {
    assertThat(faults(Map.of("mail", "a.".repeat(5_000) + "a@example.org"))).singleElement().asString().contains("200 characters at most");
  }

  @Test
  void a_number_is_one_that_can_be_kept() {
    assertThat(FormRules.check(FORM, Map.of("age", 7.5), Map.of(), TODAY, DeclaredVocabulary.FORMS)).extracting(FormRules.Fault::toString).anyMatch(fault -> fault.equals("age: got a broken number, expected a whole number"));
    assertThat(FormRules.check(FORM, Map.of("age", 7.0), Map.of(), TODAY, DeclaredVocabulary.FORMS)).extracting(FormRules.Fault::field).doesNotContain("age");
    assertThat(faults(Map.of("age", Double.NaN))).hasSize(1);
    assertThat(faults(Map.of("age", 1e300))).hasSize(1);
    assertThat(faults(Map.of("age", -1))).hasSize(1);
    assertThat(faults(Map.of("age", "4"))).hasSize(1);
  }

  private static List<String> faults(Map<String, ?> answers) {
    var all = new TreeMap<String, Object>(Map.of("name", "Jo"));
    all.putAll(answers);
    return FormRules.check(FORM, all, Map.of(), TODAY, DeclaredVocabulary.FORMS).stream().map(FormRules.Fault::toString).toList();
  }

  private static FormDefinition form(String json) {
    return FormDefinition.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
