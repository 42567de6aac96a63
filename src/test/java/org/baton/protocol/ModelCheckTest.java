package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baton.support.ModelCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that an engine would run and that harm: each is planted into a sound pack and must be refused. */
class ModelCheckTest {

  private static final String NOTE_PANEL = "<bpmn:serviceTask id=\"serviceTask_notePanel\" name=\"Note the panel on the case\" camunda:expression=\"${cases.assignForum(execution)}\"";
  private static final PackVocabulary VOCABULARY = new PackVocabulary() {
    private final Map<String, Set<String>> beans = ModelCalls.byBean();
    private final Map<String, List<List<String>>> parameters = new HashMap<>();

    @Override
    public Optional<Set<String>> methods(String bean) {
      return Optional.ofNullable(beans.get(bean));
    }

    @Override
    public List<List<String>> parameters(String bean, String method) {
      return parameters.computeIfAbsent(bean + "." + method, call -> ModelCalls.parameters(bean, method));
    }

    @Override
    public Set<String> homes() {
      return Set.of("family", "child", "adult", "referrer", "case", "consent", "lawfulBasis", "agreement", "plan", "step", "match",
          "chronology", "answer", "panel", "attendance", "screening", "vote", "action", "note", "decision", "member");
    }
  };

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("B22 a step ten million times", "decisions.bpmn", "<bpmn:multiInstanceLoopCharacteristics ", "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\" ", "", "isSequential"),
        fault("B22 a list that nobody bounds", "decisions.bpmn", "${panel.signedOff(execution)}", "${panel.agreeAgenda(execution)}", "callActivity_", "as a list"),
        fault("B24b a signal that ends a case", "intake.bpmn", "<bpmn:startEvent id=\"startEvent_checksBegun\" name=\"Checks begun\">", "<bpmn:startEvent id=\"startEvent_checksBegun\" name=\"Checks begun\"><bpmn:signalEventDefinition id=\"definition_s\" />", "definition_s", "a signal event definition"),
        fault("B25c an end that leaves the case open", "referral.bpmn", "camunda:expression=\"${cases.close(execution, 'SIGNPOSTED')}\"", "camunda:expression=\"${cases.stage(execution, 'ALLOCATED')}\"", "endEvent_signposted", "leaves the case open"),
        fault("B30 the first flow goes to an end", "referral.bpmn", "sourceRef=\"startEvent_referralReceived\" targetRef=\"gateway_isConcernImmediate\"", "sourceRef=\"startEvent_referralReceived\" targetRef=\"endEvent_notHeard\"", "", "no flow leads to"),
        fault("J6a consent that is not asked for", "intake.bpmn", "<bpmn:sequenceFlow id=\"flow_complete\" name=\"Yes\" sourceRef=\"gateway_isComplete\" targetRef=\"userTask_checkConsent\">", "<bpmn:sequenceFlow id=\"flow_complete\" name=\"Yes\" sourceRef=\"gateway_isComplete\" targetRef=\"endEvent_readyForPanel\">", "", "no flow leads to"),
        fault("B26 a process that calls itself", "intake.bpmn", "calledElement=\"awaitReferrer\"", "calledElement=\"intake\"", "callActivity_", "calls itself"),
        fault("B26b a loop without a wait", "intake.bpmn", "sourceRef=\"serviceTask_fileReferral\" targetRef=\"gateway_checkAgain\"", "sourceRef=\"serviceTask_fileReferral\" targetRef=\"businessRuleTask_choosePanel\"", "", ""),
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
        fault("B42 a call without the facts", "referral.bpmn", "<camunda:in variables=\"all\" />", "", "callActivity_", "not given the facts"),
        fault("B44 no start form", "referral.bpmn", " camunda:formRef=\"referral\" camunda:formRefBinding=\"deployment\"", "", "referral", "no start event with the form"),
        fault("B45 not executable", "referral.bpmn", "isExecutable=\"true\"", "isExecutable=\"false\"", "referral", "isExecutable 'false'"),
        fault("B27b history for a century", "intake.bpmn", "P180D", "P36500D", "intake", "historyTimeToLive"),
        fault("C1 a case set by an input", "intake.bpmn", NOTE_PANEL + ">\n      <bpmn:extensionElements>", NOTE_PANEL + ">\n      <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"caseId\">NEL-2026-000045</camunda:inputParameter></camunda:inputOutput>", "serviceTask_notePanel", "camunda:inputOutput"),
        fault("C2 a case set by a table", "intake.bpmn", "camunda:resultVariable=\"consentStanding\"", "camunda:resultVariable=\"caseId\"", "businessRuleTask_judgeConsent", "caseId"),
        fault("C2 a case given under another name", "referral.bpmn", "<camunda:in variables=\"all\" />", "<camunda:in variables=\"all\" /><camunda:out source=\"forum\" target=\"caseId\" />", "callActivity_", "given as 'caseId'"),
        fault("C3 a case asked for by a form", "close-or-wait.form", "\"key\": \"closeOrWait\"", "\"key\": \"caseId\"", "", "which Baton sets"),
        fault("C3 a case recalled", "decision-follow-up.bpmn", "'recordProfile')", "'forum')", "serviceTask_recallProfile", "'forum'"),
        fault("F9 a fact that nothing sets", "intake.bpmn", "${complete == true}", "${completed == true}", "flow_complete", "which nothing sets"),
        fault("C1 a value that a fact never has", "intake.bpmn", "${consentStanding == 'GIVEN'}", "${consentStanding == 'GIVN'}", "", "which it never is"),
        fault("K1 a form handler", "intake.bpmn", NOTE_PANEL, NOTE_PANEL + " camunda:formHandlerClass=\"java.lang.Object\"", "serviceTask_notePanel", "camunda:formHandlerClass"),
        fault("M7 a data source", "intake.bpmn", "${cases.assignForum(execution)}", "${dataSource}", "serviceTask_notePanel", "${dataSource}"),
        fault("K6 a name that tells names", "intake.bpmn", "name=\"Check consent\"", "name=\"${caseSummary}\"", "userTask_checkConsent", "${caseSummary}"),
        fault("K8 a million tries", "intake.bpmn", NOTE_PANEL + ">\n      <bpmn:extensionElements>", NOTE_PANEL + ">\n      <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R1000000/PT1S</camunda:failedJobRetryTimeCycle>", "serviceTask_notePanel", "R1000000/PT1S"),
        fault("an element in no namespace", "intake.bpmn", NOTE_PANEL, "<x xmlns=\"\"/>" + NOTE_PANEL, "intake", "x"),
        fault("a model of another engine", "intake.bpmn", "id=\"definitions_intake\"", "xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Cloud\" id=\"definitions_intake\"", "definitions_intake", "Camunda Cloud"),
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
  void an_outcome_that_closes_without_being_known_is_refused() {
    var faults = planted("north-east-lincolnshire", "other-outcome.bpmn", "</bpmn:conditionExpression>\n    </bpmn:sequenceFlow>\n    <bpmn:sequenceFlow id=\"flow_notDown\"",
        "</bpmn:conditionExpression>\n    </bpmn:sequenceFlow>\n    <bpmn:sequenceFlow id=\"flow_notDown\"");
    assertThat(faults).as("as it is shipped").isEmpty();

    assertThat(planted("north-east-lincolnshire", "other-outcome.bpmn", "targetRef=\"userTask_carryDecisionByHand\"", "targetRef=\"serviceTask_closeAdvised\""))
        .extracting(PackFault::element).contains("userTask_carryDecisionByHand");
    assertThat(planted("north-east-lincolnshire", "other-outcome.bpmn", "sourceRef=\"userTask_carryDecisionByHand\" targetRef=\"gateway_outcome\"",
        "sourceRef=\"userTask_carryDecisionByHand\" targetRef=\"endEvent_adviceGiven\"")).extracting(PackFault::element).contains("endEvent_otherwise");
  }

  @Test
  void what_camunda_modeler_writes_is_taken() {
    assertThat(planted("warwickshire", "intake.bpmn", "id=\"definitions_intake\"", "xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Platform\""
        + " modeler:executionPlatformVersion=\"7.24.0\" exporter=\"Camunda Modeler\" exporterVersion=\"5.39.0\" id=\"definitions_intake\"")).isEmpty();
  }

  private static List<PackFault> planted(String authority, String file, String sound, String faulty) {
    var faults = new ArrayList<PackFault>();
    var files = PackFiles.shipped(authority, faults);
    assertThat(faults).isEmpty();
    var text = new String(files.content().get(file), StandardCharsets.UTF_8);
    assertThat(text).as("the place where the fault is planted").contains(sound);
    return PackCheck.check(files.with(Map.of(file, text.replace(sound, faulty).getBytes(StandardCharsets.UTF_8))), VOCABULARY);
  }

  private static Arguments fault(String what, String file, String sound, String faulty, String element, String found) {
    return Arguments.of(what, file, sound, faulty, element, found);
  }
}
