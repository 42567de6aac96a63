package org.baton.platform.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.baton.protocol.PackCheck;
import org.baton.protocol.PackFault;
import org.baton.protocol.PackFiles;
import org.baton.support.DeclaredVocabulary;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.junit.jupiter.api.Test;

/** The three changes that {@code docs/how-to/add-an-authority.md} works through can be made to what the starter writes. */
class WorkedChangesTest {

  /** What the library writes out though it is so by itself, and Modeler does not. */
  private static final String DEFAULTS = " (expressionLanguage|typeLanguage|isClosed|processType|parallelMultiple|completionQuantity|implementation|isForCompensation|startQuantity|isImmediate)=\"[^\"]*\"";

  private final Map<String, byte[]> changed = new HashMap<>();
  private final PackFiles written = PackFiles.shipped("newshire", new ArrayList<PackFault>());

  @Test
  void a_second_outcome_has_its_own_way_and_its_own_end() {
    replace("discuss-case.form", "\"value\" : \"SUPPORT\"\n    }", "\"value\" : \"SUPPORT\"\n    }, {\"label\": \"No support is needed\", \"value\": \"NO_SUPPORT\"}");
    replace("discuss-case.form", "\"label\" : \"Which service\",", "\"label\" : \"Which service\", \"conditional\": {\"hide\": \"=panelOutcome != \\\"SUPPORT\\\"\"},");
    replace("templates/told.txt", "{{allocatedService}} supports the family.", "{{outcome}}. Service: {{allocatedService}}.");
    replace("closure.dmn", "\"SUPPORTED\"</text></inputValues>", "\"SUPPORTED\",\"NOT_SUPPORTED\"</text></inputValues>");
    replace("closure.dmn", "<rule id=\"rule_supported\">", """
        <rule id="rule_notSupported">
          <description>NSH-1: no support was needed</description>
          <inputEntry id="notSupported_outcome"><text>"NOT_SUPPORTED"</text></inputEntry>
          <outputEntry id="notSupported_meaning"><text>"No support was needed"</text></outputEntry>
        </rule>
        <rule id="rule_supported">""");
    replace("templates/sentences.yaml", "code.SUPPORTED: supported", "code.SUPPORTED: supported\nservice.noneYet: none");
    var model = model();
    remove(model, "flow_tellToPass");
    model.<ServiceTask>getModelElementById("serviceTask_tell").builder().exclusiveGateway("gateway_needed").name("Is support needed?")
        .condition("no", "${panelOutcome == 'NO_SUPPORT'}").serviceTask("serviceTask_closeWithout").name("Close").camundaExpression("${cases.close(execution, 'NOT_SUPPORTED')}")
        .endEvent("endEvent_notNeeded").name("No support needed")
        .moveToNode("gateway_needed").condition("yes", "${panelOutcome == 'SUPPORT'}").connectTo("serviceTask_pass")
        .moveToNode("gateway_needed").sequenceFlowId("flow_else").userTask("userTask_else").name("Carry the decision out by hand")
        .camundaCandidateGroups("${roles.group(execution, 'business-support')}").camundaFormRef("carryUnknownOutcome").camundaFormRefBinding("deployment").connectTo("gateway_needed");
    model.<ExclusiveGateway>getModelElementById("gateway_needed").setDefault(model.getModelElementById("flow_else"));
    var form = new String(PackFiles.shipped("harrowmere", new ArrayList<>()).content().get("carry-unknown-outcome.form"), StandardCharsets.UTF_8)
        .replace("ADVISED", "NO_SUPPORT").replace("ALLOCATED", "SUPPORT");
    changed.put("carry-unknown-outcome.form", form.getBytes(StandardCharsets.UTF_8));

    assertSound(model);
  }

