package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baton.protocol.PlantedFaults.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baton.casefile.consent.ConsentState;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A cell that would only fail in a running case, or say something else than was meant, is refused when the table is deployed. */
class TableCheckTest {

  static Stream<Arguments> cells() {
    return Stream.of(
        deadline("amount", "5", "\"five\"", "a number"),
        deadline("amount", "5", "", "a whole number from 0"),
        deadline("amount", "5", "-5", "a whole number from 0"),
        deadline("amount", "5", "5.5", "a whole number from 0"),
        deadline("amount", "5", "5 +", "a number, or nothing: no calculation"),
        deadline("amount", "5", "999999999", "a whole number from 0"),
        deadline("amount", "5", "1001", "1000 WORKING_DAYS at most"),
        deadline("amount", "5", "for i in 1..2000, j in 1..2000 return i", "no calculation"),
        deadline("amount", "5", "function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}", "no calculation"),
        deadline("unit", "\"WORKING_DAYS\"", "\"FORTNIGHTS\"", "CLOCK_HOURS"),
        deadline("unit", "\"WORKING_DAYS\"", "WORKING_DAYS", "a text in quotation marks"),
        deadline("direction", "\"AFTER\"", "\"ONWARDS\"", "BEFORE"),
        deadline("at", "\"17:00\"", "\"17.00\"", "a time of day (London) such as \"17:00\""),
        deadline("at", "\"17:00\"", "\"25:00\"", "a time of day (London) such as \"17:00\""),
        deadline("onClosedDay", "\"KEEP\"", "\"STAY\"", "KEEP"),
        deadline("hard", "false", "\"no\"", "true or false"),
        deadline("countedFrom", "\"OPENED\"", "\"NOWHERE\"", "MEETING_CUT_OFF"),
        deadline("tells", "\"business-support\"", "\"nobody-such\"", "a role of the table 'role'"),
        deadline("tells", "\"business-support\"", "\"chair,\"", "a role of the table 'role'"),
        deadline("what", "\"Chase the referrer for what is missing\"", "\"" + "x".repeat(301) + "\"", "of 300 characters at most"),
        deadline("what", "\"Chase the referrer for what is missing\"", "\" \"", "not blank"),
        cell("holder", "receivedRoute2", "holder", "\"childrens-social-care\"", "\"nobody\"", "a service of the profile"),
        cell("holder", "receivedRoute2", "holder", "\"childrens-social-care\"", "", "a service of the profile"),
        cell("holder", "receivedRoute2", "holder", "\"childrens-social-care\"", "\"ALLOCATED_SERVICE\"", "as no service is allocated yet"),
        cell("notice", "panelDecision", "recipient", "\"REFERRER\"", "\"REFERER\"", "REFERRER"),
        cell("notice", "panelDecision", "template", "\"panel-decision.txt\"", "\"../panel-decision.txt\"", "a file in templates/"),
        cell("notice", "panelDecision", "encrypted", "true", "\"yes\"", "true or false"),
        cell("notice", "panelDecision", "encrypted", "true", "false", "true, or a letter that names the case by its number alone"),
        cell("access", "chair", "cases", "\"PANEL\"", "\"SERVICE\"", "a role that is one for each [SERVICE]"),
        cell("access", "chair", "cases", "\"PANEL\"", "\"MEMBER\"", "a role that is one for each [SERVICE]"),
        cell("access", "allocatedService", "cases", "\"SERVICE\"", "\"PANEL\"", "a role that is one for each [FORUM, AUTHORITY]"),
        cell("access", "serviceManager", "cases", "\"TASKS\"", "\"SERVICE\"", "a role that is one for each [SERVICE]"),
        cell("record-duty", "panelDecision", "system", "\"Mosaic\"", "\"Mosaik\"", "a value that the column lists"),
        cell("record-duty", "panelDecision", "kind", "\"Case note\"", "\"" + "x".repeat(61) + "\"", "60 characters at most"),
        cell("record-duty", "panelDecision", "template", "\"mosaic-case-note.txt\"", "\"\"", "a file in templates/"),
        cell("consent-weight", "refused", "rank", "0", "\"0\"", "a number"),
        cell("consent-weight", "refused", "standsAs", "\"REFUSED\"", "\"REFUSE\"", "REFUSED"),
        cell("seat", "chair", "votes", "true", "\"true\"", "true or false"),
        cell("completeness", "concern", "field", "\"needs\"", "\"neds\"", "the key of an answer of a form"),
        cell("quorum", "enough", "quorum", "\"QUORATE\"", "\"QORATE\"", "QUORATE"),
        cell("forum", "stratford", "forum", "\"stratford\"", "\"stratfrod\"", "a value that the column lists"),
        cell("forum", "stratford", "forum", "\"stratford\"", "for i in 1..2000, j in 1..2000 return i", "no calculation"),
        cell("role", "chair", "scope", "\"FORUM\"", "\"PANEL\"", "FORUM"),
        cell("role", "chair", "rights", "\"WORKER\"", "\"ADMIN\"", "WORKER"));
  }

