package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.baton.support.ModelCalls;
import org.junit.jupiter.api.Test;

/** Camunda Modeler offers a manager exactly the calls that models may make, written as the pack check takes them. */
class ElementTemplatesTest {

  private static final File FILE = new File(".camunda/element-templates/baton.json");

  @Test
  void every_method_of_every_bean_has_a_template_and_no_template_calls_what_is_not_there() throws IOException {
    assertThat(templates()).extracting(template -> template.path("id").asText())
        .containsExactlyInAnyOrderElementsOf(calls().stream().map(call -> "org.baton." + call).toList());
  }

  @Test
  void a_template_writes_the_call_as_models_may_and_effects_outside_are_jobs() throws IOException {
    for (var template : templates()) {
      var call = template.path("id").asText().replace("org.baton.", "");
      assertThat(template.path("description").asText()).as(call).isNotBlank();
      assertThat(values(template, "camunda:expression", "camunda:candidateGroups")).allMatch(text ->
          text.matches("\\$\\{" + call.replace(".", "\\.") + "\\(execution(, '[^'\\\\]*')*\\)}"), call);
      if (call.startsWith("notices.") || call.startsWith("records.")) {
        assertThat(values(template, "camunda:asyncBefore")).as(call).containsExactly("true");
      }
    }
  }

  private static List<String> values(JsonNode template, String... names) {
    return StreamSupport.stream(template.path("properties").spliterator(), false)
        .filter(property -> List.of(names).contains(property.path("binding").path("name").asText()))
        .map(property -> property.path("value").asText()).toList();
  }

  private static List<JsonNode> templates() throws IOException {
    return StreamSupport.stream(new ObjectMapper().readTree(FILE).spliterator(), false).toList();
  }

  private static List<String> calls() {
    return ModelCalls.byBean().entrySet().stream().flatMap(bean -> bean.getValue().stream().map(method -> bean.getKey() + "." + method)).toList();
  }
}