  @Test
  void a_reminder_is_a_second_clock_on_the_same_task() {
    replace("deadline.dmn", "\"support\",\"hubReferral\"</text></inputValues>", "\"support\",\"supportReminder\",\"hubReferral\"</text></inputValues>");
    var dmn = text("deadline.dmn");
    var rule = dmn.substring(dmn.indexOf("      <rule id=\"rule_support\">"), dmn.indexOf("      <rule id=\"rule_hubReferral\">"));
    replace("deadline.dmn", rule, rule + rule.replace("rule_support", "rule_reminder").replace("\"support_", "\"reminder_").replace("\"support\"", "\"supportReminder\"")
        .replace("<text>6</text>", "<text>4</text>").replace("<text>true</text>", "<text>false</text>").replace("\"chair, supervisor\"", "\"allocated-service\"").replace("NSH-3: six weeks", "none: a reminder after four weeks"));
    var model = model();
    model.<UserTask>getModelElementById("userTask_support").builder().boundaryEvent("event_remind").name("Reminder").cancelActivity(false)
        .timerWithDate("${deadlines.due(execution, 'supportReminder')}").endEvent("endEvent_reminded").name("Reminded");

    assertSound(model);
  }

  @Test
  void a_letter_is_a_row_and_a_text_and_a_step() {
    replace("notice.dmn", "\"safeguarding\",\"decided\"", "\"safeguarding\",\"decided\",\"begun\"");
    replace("notice.dmn", "<rule id=\"rule_safe\">", """
        <rule id="rule_begun">
          <description>NSH-1: the service is told of the family</description>
          <inputEntry id="begun_name"><text>"begun"</text></inputEntry>
          <outputEntry id="begun_recipient"><text>"ALLOCATED_SERVICE"</text></outputEntry>
          <outputEntry id="begun_template"><text>"begun.txt"</text></outputEntry>
          <outputEntry id="begun_encrypted"><text>true</text></outputEntry>
        </rule>
        <rule id="rule_safe">""");
    changed.put("templates/begun.txt", "Subject: A family for you: {{caseId}}\nDear colleague,\n\nthe panel has given {{caseId}} ({{children}}) to you.\n".getBytes(StandardCharsets.UTF_8));
    var model = model();
    remove(model, "flow_passToSupport");
    model.<ServiceTask>getModelElementById("serviceTask_pass").builder().serviceTask("serviceTask_tellService").name("Tell the service").camundaAsyncBefore()
        .camundaExpression("${notices.send(execution, 'begun')}").connectTo("userTask_support");

    assertSound(model);
  }

  private void assertSound(BpmnModelInstance model) {
    var bytes = new ByteArrayOutputStream();
    Bpmn.writeModelToStream(bytes, model);
    changed.put("referral.bpmn", bytes.toString(StandardCharsets.UTF_8).replaceAll(DEFAULTS, "").getBytes(StandardCharsets.UTF_8));
    assertThat(PackCheck.check(written.with(changed), new DeclaredVocabulary())).isEmpty();
  }

  private BpmnModelInstance model() {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(written.content().get("referral.bpmn")));
  }

  /** A flow and its line in the picture, as Modeler removes both. */
  private static void remove(BpmnModelInstance model, String id) {
    var flow = model.<SequenceFlow>getModelElementById(id);
    var edge = model.getModelElementsByType(BpmnEdge.class).stream().filter(one -> one.getBpmnElement().equals(flow)).findFirst().orElseThrow();
    edge.getParentElement().removeChildElement(edge);
    flow.getSource().getOutgoing().remove(flow);
    flow.getTarget().getIncoming().remove(flow);
    flow.getParentElement().removeChildElement(flow);
  }

  private String text(String file) {
    return new String(changed.getOrDefault(file, written.content().get(file)), StandardCharsets.UTF_8);
  }

  private void replace(String file, String found, String by) {
    assertThat(text(file)).as(file).contains(found);
    changed.put(file, text(file).replace(found, by).getBytes(StandardCharsets.UTF_8));
  }
}
