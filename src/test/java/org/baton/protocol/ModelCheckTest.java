package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that an engine would run and that harm: each is planted into a sound pack and must be refused. */
class ModelCheckTest {

  private static final String NOTE_PANEL = "<bpmn:serviceTask id=\"serviceTask_notePanel\" name=\"Note the panel on the case\" camunda:expression=\"${cases.assignForum(execution)}\"";

  private static final String TO_IS_COMPLETE = "sourceRef=\"serviceTask_checkCompleteness\" targetRef=\"gateway_isComplete\" />";
  private static final String SIGN_OFF_OVERDUE = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadlines.due(execution, 'decisionSignOff')}</bpmn:timeDate>";

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("B22 a step ten million times", "decisions.bpmn", "<bpmn:multiInstanceLoopCharacteristics ", "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\" ", "", "isSequential"),
        fault("B22 a list that nobody bounds", "decisions.bpmn", "${panel.signedOff(execution)}", "${panel.agreeAgenda(execution)}", "callActivity_", "as a list"),
        fault("B24b a signal that ends a case", "intake.bpmn", "<bpmn:startEvent id=\"startEvent_checksBegun\" name=\"Checks begun\">", "<bpmn:startEvent id=\"startEvent_checksBegun\" name=\"Checks begun\"><bpmn:signalEventDefinition id=\"definition_s\" />", "definition_s", "a signal event definition"),
        fault("B25c an end that leaves the case open", "referral.bpmn", "camunda:expression=\"${cases.close(execution, 'SIGNPOSTED')}\"", "camunda:expression=\"${cases.stage(execution, 'ALLOCATED')}\"", "endEvent_signposted", "leaves the case open"),
        fault("B30 the first flow goes to an end", "referral.bpmn", "sourceRef=\"startEvent_referralReceived\" targetRef=\"gateway_isConcernImmediate\"", "sourceRef=\"startEvent_referralReceived\" targetRef=\"endEvent_notHeard\"", "", "no flow leads to"),
        fault("J6a consent that is not asked for", "intake.bpmn", "<bpmn:sequenceFlow id=\"flow_complete\" name=\"Yes\" sourceRef=\"gateway_isComplete\" targetRef=\"userTask_checkConsent\">", "<bpmn:sequenceFlow id=\"flow_complete\" name=\"Yes\" sourceRef=\"gateway_isComplete\" targetRef=\"endEvent_readyForPanel\">", "", "no flow leads to"),
        fault("B26 a process that calls itself", "intake.bpmn", "calledElement=\"awaitReferrer\"", "calledElement=\"intake\"", "callActivity_", "calls itself"),
        fault("B26b a loop without a wait", "intake.bpmn", TO_IS_COMPLETE, "sourceRef=\"serviceTask_checkCompleteness\" targetRef=\"gateway_x\" /><bpmn:exclusiveGateway id=\"gateway_x\" default=\"flow_on\" /><bpmn:sequenceFlow id=\"flow_on\" sourceRef=\"gateway_x\" targetRef=\"gateway_isComplete\" />"
            + "<bpmn:sequenceFlow id=\"flow_back\" sourceRef=\"gateway_x\" targetRef=\"gateway_checkAgain\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${complete == false}</bpmn:conditionExpression></bpmn:sequenceFlow>", "", "a loop of"),
        fault("B31 a task without a way on", "decisions.bpmn", "<bpmn:startEvent id=", "<bpmn:serviceTask id=\"serviceTask_x\" name=\"X\" camunda:expression=\"${panel.readUnsigned(execution)}\" /><bpmn:startEvent id=", "serviceTask_x", "no way on"),
        fault("B31b a step that no flow leads to", "decisions.bpmn", "<bpmn:startEvent id=", "<bpmn:endEvent id=\"endEvent_x\" name=\"X\" /><bpmn:startEvent id=", "endEvent_x", "no flow leads to"),
        fault("B32a a task for nobody", "intake.bpmn", "name=\"Check consent\" camunda:candidateGroups=\"${roles.group(execution, 'business-support')}\"", "name=\"Check consent\"", "userTask_checkConsent", "no candidateGroups"),
        fault("B32b a task for one person", "intake.bpmn", "name=\"Check consent\" camunda:candidateGroups=", "name=\"Check consent\" camunda:assignee=\"mickey\" camunda:candidateGroups=", "userTask_checkConsent", "camunda:assignee"),
        fault("B32c a group of another authority", "intake.bpmn", "name=\"Check consent\" camunda:candidateGroups=\"${roles.group(execution, 'business-support')}\"", "name=\"Check consent\" camunda:candidateGroups=\"camden.chair\"", "userTask_checkConsent", "camden.chair"),
        fault("B32d candidate users", "intake.bpmn", "name=\"Check consent\" camunda:candidateGroups=", "name=\"Check consent\" camunda:candidateUsers=\"x\" camunda:candidateGroups=", "userTask_checkConsent", "camunda:candidateUsers"),
        fault("B35 a message that nobody sends", "referral.bpmn", "name=\"baton.panelDecided\"", "name=\"baton.panelDecidd\"", "event_panelDecided", "nobody sends"),
        fault("B35 a receive task", "intake.bpmn", NOTE_PANEL, "<bpmn:receiveTask id=\"receiveTask_x\" />" + NOTE_PANEL, "receiveTask_x", "a receive task"),
        fault("B38 no safeguarding", "referral.bpmn", "messageRef=\"message_safeguardingConcernRaised\"", "messageRef=\"message_consentWithdrawn\"", "referral", "no interrupting event sub-process"),
        fault("B39 no main run", "referral.bpmn", "<camunda:property name=\"run\" value=\"main\" />", "", "referral", "no main run"),
        fault("a start form that nobody may send", "intake.bpmn", "<bpmn:startEvent id=\"startEvent_checksBegun\"", "<bpmn:startEvent camunda:formRef=\"takeOver\" camunda:formRefBinding=\"deployment\" id=\"startEvent_checksBegun\"", "intake", "a start form that nobody may send"),
        fault("a door where there is no form", "starter.dmn", "\"takeOver\"", "\"intake\"", "rule_takeOver", "'intake', which has no start form"),
        fault("B22 a step a number of times", "decisions.bpmn", " camunda:elementVariable=\"caseId\" />", "><bpmn:loopCardinality>10000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>", "callActivity_", "loopCardinality"),
        fault("B27c history that goes at once", "intake.bpmn", "P180D", "P0D", "intake", "historyTimeToLive"),
        fault("no history time to live", "intake.bpmn", " camunda:historyTimeToLive=\"P180D\"", "", "intake", "no history time to live"),
        fault("X2 a process that a timer begins", "intake.bpmn", "name=\"Checks begun\">", "name=\"Checks begun\"><bpmn:timerEventDefinition id=\"definition_t\"><bpmn:timeDate>2026-03-01T09:00:00</bpmn:timeDate></bpmn:timerEventDefinition>", "definition_t", "a timer event definition"),
        fault("an event that is thrown", "intake.bpmn", NOTE_PANEL, "<bpmn:intermediateThrowEvent id=\"event_x\"><bpmn:escalationEventDefinition /></bpmn:intermediateThrowEvent>" + NOTE_PANEL, "event_x", "a intermediate throw event"),
        fault("a gateway that opens several ways by conditions", "intake.bpmn", NOTE_PANEL, "<bpmn:inclusiveGateway id=\"gateway_x\" />" + NOTE_PANEL, "gateway_x", "a inclusive gateway"),
        fault("a task that nobody is asked to do", "intake.bpmn", NOTE_PANEL, "<bpmn:manualTask id=\"manualTask_x\" />" + NOTE_PANEL, "manualTask_x", "a manual task"),
        fault("a task without a form", "intake.bpmn", " camunda:formRef=\"checkConsent\" camunda:formRefBinding=\"deployment\"", "", "userTask_checkConsent", "no form"),
        fault("fields in the model", "intake.bpmn", "name=\"Checks begun\">", "name=\"Checks begun\"><bpmn:extensionElements><camunda:formData><camunda:formField id=\"x\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"java.lang.Runtime\" /></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements>", "startEvent_checksBegun", "camunda:formData"),
        fault("a connector", "intake.bpmn", NOTE_PANEL + ">\n      <bpmn:extensionElements>", NOTE_PANEL + ">\n      <bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>", "serviceTask_notePanel", "camunda:connector"),
        fault("a bean by its name", "intake.bpmn", "camunda:expression=\"${cases.assignForum(execution)}\"", "camunda:delegateExpression=\"${cases}\"", "serviceTask_notePanel", "camunda:delegateExpression"),
        fault("a worker outside", "intake.bpmn", "camunda:expression=\"${cases.assignForum(execution)}\"", "camunda:type=\"external\" camunda:topic=\"x\"", "serviceTask_notePanel", "camunda:topic"),
        fault("another engine's element", "intake.bpmn", NOTE_PANEL + ">\n      <bpmn:extensionElements>", NOTE_PANEL + ">\n      <bpmn:extensionElements><zeebe:taskDefinition xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" type=\"x\" />", "serviceTask_notePanel", "zeebe:taskDefinition"),
        fault("a method that is not offered", "intake.bpmn", "${cases.assignForum(execution)}", "${cases.assignForums(execution)}", "serviceTask_notePanel", "cases.assignForums"),
        fault("a call that is put off", "intake.bpmn", "${cases.assignForum(execution)}", "#{cases.assignForum(execution)}", "serviceTask_notePanel", "#{cases"),
        fault("a chain of calls", "intake.bpmn", "${cases.assignForum(execution)}", "${cases.assignForum(execution).toString()}", "serviceTask_notePanel", "toString"),
        fault("an expression in an expression", "intake.bpmn", "${complete == true}", "${complete == '${consentStanding}'}", "flow_complete", "consentStanding"),
        fault("a second process in a file", "intake.bpmn", "<bpmndi:BPMNDiagram", "<bpmn:process id=\"other\" isExecutable=\"true\" camunda:historyTimeToLive=\"P180D\"><bpmn:startEvent id=\"startEvent_x\" /></bpmn:process><bpmndi:BPMNDiagram", "definitions_intake", "2 processes"),
        fault("a process of another file's name", "intake.bpmn", "<bpmn:process id=\"intake\"", "<bpmn:process id=\"intakes\"", "intakes", "a process of this id"),
        fault("the process of another file again", "decisions.bpmn", "<bpmn:process id=\"decisions\"", "<bpmn:process id=\"intake\"", "intake", "a process of this id"),
        fault("a timer that comes again", "decisions.bpmn", SIGN_OFF_OVERDUE, "<bpmn:timeCycle>R/PT1S</bpmn:timeCycle>", "definition_signOffOverdue", "timeCycle"),
        fault("a timer at a fixed date", "decisions.bpmn", SIGN_OFF_OVERDUE, "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">2026-03-01T09:00:00</bpmn:timeDate>", "definition_signOffOverdue", "2026-03-01"),
        fault("B29 what opens a case, asked for later", "discuss-case.form", "\"target\" : \"panel.reasons\"", "\"target\" : \"case.route\"", "field_", "'case.route' in a form that opens no case"),
        fault("a start form that would open no case", "referral.form", "\"target\" : \"family.children\"", "\"target\" : \"family.adults\"", "field_", "in a form that opens no case"),
        fault("B42 a call without the facts", "referral.bpmn", "<camunda:in variables=\"all\" />", "", "callActivity_", "not given the facts"),
        fault("B44 no start form", "referral.bpmn", " camunda:formRef=\"referral\" camunda:formRefBinding=\"deployment\"", "", "referral", "no start event with the form"),
        fault("B45 not executable", "referral.bpmn", "isExecutable=\"true\"", "isExecutable=\"false\"", "referral", "isExecutable 'false'"),
        fault("B27b history for a century", "intake.bpmn", "P180D", "P36500D", "intake", "historyTimeToLive"),
        fault("C1 a case set by an input", "intake.bpmn", NOTE_PANEL + ">\n      <bpmn:extensionElements>", NOTE_PANEL + ">\n      <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"caseId\">NEL-2026-000045</camunda:inputParameter></camunda:inputOutput>", "serviceTask_notePanel", "camunda:inputOutput"),
        fault("C2 a case set by a table", "intake.bpmn", "camunda:resultVariable=\"consentStanding\"", "camunda:resultVariable=\"caseId\"", "businessRuleTask_judgeConsent", "caseId"),
        fault("C2 a case given under another name", "referral.bpmn", "<camunda:in variables=\"all\" />", "<camunda:in variables=\"all\" /><camunda:out source=\"forum\" target=\"caseId\" />", "callActivity_", "given as 'caseId'"),
        fault("C3 a case asked for by a form", "report-progress.form", "\"key\": \"supportResult\"", "\"key\": \"caseId\"", "", "which Baton sets"),
        fault("C3 a case recalled", "decision-follow-up.bpmn", "'recordProfile')", "'forum')", "serviceTask_recallProfile", "'forum'"),
        fault("C3 a fact recalled that is not kept with the case", "decision-follow-up.bpmn", "'recordProfile')", "'supportResult')", "serviceTask_recallProfile", "'supportResult'"),
        fault("F9 a fact that nothing sets", "intake.bpmn", "${complete == true}", "${completed == true}", "flow_complete", "which nothing sets"),
        fault("C1 a value that a fact never has", "intake.bpmn", "${consentStanding == 'GIVEN'}", "${consentStanding == 'GIVN'}", "", "which it never is"),
        fault("K1 a form handler", "intake.bpmn", NOTE_PANEL, NOTE_PANEL + " camunda:formHandlerClass=\"java.lang.Object\"", "serviceTask_notePanel", "camunda:formHandlerClass"),
        fault("M7 a data source", "intake.bpmn", "${cases.assignForum(execution)}", "${dataSource}", "serviceTask_notePanel", "${dataSource}"),
        fault("K6 a name that tells names", "intake.bpmn", "name=\"Check consent\"", "name=\"${caseSummary}\"", "userTask_checkConsent", "${caseSummary}"),
        fault("K8 a million tries", "intake.bpmn", NOTE_PANEL + ">\n      <bpmn:extensionElements>", NOTE_PANEL + ">\n      <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R1000000/PT1S</camunda:failedJobRetryTimeCycle>", "serviceTask_notePanel", "R1000000/PT1S"),
        fault("an element in no namespace", "intake.bpmn", NOTE_PANEL, "<x xmlns=\"\"/>" + NOTE_PANEL, "intake", "x"),
        fault("a model of another engine", "intake.bpmn", "id=\"definitions_intake\"", "xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Cloud\" id=\"definitions_intake\"", "definitions_intake", "Camunda Cloud"),
        fault("a list in a step", "intake.bpmn", "${cases.assignForum(execution)}", "${panel.members(execution)}", "serviceTask_notePanel", "a call of panel.members in a step"),
        fault("a letter while a person waits, in one transaction", "decision-follow-up.bpmn", " camunda:asyncBefore=\"true\" camunda:expression=\"${notices.send", " camunda:expression=\"${notices.send", "serviceTask_sendDecision", "a call of notices.send that would be made while a person waits"),
        fault("a call with a literal too many", "intake.bpmn", "${cases.assignForum(execution)}", "${cases.assignForum(execution, 'rugby')}", "serviceTask_notePanel", "[text]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_pack_is_refused_with(String what, String file, String sound, String faulty, String element, String found) {
    var faults = planted("warwickshire", file, sound, faulty);

    assertThat(faults).anySatisfy(fault -> {
      assertThat(fault.file()).isEqualTo(file);
      assertThat(fault.element()).startsWith(element);
      assertThat(fault.found()).contains(found);
    });
  }

  @Test
  void a_way_beside_that_of_a_person_that_does_not_wait_for_it_closes_what_nobody_decided() {
    var nobody = planted("camden", "safeguarding.bpmn", "sourceRef=\"serviceTask_alert\" targetRef=\"gateway_bothDone\"", "sourceRef=\"serviceTask_alert\" targetRef=\"serviceTask_tellReferrer\"");
    assertThat(nobody).as("%s", nobody).anySatisfy(fault -> assertThat(fault.toString()).contains("guidance.bpmn", "gateway_isWithSocialWork", "cases.close(REFERRED_TO_MASH)"));
  }

  @Test
  void an_outcome_that_closes_without_being_known_is_refused() {
    var faults = planted("north-east-lincolnshire", "other-outcome.bpmn", "</bpmn:conditionExpression>\n    </bpmn:sequenceFlow>\n    <bpmn:sequenceFlow id=\"flow_notDown\"",
        "</bpmn:conditionExpression>\n    </bpmn:sequenceFlow>\n    <bpmn:sequenceFlow id=\"flow_notDown\"");
    assertThat(faults).as("as it is shipped").isEmpty();

    assertThat(planted("north-east-lincolnshire", "other-outcome.bpmn", "targetRef=\"userTask_carryDecisionByHand\"", "targetRef=\"serviceTask_closeAdvised\""))
        .extracting(PackFault::element).contains("userTask_carryDecisionByHand");
    assertThat(planted("north-east-lincolnshire", "other-outcome.bpmn", "sourceRef=\"userTask_carryDecisionByHand\" targetRef=\"gateway_outcome\"",
        "sourceRef=\"userTask_carryDecisionByHand\" targetRef=\"endEvent_adviceGiven\"")).extracting(PackFault::element).contains("endEvent_otherwise");
  }

  @ParameterizedTest
  @CsvSource({"serviceTask_passToLead, cases.stage(LED)", "serviceTask_closeStays, cases.close(STAYS_WITH_SOCIAL_CARE)"})
  void a_value_that_nobody_decided_on_neither_passes_a_case_on_nor_closes_it(String step, String call) {
    var faults = planted("north-east-lincolnshire", "other-outcome.bpmn", "targetRef=\"userTask_carryDecisionByHand\" />", "targetRef=\"gateway_y\" /><bpmn:exclusiveGateway id=\"gateway_y\" default=\"flow_y1\" />"
        + "<bpmn:sequenceFlow id=\"flow_y1\" sourceRef=\"gateway_y\" targetRef=\"" + step + "\" /><bpmn:sequenceFlow id=\"flow_y2\" sourceRef=\"gateway_y\" targetRef=\"userTask_carryDecisionByHand\">"
        + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${panelOutcome == 'STEP_UP'}</bpmn:conditionExpression></bpmn:sequenceFlow>");

    assertThat(faults).anySatisfy(fault -> {
      assertThat(fault.file()).isEqualTo("referral.bpmn");
      assertThat(fault.found()).contains("a default flow by which " + call + " is reached for any other value of 'panelOutcome'");
    });
  }

  @Test
  void an_answer_that_a_gateway_waits_for_cannot_leave_its_form() {
    assertThat(planted("warwickshire", "report-progress.form", "\"key\": \"supportResult\"", "\"key\": \"supportOutcome\"")).anySatisfy(fault -> {
      assertThat(fault.file()).endsWith(".bpmn");
      assertThat(fault.found()).contains("the fact 'supportResult', which nothing sets");
    });
  }

  @Test
  void what_camunda_modeler_writes_is_taken() {
    assertThat(planted("warwickshire", "intake.bpmn", "id=\"definitions_intake\"", "xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Platform\""
        + " modeler:executionPlatformVersion=\"7.24.0\" exporter=\"Camunda Modeler\" exporterVersion=\"5.39.0\" id=\"definitions_intake\"")).isEmpty();
  }

  private static List<PackFault> planted(String authority, String file, String sound, String faulty) {
    return PlantedFaults.check(PlantedFaults.planted(authority, file, sound, faulty));
  }

  private static Arguments fault(String what, String file, String sound, String faulty, String element, String found) {
    return Arguments.of(what, file, sound, faulty, element, found);
  }
}
