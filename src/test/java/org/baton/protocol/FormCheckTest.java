package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baton.protocol.PlantedFaults.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is refused whose answers nobody would keep, or that a person could not complete. */
class FormCheckTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("a second word that nobody keeps", "discuss-case.form", "\"target\" : \"panel.reasons\"", "\"target\" : \"panel.reasonz\"", "field_", "'panel.reasonz'", "panel.reasons"),
        fault("a misspelt path of the case", "discuss-case.form", "\"answer, case.leadProfessional\"", "\"answer, case.leadProfesional\"", "field_accountablePerson", "'case.leadProfesional'", "case.leadProfessional"),
        fault("a home that keeps no such thing", "referral.form", "\"target\" : \"family.postcode\"", "\"target\" : \"family.dogName\"", "field_", "'family.dogName'", "family.postcode"),
        fault("a path of a row that nobody keeps", "discuss-case.form", "\"target\" : \"action.due\"", "\"target\" : \"action.deu\"", "field_", "'action.deu'", "action.due"),
        fault("a path of another group's rows", "discuss-case.form", "\"target\" : \"action.due\"", "\"target\" : \"vote.voter\"", "field_", "'vote.voter'", "action.due"),
        fault("an answer in rows that keep none", "discuss-case.form", "\"target\" : \"action.due\"", "\"target\" : \"answer\"", "field_", "the target 'answer' in rows", "answer where the group goes there too"),
        fault("a fact in rows", "record-votes.form", "\"target\" : \"vote.choice\"", "\"target\" : \"fact\"", "field_choice", "the target 'fact' in rows", "answer where the group goes there too"),
        fault("rows for one answer", "discuss-case.form", "\"target\" : \"panel.actions\"", "\"target\" : \"panel.reasons\"", "field_actions", "'panel.reasons' for rows", "a target that takes rows"),
        fault("one answer for rows", "discuss-case.form", "\"target\" : \"panel.reasons\"", "\"target\" : \"panel.votes\"", "field_", "'panel.votes' for one answer", "a repeated group"),
        fault("something that nobody can show", "check-consent.form", "\"shows\": \"case.summary\"", "\"shows\": \"case.sumary\"", "field_", "'case.sumary'", "case.summary"),
        fault("a kind longer than its column", "withdraw-consent.form", "\"target\": \"consent.giver\"", "\"target\": \"consent." + "x".repeat(41) + "\"", "field_", "xxx", "consent.*"),
        fault("a fact of Baton's own", "obtain-consent.form", "\"key\": \"awaited\"", "\"key\": \"caseId\"", "field_awaited", "the fact 'caseId'", "another key"),
        fault("the same key twice", "check-consent.form", "\"key\": \"giver\"", "\"key\": \"capacity\"", "field_", "'capacity' a second time", "each key once"),
        fault("a choice without values", "obtain-consent.form", "\"values\": [", "\"valuesUnread\": [", "field_awaited", "a choice without values", "values to choose from"),
        fault("one of two answers that are kept together", "discuss-case.form", "\"target\" : \"panel.reasons\"", "\"target\" : \"chronology.reasons\"", "discussCase", "without 'panel.reasons'", "as they are kept together"),
        fault("rows without what each is kept by", "discuss-case.form", "\"target\" : \"action.what\"", "\"target\" : \"action.due\"", "field_actions", "rows without the target 'action.what'", "no row can be kept without"),
        fault("a text for a day", "discuss-case.form", "\"target\" : \"action.what\"", "\"target\" : \"action.due\"", "field_", "a textfield for the target 'action.due'", "a date"),
        fault("a choice that Baton does not know", "extra-sitting.form", "\"value\" : \"CARRIED_OVER\"", "\"value\" : \"CARRIED_ON\"", "field_", "CARRIED_ON] for the target 'panel.extraTakes'", "a choice of [NONE, CARRIED_OVER]"),
        fault("rows shown in a text", "check-consent.form", "\"shows\": \"case.summary\"", "\"shows\": \"case.parting\"", "field_", "it shows 'case.parting' in a text", "a repeated group"),
        fault("rows that fill nothing", "discuss-case.form", "\"shows\" : \"case.parting\"", "\"shows\" : \"panel.openActions\"", "field_children", "rows of 'panel.openActions' without a field that they fill", "fields with the keys"),
        fault("an answer shown that no form asks for", "check-consent.form", "\"shows\": \"case.summary\"", "\"shows\": \"answer.nowhere\"", "field_", "it shows 'answer.nowhere'", "the key of an answer of a form"),
        fault("evidence of nothing", "discuss-case.form", "\"evidence\" : \"true\"", "\"evidence\" : \"yes\"", "field_", "evidence 'yes'", "names the clause for which its answer is kept"),
        fault("a value twice", "obtain-consent.form", "\"values\": [", "\"values\": [{\"label\": \"Answered\", \"value\": \"ANSWERED\"}, ", "field_awaited", "the value 'ANSWERED'", "each value once"),
        fault("a value that no column has room for", "obtain-consent.form", "\"value\": \"ANSWERED\"", "\"value\": \"" + "A".repeat(41) + "\"", "field_awaited", "AAA", "1 to 40 characters"),
        fault("a value that nobody can send", "obtain-consent.form", "\"value\": \"ANSWERED\"", "\"value\": \"ANSWERED \"", "field_awaited", "'ANSWERED '", "without blanks at the ends"),
        fault("values that are calculated", "obtain-consent.form", "\"key\": \"awaited\",", "\"key\": \"awaited\", \"valuesExpression\": \"=[1]\",", "field_awaited", "valuesExpression", "one of"),
        fault("a pattern that is none", "obtain-consent.form", "\"required\": true", "\"required\": true, \"pattern\": \"([a-z\"", "field_", "the pattern '([a-z'", "a regular expression"),
        fault("a pattern that looks back, which could take for ever", "obtain-consent.form", "\"required\": true", "\"required\": true, \"pattern\": \"(a+)\\\\1(?=b)\"", "field_", "the pattern '(a+)", "a regular expression"),
        fault("a pattern of a thousand characters", "obtain-consent.form", "\"required\": true", "\"required\": true, \"pattern\": \"" + "a".repeat(1_000) + "\"", "field_", "a pattern of 1000 characters", "200 at most"),
        fault("an answer without a home", "check-consent.form", "\"target\": \"consent.giver\"", "\"examples\": \"Jo\"", "field_giver", "no target for the answer", "properties.target"),
        fault("the form of another file again", "obtain-consent.form", "\"id\": \"obtainConsent\"", "\"id\": \"checkConsent\"", "checkConsent", "a second form of this id", "one file for each form"),
        fault("a component that shows a page of another server", "check-consent.form", "\"type\": \"textfield\"", "\"type\": \"iframe\"", "field_", "'iframe'", "which Tasklist shows"),
        fault("a limit that is calculated", "obtain-consent.form", "\"required\": true", "\"required\": \"=1 = 1\"", "field_", "required", "no calculation"),
        fault("a condition that cannot be read", "discuss-case.form", "=discussionResult != \\\"AGREED\\\" or panelOutcome != \\\"ALLOCATED\\\"", "=discussionResult != or", "field_", "=discussionResult != or", "comparisons"),
        fault("a condition that loops", "discuss-case.form", "=discussionResult != \\\"AGREED\\\" or panelOutcome != \\\"ALLOCATED\\\"", "=some x in 1..9999999 satisfies x = 0", "field_", "some x in", "comparisons"),
        fault("a condition on what does not exist", "discuss-case.form", "=discussionResult != \\\"AGREED\\\" or panelOutcome != \\\"ALLOCATED\\\"", "=discussionReslt != \\\"AGREED\\\"", "field_", "a condition on 'discussionReslt'", "the key of a field"),
        fault("a condition without the sign", "discuss-case.form", "=discussionResult != \\\"AGREED\\\" or panelOutcome != \\\"ALLOCATED\\\"", "discussionResult", "field_", "the condition 'discussionResult'", "= and comparisons"),
        fault("a version that Tasklist does not know", "check-consent.form", "\"schemaVersion\": 16", "\"schemaVersion\": 99", "check-consent.form", "schemaVersion 99", "4 to 19"),
        fault("a form for another engine", "check-consent.form", "\"executionPlatform\": \"Camunda Platform\"", "\"executionPlatform\": \"Camunda Cloud\"", "check-consent.form", "Camunda Cloud", "Camunda Platform"),
        fault("a link to another place", "check-consent.form", "\"text\": \"{{caseSummary}}\"", "\"text\": \"{{caseSummary}} [more](https://elsewhere.example)\"", "field_", "https:", "no links to other places"),
        fault("HTML", "check-consent.form", "\"text\": \"{{caseSummary}}\"", "\"text\": \"{{caseSummary}} <img src=x>\"", "field_", "<i", "no HTML"),
        fault("a name that the form does not show", "check-consent.form", "\"text\": \"{{caseSummary}}\"", "\"text\": \"{{caseSumary}}\"", "field_", "{{caseSumary}}", "what the form shows"),
        fault("a text that is calculated", "check-consent.form", "\"text\": \"{{caseSummary}}\"", "\"text\": \"=caseSummary\"", "field_", "=caseSummary", "a text"),
        fault("a property that nobody knows", "obtain-consent.form", "\"shows\": \"case.consents\"", "\"show\": \"case.consents\"", "field_standing", "the setting 'show'", "shows"),
        fault("a text that does not say how long it may be", "withdraw-consent.form", "\"maxLength\": 200", "\"minLength\": 2", "field_", "no maxLength", "maxLength of"),
        fault("a text longer than its home", "withdraw-consent.form", "\"maxLength\": 200", "\"maxLength\": 30000", "field_", "maxLength 30000", "maxLength of"),
        fault("a day of no known meaning", "take-over.form", "\"day\" : \"past\"", "\"day\" : \"yesterday\"", "field_", "day 'yesterday'", "birth, future, past"),
        fault("an option alone that is none", "referral.form", "\"alone\" : \"NONE_KNOWN\"", "\"alone\" : \"NOBODY\"", "field_specificNeeds", "alone 'NOBODY'", "NONE_KNOWN"),
        fault("one option alone of those that exclude each other anyway", "obtain-consent.form", "\"target\": \"fact\"", "\"target\": \"fact\", \"alone\": \"ANSWERED\"", "field_awaited", "alone 'ANSWERED'", "a checklist"),
        fault("a list without an end", "take-over.form", "\"target\" : \"family.children\"", "\"target\" : \"family.children\", \"mostRows\": \"10000\"", "field_", "mostRows '10000'", "1 to 200"),
        fault("an hour in place of a day", "take-over.form", "\"subtype\" : \"date\"", "\"subtype\" : \"time\"", "field_", "the subtype 'time'", "date"),
        fault("a setting twice", "obtain-consent.form", "\"id\": \"field_awaited\",", "\"id\": \"field_awaited\", \"id\": \"field_other\",", "obtain-consent.form", "Duplicate", "a well-formed file"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_form_is_refused_with(String what, String file, String sound, String faulty, String element, String found, String expected) {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("warwickshire", file, sound, faulty)), file, element, found, expected);
  }

  @Test
  void what_is_needed_beside_an_answer_is_asked_wherever_that_is() {
    var form = """
        {"id": "settleCase", "components": [
          {"type": "textfield", "id": "field_outcome", "key": "outcome", "validate": {"maxLength": 40}, "conditional": {"hide": "=agreed != \\"YES\\""}, "properties": {"target": "panel.outcome"}},
          {"type": "textfield", "id": "field_reasons", "key": "reasons", "validate": {"maxLength": 40}, "conditional": {"hide": "%s"}, "properties": {"target": "panel.reasons"}},
          {"type": "textfield", "id": "field_service", "key": "service", "validate": {"maxLength": 40}, "conditional": {"hide": "=agreed != \\"YES\\" or outcome != \\"X\\""}, "properties": {"target": "panel.service"}}]}""";
    assertThat(hidden(form.formatted("=agreed != \\\"YES\\\""))).as("wherever the outcome is asked, or the service").isEmpty();
    assertThat(hidden(form.formatted("=outcome != \\\"X\\\""))).as("not asked beside an outcome that is not X").contains("field_reasons: hidden where 'outcome' is asked, beside which it is needed");
  }

  private static List<String> hidden(String form) {
    var faults = new ArrayList<PackFault>();
    new TargetCheck(DeclaredVocabulary.FORMS, Set.of(), Set.of(), (file, element) -> false, new Faults(faults)).check("settle-case.form", FormDefinition.read(form.getBytes(StandardCharsets.UTF_8)));
    return faults.stream().map(fault -> fault.element() + ": " + fault.found()).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"=route != \"ROUTE_1\" | route", "=(route != \"ROUTE_1\") or awaited != \"ANSWERED\" | awaited,route", "=awaited = null | awaited", "=number >= 3 and yes = true | number,yes"})
  void a_condition_is_read_for_the_names_that_it_compares(String condition, String names) {
    assertThat(FormCondition.names(condition)).hasValue(Set.of(names.split(",")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=count(route) > 1", "=for i in 1..9 return i", "=route", "=((((((((((route = 1))))))))))", "=a b = 1", "=route == 1", "={a: 1}.a = 1", "=\"x"})
  void a_condition_with_more_of_feel_is_not_read(String condition) {
    assertThat(FormCondition.names(condition).filter(names -> !condition.equals("=route"))).isEmpty();
  }
}
