package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** Members of a panel that has no quorum decide nothing, as the running system would refuse it; what others may decide is for the protocol to say. */
class ModelBarsTest {

  private static final String WEIGHS = """
      <input id="input_quorum" label="Quorum"><inputExpression id="inputExpression_quorum" typeRef="string"><text>quorum</text></inputExpression>
        <inputValues id="inputValues_quorum"><text>"QUORATE","INQUORATE"</text></inputValues></input>
      <output id="output_way" label="What follows" name="way" typeRef="string"><outputValues id="outputValues_way"><text>"DISCUSS","DEFER"</text></outputValues></output>
      <rule id="rule_yes"><description>none: planted</description><inputEntry id="yes_quorum"><text>"QUORATE"</text></inputEntry><outputEntry id="yes_way"><text>"DISCUSS"</text></outputEntry></rule>
      <rule id="rule_no"><description>none: planted</description><inputEntry id="no_quorum"><text>"INQUORATE"</text></inputEntry><outputEntry id="no_way"><text>"DEFER"</text></outputEntry></rule>""";
  private static final String QUORATE = "${quorum == 'QUORATE'}";

  @Test
  void a_discussion_that_goes_on_where_there_is_no_quorum_is_refused() {
    PlantedFaults.assertNamed(check("warwickshire", "hearing.bpmn", QUORATE, "${quorum == 'INQUORATE'}"), "hearing.bpmn", "userTask_discuss",
        "a decision of the members where the table 'quorum' has answered INQUORATE (businessRuleTask_judgeQuorum of hearing.bpmn)", "a split between them");
  }

  @Test
  void a_vote_that_is_taken_where_there_is_no_quorum_is_refused_in_every_authority_that_shares_it() {
    for (var authority : List.of("camden", "harrowmere")) {
      assertThat(check(authority, "vote.bpmn", QUORATE, "${quorum == 'INQUORATE'}")).as(authority).anySatisfy(fault -> {
        assertThat(fault.file()).isEqualTo("vote.bpmn");
        assertThat(fault.found()).startsWith("a decision of the members where the table 'quorum' has answered INQUORATE");
      });
    }
  }

  @Test
  void it_is_the_same_to_name_the_other_answer_and_to_discuss_by_default() {
    var hearing = text("warwickshire", "hearing.bpmn");
    var yes = flow(hearing, QUORATE);
    var no = hearing.replaceAll("(?s).*<bpmn:exclusiveGateway id=\"gateway_isQuorate\"[^>]*default=\"(\\w+)\".*", "$1");
    var turned = hearing.replace("default=\"" + no + "\"", "default=\"" + yes + "\"").replaceAll("(?s)\\s*<bpmn:conditionExpression[^>]*>\\Q" + QUORATE + "\\E</bpmn:conditionExpression>", "")
        .replaceAll("(<bpmn:sequenceFlow id=\"" + no + "\"[^>]*) />", "$1><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${quorum == 'INQUORATE'}</bpmn:conditionExpression></bpmn:sequenceFlow>");
    assertThat(turned).contains("INQUORATE").doesNotContain(QUORATE);

    assertThat(PlantedFaults.check(PlantedFaults.shipped("warwickshire").with(Map.of("hearing.bpmn", turned.getBytes(StandardCharsets.UTF_8))))).isEmpty();
  }

  /** As in the engine, the first condition that holds is the one that counts. */
  @Test
  void a_way_that_another_fact_opens_before_the_answer_is_asked_is_refused() {
    var yes = flow(text("harrowmere", "hearing.bpmn"), QUORATE);
    PlantedFaults.assertNamed(check("harrowmere", "hearing.bpmn", QUORATE, "${chairPresent == true}"), "hearing.bpmn", "serviceTask_decide", "a decision of the members where", "a split between them");
    assertThat(yes).isEqualTo("flow_isQuorateToDiscuss");
  }

  @Test
  void what_the_chairs_decide_needs_no_quorum() {
    var chairs = text("harrowmere", "hearing.bpmn").replace(QUORATE, "${quorum == 'INQUORATE'}").replace("'AGREEMENT', 'leadService'", "'CHAIRS', 'leadService'");
    assertThat(chairs).contains("'CHAIRS'");
    assertThat(PlantedFaults.check(PlantedFaults.shipped("harrowmere").with(Map.of("hearing.bpmn", chairs.getBytes(StandardCharsets.UTF_8))))).noneSatisfy(fault -> assertThat(fault.found()).contains("a decision of the members"));
  }

  /** A table of the authority's own that asks the quorum may say what follows from it. */
  @Test
  void a_table_that_weighs_the_quorum_is_not_judged() {
    var dmn = text("harrowmere", "triage-gate.dmn").replace("triageGate", "sittingWay").replaceAll("(?s)<input id.*</rule>", Matcher.quoteReplacement(WEIGHS));
    var model = text("harrowmere", "hearing.bpmn").replace("targetRef=\"gateway_isQuorate\"", "targetRef=\"businessRuleTask_way\"").replace(QUORATE, "${sittingWay == 'DISCUSS'}").replace("  <bpmn:exclusiveGateway id=\"gateway_isQuorate\"",
        "  <bpmn:businessRuleTask id=\"businessRuleTask_way\" camunda:decisionRef=\"sittingWay\" camunda:decisionRefBinding=\"deployment\" camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"sittingWay\" />"
        + "<bpmn:sequenceFlow id=\"flow_way\" sourceRef=\"businessRuleTask_way\" targetRef=\"gateway_isQuorate\" /><bpmn:exclusiveGateway id=\"gateway_isQuorate\"");
    assertThat(model).contains("businessRuleTask_way\" targetRef");

    assertThat(PlantedFaults.undrawn(PlantedFaults.shipped("harrowmere").with(Map.of("hearing.bpmn", model.getBytes(StandardCharsets.UTF_8), "sitting-way.dmn", dmn.getBytes(StandardCharsets.UTF_8))))).isEmpty();
  }

  private static String flow(String model, String condition) {
    return model.replaceAll("(?s).*<bpmn:sequenceFlow id=\"(\\w+)\"[^>]*>\\s*<bpmn:conditionExpression[^>]*>\\Q" + condition + "\\E.*", "$1");
  }

  private static List<PackFault> check(String authority, String file, String sound, String faulty) {
    return PlantedFaults.check(PlantedFaults.planted(authority, file, sound, faulty));
  }

  private static String text(String authority, String file) {
    return new String(PlantedFaults.shipped(authority).content().get(file), StandardCharsets.UTF_8);
  }
}
