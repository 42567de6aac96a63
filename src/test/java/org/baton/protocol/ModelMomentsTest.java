package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a step needs is known on some way to it; otherwise a case would stop there, or nobody would be told. */
class ModelMomentsTest {

  /** Each stands before the checks at intake, where nothing leads back to: consent that has lapsed leads a case to those again. */
  static Stream<Arguments> early() {
    return Stream.of(
        Arguments.of("a stage whose holder is the allocated service", "${cases.stage(execution, 'ALLOCATED')}", "'ALLOCATED_SERVICE', before an allocated service can be known"),
        Arguments.of("a look at the allocated service", "${cases.readAllocatedService(execution)}", "a call of cases.readAllocatedService before an allocated service can be known"),
        Arguments.of("a letter with the decision", "${notices.send(execution, 'panelDecision')}", "before a decision of the panel can be known"),
        Arguments.of("a case put forward to no panel", "${panel.propose(execution)}", "a call of panel.propose before the panel of the case can be known"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("early")
  void a_step_comes_too_early(String what, String call, String found) {
    refused(Map.of("referral.bpmn", early(service(call))), found);
  }

  @ParameterizedTest
  @CsvSource({"minutes, the minutes", "extract, a sitting", "meetingDate, a sitting on whose agenda the case stands", "outcome, a decision of the panel"})
  void a_letter_before_a_case_is_heard_says_what_is_not_known_yet(String name, String moment) {
    refused(Map.of("templates/not-heard.txt", ("Subject: Not heard\n\n{{" + name + "}}\n").getBytes(StandardCharsets.UTF_8), "referral.bpmn", early(service("${notices.send(execution, 'notHeard')}"))),
        "whose column 'template' says 'not-heard.txt', before " + moment + " can be known");
  }

  @Test
  void a_letter_may_say_so_where_it_is_known() {
    assertThat(PlantedFaults.check(PlantedFaults.shipped("warwickshire").with(Map.of("templates/not-heard.txt",
        "Subject: Not heard\n\nDear {{referrer}},\n{{#meetingDate}}{{meetingDate}}{{/meetingDate}}\n".getBytes(StandardCharsets.UTF_8))))).isEmpty();
  }

  @Test
  void a_task_is_the_allocated_services_before_there_is_one() {
    refused(Map.of("referral.bpmn", early(step("userTask", "camunda:formRef=\"checkConsent\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"${roles.group(execution, 'allocated-service')}\""))),
        "says 'SERVICE', before a service at hand can be known");
  }

  @Test
  void somebody_of_the_panel_is_told_before_there_is_one() {
    var rule = Pattern.compile("(?s)<rule id=\"rule_referralWithdrawn\">.*?</rule>").matcher(text("notice.dmn"));
    assertThat(rule.find()).isTrue();
    var told = text("notice.dmn").replace(rule.group(), rule.group().replace("\"REFERRER\"", "\"chair\"")).replace("<text>\"members\",", "<text>\"chair\",\"members\",").getBytes(StandardCharsets.UTF_8);
    refused(Map.of("referral.bpmn", early(service("${notices.send(execution, 'referralWithdrawn')}")), "notice.dmn", told), "says 'chair', before the panel of the case can be known");
  }

  @ParameterizedTest
  @CsvSource({"MEETING_START, a sitting", "DECISION, a decision of the panel"})
  void a_clock_counts_from_what_has_not_been(String anchor, String moment) {
    var early = early(step("userTask", "camunda:formRef=\"checkConsent\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"${roles.group(execution, 'business-support')}\"")
        + "<bpmn:boundaryEvent id=\"timer_early\" name=\"Early\" cancelActivity=\"false\" attachedToRef=\"step_early\"><bpmn:outgoing>flow_earlyLate</bpmn:outgoing><bpmn:timerEventDefinition id=\"definition_early\">"
        + "<bpmn:timeDate id=\"date_early\">${deadlines.due(execution, 'preMeeting')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id=\"endEvent_early\"><bpmn:incoming>flow_earlyLate</bpmn:incoming></bpmn:endEvent>"
        + "<bpmn:sequenceFlow id=\"flow_earlyLate\" sourceRef=\"timer_early\" targetRef=\"endEvent_early\" />");
    var rule = Pattern.compile("(?s)<rule id=\"rule_preMeeting\">.*?</rule>").matcher(text("deadline.dmn"));
    assertThat(rule.find()).isTrue();
    var counted = text("deadline.dmn").replace(rule.group(), rule.group().replace("\"MEETING_START\"", "\"" + anchor + "\"")).getBytes(StandardCharsets.UTF_8);
    PlantedFaults.assertNamed(check(Map.of("referral.bpmn", early, "deadline.dmn", counted)), "referral.bpmn", "timer_early", "whose column 'countedFrom' says '" + anchor + "', before " + moment + " can be known", "a step after");
  }

  private static String service(String call) {
    return step("serviceTask", (call.contains("notices") ? "camunda:asyncBefore=\"true\" " : "") + "camunda:expression=\"" + call + "\"");
  }

  private static String step(String kind, String attributes) {
    return "<bpmn:" + kind + " id=\"step_early\" name=\"Early\" " + attributes + "><bpmn:incoming>flow_noImmediateConcern</bpmn:incoming><bpmn:outgoing>flow_early</bpmn:outgoing></bpmn:" + kind + ">";
  }

  /** The referral with these elements before its checks. */
  private static byte[] early(String elements) {
    var flow = Pattern.compile("<bpmn:sequenceFlow id=\"flow_noImmediateConcern\"[^>]*/>").matcher(text("referral.bpmn"));
    assertThat(flow.find()).isTrue();
    return text("referral.bpmn").replace("<bpmn:incoming>flow_noImmediateConcern</bpmn:incoming>", "<bpmn:incoming>flow_early</bpmn:incoming>")
        .replace(flow.group(), flow.group().replace("callActivity_intakeChecks", "step_early") + "<bpmn:sequenceFlow id=\"flow_early\" sourceRef=\"step_early\" targetRef=\"callActivity_intakeChecks\" />" + elements)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String file) {
    return new String(PlantedFaults.shipped("warwickshire").content().get(file), StandardCharsets.UTF_8);
  }

  private static void refused(Map<String, byte[]> changes, String found) {
    PlantedFaults.assertNamed(check(changes), "referral.bpmn", "step_early", found, "a step after");
  }

  private static List<PackFault> check(Map<String, byte[]> changes) {
    return PlantedFaults.check(PlantedFaults.shipped("warwickshire").with(changes));
  }
}