  @ParameterizedTest(name = "{0}: {1} {2} {4}")
  @MethodSource("cells")
  void a_cell_is_refused_that_java_could_not_use(String file, String rule, String column, String sound, String faulty, String expected) {
    var at = "<outputEntry id=\"" + rule + "_" + column + "\"><text>";
    var faults = PlantedFaults.check(PlantedFaults.planted("warwickshire", file + ".dmn", at + sound, at + faulty));

    PlantedFaults.assertNamed(faults, file + ".dmn", "rule_" + rule, "column '" + column + "'", expected);
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        fault("a consent to start with that nobody is asked for", "starter.dmn", "<outputEntry id=\"askUpdate_consents\"><text>\"sharing\"", "<outputEntry id=\"askUpdate_consents\"><text>\"sharin\"", "rule_askUpdate", "the consent 'sharin'", "one that a form asks for"),
        fault("what a case must be like that nobody looks at", "starter.dmn", "<outputEntry id=\"askUpdate_cases\"><text>\"OWN\"", "<outputEntry id=\"askUpdate_cases\"><text>\"ANY\"", "rule_askUpdate", "what the case must be like", "\"OWN\" there"),
        fault("a way in that nobody holds", "holder.dmn", "<inputEntry id=\"receivedRoute2_stage\"><text>\"RECEIVED\"</text></inputEntry>", "<inputEntry id=\"receivedRoute2_stage\"><text>\"ALLOCATED\"</text></inputEntry>", "holder", "no rule for stage = \"RECEIVED\"", "exactly one rule"),
        fault("a route that the table does not list", "holder.dmn", "<text>\"ROUTE_1\",\"ROUTE_2\",\"ROUTE_3\"</text></inputValues>", "<text>\"ROUTE_1\",\"ROUTE_2\"</text></inputValues>", "rule_", "\"ROUTE_3\"", "a value that the column lists"),
        fault("a forum that the profile does not have", "forum.dmn", "\"stratford\"", "\"stratfrod\"", "rule_stratford", "\"stratfrod\"", "a forum of the profile"),
        fault("a calculation in a cell that is compared", "forum.dmn", "<inputEntry id=\"stratford_district\"><text>\"STRATFORD\"", "<inputEntry id=\"stratford_district\"><text>upper case(\"stratford\")", "rule_stratford", "upper case", "a text in quotation marks"),
        fault("a calculation in a table that collects", "completeness.dmn", "<inputEntry id=\"tried_route\"><text>\"ROUTE_1\"", "<inputEntry id=\"tried_route\"><text>some x in [1..99999] satisfies x > 0", "rule_tried", "some x in", "a text in quotation marks"),
        fault("a text compared with a number", "quorum.dmn", "&gt;= 3", "\"three\"", "rule_enough", "\"three\"", "a number"),
        fault("a column that is calculated", "forum.dmn", "<text>district</text>", "<text>if true then district else district</text>", "forum", "if true", "a plain name"),
        fault("a column that Baton does not give", "quorum.dmn", "<text>servicesPresent</text>", "<text>servicePresent</text>", "quorum", "the input column 'servicePresent'", "what Baton gives this table alone"),
        fault("several answers where one is read", "quorum.dmn", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\"", "quorum", "COLLECT", "UNIQUE, as one row answers"),
        fault("a column twice", "seat.dmn", "name=\"countsForQuorum\"", "name=\"chairs\"", "seat", "'chairs' a second time", "each column once"),
        fault("an empty answer to a step", "forum.dmn", "<text>\"stratford\"</text></outputEntry>", "<text></text></outputEntry>", "rule_stratford", "an empty answer", "a value, as a step"),
        fault("two answers to a step", "forum.dmn", "<output id=\"output_forum\"", "<output id=\"output_x\" name=\"x\" typeRef=\"string\" /><output id=\"output_forum\"", "forum", "2 output columns", "one output column"),
        fault("a fact that nothing sets", "forum.dmn", "<text>district</text>", "<text>distrikt</text>", "forum", "'distrikt', which nothing sets", "district"),
        fault("a type that nobody reads", "forum.dmn", "name=\"forum\" typeRef=\"string\"", "name=\"forum\" typeRef=\"date\"", "forum", "the type 'date'", "one of [boolean"),
        fault("a table of another file's name", "forum.dmn", "<decision id=\"forum\"", "<decision id=\"panels\"", "panels", "a table of this id", "the file panels.dmn"),
        fault("a second table of one id", "quorum.dmn", "<decision id=\"quorum\"", "<decision id=\"forum\"", "forum", "a second table of this id", "one file for each table"),
        fault("a state of consent that weighs nothing", "consent-weight.dmn", "\"NOT_NEEDED\"", "\"GIVEN\"", "consentWeight", "", "exactly one rule"),
        fault("a name longer than its column", "closure.dmn", "\"NEEDS_MET\"", "\"" + "N".repeat(61) + "\"", "rule_", "NNN", "60 characters at most"),
        fault("a table kept for a hundred years", "forum.dmn", "historyTimeToLive=\"P180D\"", "historyTimeToLive=\"P36500D\"", "forum", "P36500D", "in days"),
        fault("no id", "forum.dmn", "<decision id=\"forum\"", "<decision", "forum.dmn", "a decision without an id", "the name of the file"),
        fault("a column that compares nothing", "forum.dmn", "<inputExpression id=\"inputExpression_district\" typeRef=\"string\"><text>district</text></inputExpression>", "", "input_district", "a column without the name", "an inputExpression"),
        fault("a column that answers under no name", "objective.dmn", "name=\"objective\" typeRef", "typeRef", "objective", "the output column 'null'", "a plain name"),
        fault("an input by another name", "forum.dmn", "<input id=\"input_district\"", "<input id=\"input_district\" camunda:inputVariable=\"x\"", "input_district", "camunda:inputVariable", "historyTimeToLive"),
        fault("knowledge of its own", "forum.dmn", "<dmndi:DMNDI>", "<inputData id=\"data\" name=\"data\"/><dmndi:DMNDI>", "data", "inputData", "a decision table"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void a_table_is_refused_with(String what, String file, String sound, String faulty, String element, String found, String expected) {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("warwickshire", file, sound, faulty)), file, element, found, expected);
  }

