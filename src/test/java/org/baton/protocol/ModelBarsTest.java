package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A panel that has no quorum gives no case to a service, whichever way a model takes; what it may do without one is for the protocol to say. */
class ModelBarsTest {

  private static final String QUORATE = "${quorum == 'QUORATE'}";

  @Test
  void a_discussion_that_goes_on_where_there_is_no_quorum_is_refused() {
    PlantedFaults.assertNamed(check("warwickshire", "hearing.bpmn", QUORATE, "${quorum == 'INQUORATE'}"), "hearing.bpmn", "userTask_discuss",
        "an allocated service where the table 'quorum' has answered INQUORATE (businessRuleTask_judgeQuorum of hearing.bpmn)", "a split between them");
  }

  @Test
  void a_vote_that_is_taken_where_there_is_no_quorum_is_refused_in_every_authority_that_shares_it() {
    for (var authority : List.of("camden", "harrowmere")) {
      assertThat(check(authority, "vote.bpmn", QUORATE, "${quorum == 'INQUORATE'}")).as(authority).anySatisfy(fault -> {
        assertThat(fault.file()).isEqualTo("vote.bpmn");
        assertThat(fault.found()).startsWith("an allocated service where the table 'quorum' has answered INQUORATE");
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
