package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is planted into a sound pack and must be named: the file, the element, what stands there and what was expected. */
class PackCheckTest {

  @ParameterizedTest
  @MethodSource("org.baton.protocol.PackFiles#shippedAuthorities")
  void the_shipped_packs_are_sound(String authority) {
    assertThat(PackCheck.check(shipped(authority), PlantedFaults.VOCABULARY)).isEmpty();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("a model that is no XML", "referral.bpmn", "<bpmn:definitions", "<bpmn:definitions <", "referral.bpmn", "it cannot be read", "a well-formed file"),
        fault("a call of a process that does not exist", "referral.bpmn", "calledElement=\"intake\"", "calledElement=\"intakes\"", "callActivity_intakeChecks", "'intakes'", "a process of the pack"),
        fault("a call that is not bound to the deployment", "referral.bpmn", "calledElement=\"intake\" camunda:calledElementBinding=\"deployment\"", "calledElement=\"intake\" camunda:calledElementBinding=\"latest\"", "callActivity_intakeChecks", "'latest'", "deployment"),
        fault("a table that does not exist", "intake.bpmn", "camunda:decisionRef=\"forum\"", "camunda:decisionRef=\"forums\"", "businessRuleTask_choosePanel", "'forums'", "a table of the pack"),
        fault("a form that does not exist", "intake.bpmn", "camunda:formRef=\"checkConsent\"", "camunda:formRef=\"checkConsents\"", "userTask_checkConsent", "'checkConsents'", "a form of the pack"),
        fault("a bean that does not exist", "intake.bpmn", "${intake.checkCompleteness(execution)}", "${runtimeService.deleteEverything(execution)}", "serviceTask_checkCompleteness", "runtimeService.deleteEverything", "the documented list"),
        fault("an expression outside the grammar", "intake.bpmn", "${complete == true}", "${''.getClass().forName('x')}", "flow_complete", "getClass", "${variable == constant}"),
        fault("a comparison of two calls", "hearing.bpmn", "${quorum == 'QUORATE'}", "${quorum == 'QUORATE' || execution.id != null}", "flow_quorate", "||", "${variable == constant}"),
        fault("a split without a default flow", "intake.bpmn", " default=\"flow_incomplete\"", "", "gateway_isComplete", "no default flow", "no case is lost"),
        fault("a clause that nobody published", "intake.bpmn", "WAR-11.2c", "WAR-99.9z", "userTask_checkConsent", "WAR-99.9z", "a clause of the catalogue"),
        fault("a deadline that no table has", "decisions.bpmn", "'decisionSignOff'", "'decisionSigning'", "definition_signOffOverdue", "'decisionSigning'", "a row of the table 'deadline'"),
        fault("a role that no table has", "intake.bpmn", "'business-support'", "'clerk'", "userTask_", "'clerk'", "a row of the table 'role'"),
        fault("a notice that no table has", "intake.bpmn", "'notHeard'", "'notHerd'", "serviceTask_tellConsentRefused", "'notHerd'", "a row of the table 'notice'"),
        fault("a duration instead of a deadline", "decisions.bpmn", "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadlines.due(execution, 'decisionSignOff')}</bpmn:timeDate>", "<bpmn:timeDuration>PT72H</bpmn:timeDuration>", "definition_signOffOverdue", "timeDuration", "working days are not durations"),
        fault("a shared step that is not there", "authority.yaml", "sitting.bpmn userTask_signIn:", "sitting.bpmn userTask_signOut:", "carriedOut.sitting.bpmn userTask_signOut", "no such file or element", "the id of an element in it"),
        fault("a page that Baton does not have", "authority.yaml", "page register:", "page regista:", "carriedOut.page regista", "no such file or element", "[directory, letters, packs, register]"),
        fault("a clause of a shared step that nobody published", "authority.yaml", "WAR-11.3b, WAR-8.1a", "WAR-99.9z", "carriedOut.sitting.bpmn userTask_signIn", "WAR-99.9z", "a clause of the catalogue"),
        fault("a group that the engine cannot name", "role.dmn", "\"supervisor\"", "\"supervisor-of-all-the-deadlines-that-anybody-in-the-county-has\"", "rule_supervisor", "characters", "64 at most"),
        fault("a script", "intake.bpmn", "<bpmn:endEvent id=\"endEvent_readyForPanel\"", "<bpmn:scriptTask id=\"scriptTask_x\" scriptFormat=\"groovy\"><bpmn:script>x</bpmn:script></bpmn:scriptTask><bpmn:endEvent id=\"endEvent_readyForPanel\"", "scriptTask_x", "a script task", "a decision table"),
        fault("a Java class", "intake.bpmn", "camunda:expression=\"${cases.assignForum(execution)}\"", "camunda:class=\"java.lang.Runtime\"", "serviceTask_notePanel", "camunda:class", "a bean of the documented list"),
        fault("a shell command", "intake.bpmn", "camunda:expression=\"${cases.assignForum(execution)}\"", "camunda:type=\"shell\"", "serviceTask_notePanel", "camunda:type", "a bean of the documented list"),
        fault("a listener of its own class", "intake.bpmn", "<bpmn:extensionElements><camunda:properties><camunda:property name=\"clauses\" value=\"WAR-11.2c\" /></camunda:properties>", "<bpmn:extensionElements><camunda:taskListener class=\"java.lang.Runtime\" event=\"create\" />", "userTask_checkConsent", "taskListener with class", "a bean of the documented list"),
        fault("a table that speaks another language", "quorum.dmn", "<inputEntry id=\"enough_servicesPresent\">", "<inputEntry id=\"enough_servicesPresent\" expressionLanguage=\"juel\">", "enough_servicesPresent", "juel", "FEEL"),
        fault("a decision that is no table", "quorum.dmn", "<dmndi:DMNDI>", "<decision id=\"x\" name=\"x\"><variable id=\"v\" name=\"v\"/><literalExpression id=\"literal\"><text>1</text></literalExpression></decision><dmndi:DMNDI>", "literal", "literalExpression", "a decision table"),
        fault("a prefix that makes no case number", "authority.yaml", "caseNumberPrefix: WAR", "caseNumberPrefix: Warks", "caseNumberPrefix", "Warks", "three capital letters"),
        fault("a document type", "intake.bpmn", "<bpmn:definitions ", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><bpmn:definitions ", "intake.bpmn", "it cannot be read", "a well-formed file"),
        fault("a gap in a table", "quorum.dmn", ">&gt;= 3<", ">&gt;= 4<", "quorum", "no rule for servicesPresent = 3, chairPresent = true", "exactly one rule"),
        fault("an overlap in a table", "quorum.dmn", ">&lt; 3<", ">&lt;= 3<", "quorum", "all answer servicesPresent = 3, chairPresent = true", "exactly one rule"),
        fault("a missing column", "deadline.dmn", "name=\"amount\"", "name=\"quantity\"", "deadline", "no output column 'amount'", "that column"),
        fault("a rule without a reason", "quorum.dmn", "WAR-4.3a: fewer than three services decide nothing", "", "rule_tooFew", "the description ''", "clauses or 'none'"),
        fault("a hit policy that hides an overlap", "quorum.dmn", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"", "quorum", "hit policy FIRST", "UNIQUE or COLLECT"),
        fault("a beginning at an element that the process does not have", "take-over.bpmn", "'callActivity_allocation'", "'callActivity_alloction'", "serviceTask_goOnAtAllocation", "'callActivity_alloction'", "an element of that process"),
        fault("a stage that the holder table does not know", "take-over.bpmn", "'ALLOCATED', 'heldSince'", "'ALOCATED', 'heldSince'", "serviceTask_passBaton", "'ALOCATED'", "a row of the table 'holder'"),
        fault("a fact recalled that no form takes", "decision-follow-up.bpmn", "'recordProfile'", "'recordProfil'", "serviceTask_recallProfile", "'recordProfil'", "a fact of a form"),
        fault("free text as an engine fact", "check-consent.form", "\"target\": \"consent.giver\"", "\"target\": \"fact\"", "field_giver", "free text as an engine fact", "the family file"),
        fault("a target that nobody keeps", "check-consent.form", "\"target\": \"consent.giver\"", "\"target\": \"notes.giver\"", "field_giver", "'notes.giver'", "what is kept of such rows"),
        fault("an id twice in a form", "check-consent.form", "\"id\": \"field_matchCase\"", "\"id\": \"field_case\"", "field_case", "a second time", "each id once"),
        fault("a component that Tasklist cannot show", "check-consent.form", "\"type\": \"textfield\"", "\"type\": \"filepicker\"", "field_", "'filepicker'", "which Tasklist shows"),
        fault("a template that is not there", "notice.dmn", "\"panel-decision.txt\"", "\"panel-decisions.txt\"", "rule_panelDecision", "panel-decisions.txt", "a file in templates/"),
        fault("the engine's older namespace", "intake.bpmn", "<bpmn:serviceTask id=\"serviceTask_notePanel\"", "<bpmn:serviceTask xmlns:a=\"http://activiti.org/bpmn\" a:type=\"shell\" id=\"serviceTask_notePanel\"", "serviceTask_notePanel", "a:type", "the namespaces of BPMN"),
        fault("an expression in the documentation", "intake.bpmn", "<bpmn:endEvent id=\"endEvent_readyForPanel\" name=\"Ready for the panel\">", "<bpmn:endEvent id=\"endEvent_readyForPanel\" name=\"Ready for the panel\"><bpmn:documentation>${''.getClass()}</bpmn:documentation>", "endEvent_readyForPanel", "getClass", "${variable == constant}"),
        fault("an expression broken by a comment", "intake.bpmn", "${complete == true}", "$<!-- -->{''.getClass()}", "flow_complete", "getClass", "${variable == constant}"),
        fault("an expression broken by a section", "intake.bpmn", "${complete == true}", "$<![CDATA[{''.getClass()}]]>", "flow_complete", "getClass", "${variable == constant}"),
        fault("a mapping of its own class", "referral.bpmn", "calledElement=\"intake\"", "camunda:variableMappingClass=\"java.lang.Runtime\" calledElement=\"intake\"", "callActivity_intakeChecks", "variableMappingClass", "a bean of the documented list"),
        fault("a setting that nobody knows", "authority.yaml", "caseNumberPrefix:", "caseNumberprefix:", "caseNumberprefix", "the setting 'caseNumberprefix', which nothing reads", "one of [caseNumberPrefix, "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_pack_is_refused_with(String what, String file, String sound, String faulty, String element, String found, String expected) {
    var files = shipped("warwickshire");
    var text = new String(files.content().get(file), StandardCharsets.UTF_8);
    assertThat(text).as("the place where the fault is planted").contains(sound);

    var faults = PackCheck.check(files.with(Map.of(file, text.replace(sound, faulty).getBytes(StandardCharsets.UTF_8))), PlantedFaults.VOCABULARY);

    assertThat(faults).anySatisfy(fault -> {
      assertThat(fault.file()).isEqualTo(file);
      assertThat(fault.element()).startsWith(element);
      assertThat(fault.found()).contains(found);
      assertThat(fault.expected()).contains(expected);
    });
  }

  @Test
  void a_file_of_an_unknown_kind_and_a_missing_table_are_faults() {
    var files = shipped("warwickshire").with(Map.of("macro.groovy", new byte[0]));
    files.content().remove("holder.dmn");

    assertThat(PackCheck.check(files, PlantedFaults.VOCABULARY)).extracting(PackFault::file).contains("macro.groovy");
    var without = shipped("warwickshire");
    without.content().remove("holder.dmn");
    assertThat(PackCheck.check(without, PlantedFaults.VOCABULARY)).extracting(PackFault::file).contains("holder.dmn");
  }

  @Test
  void an_authority_s_own_version_of_a_shared_file_must_name_what_it_replaces() {
    var faults = new ArrayList<PackFault>();
    PackFiles.shipped("larkshire", faults);
    assertThat(faults).as("larkshire replaces nothing").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"startsAt: \"17.00\" | forums[0].startsAt | a time of day", "hours: three | forums[0].hours | a whole number", "open: [ | authority.yaml | a well-formed file",
      "'' | authority.yaml | a well-formed file"})
  void a_profile_that_cannot_be_read_is_a_fault_of_the_pack_and_no_error(String line, String element, String expected, @TempDir Path folder) throws IOException {
    var profile = folder.resolve("pack/authorities/borsetshire.yaml");
    Files.createDirectories(profile.getParent());
    Files.writeString(profile, line.isEmpty() ? "" : "authority: borsetshire\nforums:\n  - id: north\n    " + line + "\n");
    var faults = new ArrayList<PackFault>();
    var before = Thread.currentThread().getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      PackFiles.shipped("borsetshire", faults);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }

    PlantedFaults.assertNamed(faults, "authority.yaml", element, "", expected);
    assertThat(faults.toString()).doesNotContain("org.baton", "com.fasterxml", "java.");
  }

  private static Arguments fault(String what, String file, String sound, String faulty, String element, String found, String expected) {
    return Arguments.of(what, file, sound, faulty, element, found, expected);
  }

  private static PackFiles shipped(String authority) {
    var faults = new ArrayList<PackFault>();
    var files = PackFiles.shipped(authority, faults);
    assertThat(faults).isEqualTo(List.of());
    return files;
  }
}