  @Test
  void a_service_or_panel_that_a_table_names_cannot_leave_the_profile() {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("warwickshire", "authority.yaml", "{id: mash,", "{id: mash-two,")), "holder.dmn", "rule_", "\"mash\"", "a service of the profile");
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("warwickshire", "authority.yaml", "{id: rugby,", "{id: rugby-two,")), "forum.dmn", "rule_rugby", "\"rugby\"", "a forum of the profile");
  }

  @Test
  void a_role_of_which_nobody_says_what_it_sees_is_refused() {
    var shipped = PlantedFaults.shipped("warwickshire");
    var role = "<rule id=\"rule_x\"><description>none: tried</description><inputEntry id=\"x_role\"><text>\"family-worker\"</text></inputEntry><outputEntry id=\"x_title\"><text>\"Family worker\"</text></outputEntry>"
        + "<outputEntry id=\"x_scope\"><text>\"AUTHORITY\"</text></outputEntry><outputEntry id=\"x_rights\"><text>\"SUPERVISOR\"</text></outputEntry></rule></decisionTable>";
    var text = new String(shipped.content().get("role.dmn"), StandardCharsets.UTF_8).replace("\"supervisor\",", "\"supervisor\",\"family-worker\",").replace("</decisionTable>", role);

    PlantedFaults.assertNamed(PlantedFaults.check(shipped.with(Map.of("role.dmn", text.getBytes(StandardCharsets.UTF_8)))), "access.dmn", "access", "no rule for the role family-worker", "one for each role");
  }

  @Test
  void a_role_that_the_table_of_roles_does_not_list_is_refused() {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("warwickshire", "role.dmn", "<inputEntry id=\"chair_role\"><text>\"chair\"", "<inputEntry id=\"chair_role\"><text>\"family-worker\"")),
        "role.dmn", "rule_chair", "\"family-worker\"", "a value that the column lists");
  }

  @Test
  void a_way_in_that_the_table_of_holders_forgets_is_refused() {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("warwickshire", "referral.form", "\"value\" : \"ROUTE_3\"", "\"value\" : \"ROUTE_9\"")),
        "holder.dmn", "holder", "no rule for stage RECEIVED and route 'ROUTE_9'", "a holder from the moment it is received");
  }

  @Test
  void a_state_of_consent_that_the_table_forgets_is_refused() {
    PlantedFaults.assertNamed(PlantedFaults.check(without("warwickshire", "consent-weight.dmn", "NOT_NEEDED")), "consent-weight.dmn", "consentWeight", "no rule for state NOT_NEEDED", "one for each state");
  }

  @Test
  void a_sector_without_a_row_and_seats_that_do_not_say_who_speaks_are_refused() {
    PlantedFaults.assertNamed(PlantedFaults.check(without("north-east-lincolnshire", "sector.dmn", "UNIVERSAL")), "sector.dmn", "sector", "no rule for the sector UNIVERSAL", "one for each sector");
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("north-east-lincolnshire", "seat.dmn", "name=\"speaks\"", "name=\"talks\"")), "seat.dmn", "seat", "no output column 'speaks'", "who speaks");
  }

  @Test
  void systems_of_record_are_listed_so_that_a_misspelt_one_is_found() {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("camden", "record-duty.dmn", "<outputValues id=\"outputValues_system\"><text>\"MOSAIC\"</text></outputValues>", "")),
        "record-duty.dmn", "recordDuty", "no listed values of the output column 'system'", "every word that may stand there");
  }

  @Test
  void a_word_that_a_column_lists_is_as_long_as_there_is_room() {
    var longest = "x".repeat(61);
    assertThat(PlantedFaults.check(PlantedFaults.planted("warwickshire", "notice.dmn", "senior-officer", longest))).extracting(PackFault::found).anyMatch(found -> found.contains(longest));
  }

  /** The table without the row of that value and without the value among those that its column lists. */
  private static PackFiles without(String authority, String file, String value) {
    var shipped = PlantedFaults.shipped(authority);
    var text = new String(shipped.content().get(file), StandardCharsets.UTF_8);
    var less = text.replaceFirst("(?s)<rule id=\"[^\"]+\">(?:(?!</rule>).)*<text>\"" + value + "\"</text></inputEntry>.*?</rule>", "").replaceFirst(",\"" + value + "\"", "");
    assertThat(less).hasSizeLessThan(text.length() - 100).doesNotContain("<text>\"" + value);
    return shipped.with(Map.of(file, less.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void every_faulty_row_is_named_at_once_and_each_once() {
    var files = PlantedFaults.planted("camden", "deadline.dmn", "\"WORKING_DAYS\"</text>", "\"WORKING_DAY\"</text>");

    assertThat(PlantedFaults.check(files)).extracting(PackFault::element).contains("rule_agendaOpens", "rule_caseList").doesNotHaveDuplicates();
  }

  @Test
  void a_day_that_a_form_asks_for_is_counted_from() {
    var words = new PackWords(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of("planEndsOn"), Set.of(), Set.of(), Set.of("OPENED"), Map.of());
    var countedFrom = DeclaredVocabulary.TABLES.shapes().get("deadline").output("countedFrom").orElseThrow().kind();

    assertThat(countedFrom.refuses("\"planEndsOn\"", words)).isEmpty();
    assertThat(countedFrom.refuses("\"OPENED\"", words)).isEmpty();
    assertThat(countedFrom.refuses("\"planEnds\"", words)).isPresent();
  }

  @Test
  void the_states_of_consent_are_those_of_the_family_file() {
    var state = DeclaredVocabulary.TABLES.shapes().get("consentWeight").input("state").orElseThrow().kind();
    var words = new PackWords(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

    assertThat(Arrays.stream(ConsentState.values()).map(Enum::name)).allSatisfy(name -> assertThat(state.refuses("\"" + name + "\"", words)).isEmpty());
    assertThat(state.refuses("\"\"", words).orElseThrow()).contains(Arrays.stream(ConsentState.values()).map(Enum::name).toList());
  }

  private static Arguments deadline(String column, String sound, String faulty, String expected) {
    return cell("deadline", "completionReminder", column, sound, faulty, expected);
  }

  private static Arguments cell(String file, String rule, String column, String sound, String faulty, String expected) {
    return Arguments.of(file, rule, column, sound, faulty, expected);
  }
}
