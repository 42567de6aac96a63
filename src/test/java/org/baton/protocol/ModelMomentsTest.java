package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a step needs is known on some way to it; otherwise a case would stop there, or nobody would be told. */
class ModelMomentsTest {

  private static final String NOTE_PANEL = "camunda:expression=\"${cases.assignForum(execution)}\"";

  /** Each stands in place of the call that notes the panel, which is among the first steps of a referral. */
  static Stream<Arguments> early() {
    return Stream.of(
        Arguments.of("a stage whose holder is the allocated service", "${cases.stage(execution, 'ALLOCATED')}", "'ALLOCATED_SERVICE', before an allocated service can be known"),
        Arguments.of("a look at the allocated service", "${cases.readAllocatedService(execution)}", "a call of cases.readAllocatedService before an allocated service can be known"),
        Arguments.of("a letter with the decision", "${notices.send(execution, 'panelDecision')}", "before a decision of the panel can be known"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("early")
  void a_step_comes_too_early(String what, String call, String found) {
    var pack = PlantedFaults.shipped("warwickshire");
    var model = new String(pack.content().get("intake.bpmn"), StandardCharsets.UTF_8);
    assertThat(model).contains(NOTE_PANEL);
    var outside = call.contains("notices") ? "camunda:asyncBefore=\"true\" " : "";
    var early = model.replace(NOTE_PANEL, outside + "camunda:expression=\"" + call + "\"");
    PlantedFaults.assertNamed(PlantedFaults.check(pack.with(Map.of("intake.bpmn", early.getBytes(StandardCharsets.UTF_8)))), "intake.bpmn", "serviceTask_notePanel", found, "a step after");
  }
}
