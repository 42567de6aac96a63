package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ways that go on beside one another wait for one another where they meet, or end each for itself. */
class ModelForksTest {

  @Test
  void two_ways_that_are_joined_by_an_exclusive_gateway_are_refused() {
    var joined = "<bpmn:parallelGateway id=\"gateway_bothDone\"";
    var text = text("camden", "placed.bpmn");
    assertThat(text).contains(joined);
    var exclusive = text.replaceAll("(?s)<bpmn:parallelGateway (id=\"gateway_bothDone\".*?)</bpmn:parallelGateway>", "<bpmn:exclusiveGateway $1</bpmn:exclusiveGateway>");

    PlantedFaults.assertNamed(check("camden", "placed.bpmn", exclusive), "placed.bpmn", "gateway_bothDone", "ways from 'gateway_contactAndMosaic' that meet here", "a parallel gateway where they meet");
  }

  @Test
  void a_reminder_that_comes_back_to_the_way_of_its_task_is_refused() {
    var text = text("north-east-lincolnshire", "plan-reviews.bpmn");
    var back = "sourceRef=\"event_reviewOverdue\" targetRef=\"endEvent_reviewLate\"";
    assertThat(text).contains(back);
    var again = text.replace(back, "sourceRef=\"event_reviewOverdue\" targetRef=\"gateway_doesWorkGoOn\"")
        .replaceAll("(?s)    <bpmn:endEvent id=\"endEvent_reviewLate\".*?</bpmn:endEvent>\n", "");

    PlantedFaults.assertNamed(check("north-east-lincolnshire", "plan-reviews.bpmn", again), "plan-reviews.bpmn", "gateway_doesWorkGoOn", "ways from 'event_reviewOverdue' that meet here",
        "an end of its own for each");
  }

  private static List<PackFault> check(String authority, String file, String text) {
    return PlantedFaults.check(PlantedFaults.shipped(authority).with(Map.of(file, text.getBytes(StandardCharsets.UTF_8))));
  }

  private static String text(String authority, String file) {
    return new String(PlantedFaults.shipped(authority).content().get(file), StandardCharsets.UTF_8);
  }
}
