package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Cockpit and Camunda Modeler show of a model is what it has. That shipped models are so is said by {@link ShippedPacksTest}. */
class ModelDrawingTest {

  private static final String FILE = "referral.bpmn";

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "bpmnElement=\"flow_stepUp\" | bpmnElement=\"flow_gone\" | edge_flow_stepUp | the line of 'flow_gone', which is not there | a flow of this file",
      "bpmnElement=\"flow_stepUp\" | bpmnElement=\"flow_gone\" | flow_stepUp | a sequence flow that the picture does not show | a BPMNEdge for it",
      "bpmnElement=\"endEvent_noConsent\" | bpmnElement=\"endEvent_gone\" | shape_endEvent_noConsent | the shape of 'endEvent_gone', which is not there | a step of this file",
      "bpmnElement=\"endEvent_noConsent\" | bpmnElement=\"endEvent_gone\" | endEvent_noConsent | an end event that the picture does not show | draw it in Camunda Modeler",
      "bpmnElement=\"endEvent_noConsent\" | bpmnElement=\"flow_stepUp\" | shape_endEvent_noConsent | the shape of 'flow_stepUp' | a step of this file",
      "bpmnElement=\"subProcess_consentGone\" | bpmnElement=\"endEvent_noConsent\" | shape_subProcess_consentGone | 'endEvent_noConsent' a second time | each once",
      "bpmnElement=\"referral\" | bpmnElement=\"hearing\" | plane_referral | the picture of 'hearing' | the process of this file",
      "x=\"642\" y=\"202\" | x=\"left\" y=\"202\" | shape_endEvent_noConsent | x 'left' | a number",
      "x=\"642\" y=\"202\" width=\"36\" | x=\"642\" y=\"202\" width=\"0\" | shape_endEvent_noConsent | a shape without a size | a width and a height",
      "<di:waypoint x=\"525\" y=\"220\" /><di:waypoint x=\"642\" y=\"220\" /> | <di:waypoint x=\"525\" y=\"220\" /> | edge_flow_isTriagedToNoConsent | fewer than two points | where it begins and where it ends"})
  void a_picture_that_is_not_the_model_is_refused(String sound, String faulty, String element, String found, String expected) {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("harrowmere", FILE, sound, faulty)), FILE, element, found, expected);
  }

  @Test
  void a_model_without_a_picture_is_refused_by_each_of_its_parts() {
    var text = new String(PlantedFaults.shipped("harrowmere").content().get(FILE), StandardCharsets.UTF_8);
    var bare = text.substring(0, text.indexOf("<bpmndi:BPMNDiagram")) + "</bpmn:definitions>";

    var faults = PlantedFaults.check(PlantedFaults.shipped("harrowmere").with(Map.of(FILE, bare.getBytes(StandardCharsets.UTF_8))));

    assertThat(faults).extracting(PackFault::element).contains("referral", "userTask_carryByHand", "startEvent_consentGone", "subProcess_consentGone", "flow_stepUp");
  }

  @Test
  void an_id_that_stands_twice_is_named() {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("harrowmere", FILE, "id=\"serviceTask_putAgain\"", "id=\"serviceTask_putForward\"")), FILE, "serviceTask_putForward", "a second time", "each id once");
  }

  @Test
  void an_answer_that_leads_back_to_its_own_question_is_named() {
    PlantedFaults.assertNamed(PlantedFaults.check(PlantedFaults.planted("harrowmere", "carry-unknown-outcome.form", "\"value\" : \"ADVISED\"", "\"value\" : \"SENT_ON\"")), FILE, "userTask_carryByHand",
        "the answer 'SENT_ON' to 'panelOutcome'", "${panelOutcome == 'SENT_ON'}");
  }

  @Test
  void a_note_in_a_model_is_drawn_too() {
    var note = "<bpmn:textAnnotation id=\"note\"><bpmn:text>why</bpmn:text></bpmn:textAnnotation><bpmn:association id=\"toNote\" sourceRef=\"endEvent_noConsent\" targetRef=\"note\" /></bpmn:process>";

    var faults = PlantedFaults.check(PlantedFaults.planted("harrowmere", FILE, "</bpmn:process>", note));

    assertThat(faults).extracting(PackFault::element).containsExactlyInAnyOrder("note", "toNote");
  }
}
