package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.baton.protocol.BeanContract.Call;
import org.baton.protocol.BeanContract.Literal;
import org.baton.protocol.ModelCall.At;
import org.baton.protocol.Names.What;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.api.Test;

/**
 * Camunda Modeler offers a manager exactly the calls that models may make, written as the pack check takes them. Written anew by
 * {@code mvn test -Dtest=ElementTemplatesTest -Dbaton.write=true}.
 */
class ElementTemplatesTest {

  private static final Path FILE = Path.of(".camunda/element-templates/baton.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

  @Test
  void every_call_has_a_template() throws IOException {
    var templates = JSON.createArrayNode();
    DeclaredVocabulary.BEANS.calls().forEach(call -> template(templates, call));
    var text = JSON.writer(new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE)).writeValueAsString(templates) + "\n";
    if (Boolean.getBoolean("baton.write")) {
      Files.writeString(FILE, text);
    }
    assertThat(Files.readString(FILE)).isEqualTo(text);
  }

  @Test
  void every_call_and_each_of_its_literals_says_what_it_is() {
    assertThat(DeclaredVocabulary.BEANS.calls()).hasSizeGreaterThan(40).allSatisfy(call -> {
      assertThat(call.declared().value()).as(call.name()).matches("[A-Z].{10,}\\.");
      assertThat(call.literals()).as(call.name()).allSatisfy(literal -> {
        assertThat(literal.names()).isNotNull();
        assertThat(literal.names().table().isEmpty()).isEqualTo(literal.names().value() != What.ROW);
      });
    });
  }

  @Test
  void what_reaches_outside_the_database_is_offered_as_a_job_and_a_call_is_offered_as_it_may_be_written() throws IOException {
    assertThat(DeclaredVocabulary.BEANS.calls()).filteredOn(call -> call.declared().at() == At.OUTSIDE).extracting(Call::bean).containsOnly("notices", "records");
    assertThat(DeclaredVocabulary.BEANS.calls()).filteredOn(call -> Set.of("notices", "records").contains(call.bean())).extracting(call -> call.declared().at()).containsOnly(At.OUTSIDE);
    var patterns = JSON.readTree(FILE.toFile()).findParents("constraints");
    assertThat(patterns).hasSizeGreaterThan(30).allSatisfy(property -> assertThat(property.get("value").asText()).matches(property.at("/constraints/pattern/value").asText()));
  }

  private static void template(ArrayNode templates, Call call) {
    var template = templates.addObject();
    template.put("$schema", SCHEMA).put("name", "Baton: " + call.bean() + " - " + words(call.method())).put("id", "org.baton." + call.name() + (forms(call) > 1 ? call.literals().size() : "")).put("version", 2)
        .put("description", description(call)).putArray("appliesTo").add(switch (call.declared().at()) {
          case STEP, OUTSIDE -> "bpmn:ServiceTask";
          case COLLECTION -> "bpmn:CallActivity";
          case DUTY -> "bpmn:BoundaryEvent";
          case WAIT -> "bpmn:IntermediateCatchEvent";
          case GROUP -> "bpmn:UserTask";
        });
    var properties = template.putArray("properties");
    switch (call.declared().at()) {
      case STEP -> call(properties, call, "camunda:expression");
      case OUTSIDE -> {
        call(properties, call, "camunda:expression");
        properties.addObject().put("type", "Hidden").put("value", true).putObject("binding").put("type", "property").put("name", "camunda:asyncBefore");
      }
      case GROUP -> call(properties, call, "camunda:candidateGroups");
      case COLLECTION, DUTY, WAIT -> { }
    }
    properties.addObject().put("label", "Clauses").put("type", "String").put("description", "Which clauses ask for the step, separated by commas; or none: and the reason")
        .putObject("binding").put("type", "camunda:property").put("name", "clauses");
  }

  private static long forms(Call call) {
    return DeclaredVocabulary.BEANS.calls().stream().filter(other -> other.name().equals(call.name())).count();
  }

  private static String description(Call call) {
    return call.declared().value() + switch (call.declared().at()) {
      case COLLECTION -> " Enter " + expression(call) + " as its collection and " + call.declared().each() + " as its element variable.";
      case DUTY, WAIT -> " The date of the timer: " + expression(call);
      case OUTSIDE -> " A job of its own, tried again until it is done.";
      case STEP, GROUP -> "";
    } + (call.declared().sets().length == 0 ? "" : " Sets " + String.join(", ", call.declared().sets()) + ".");
  }

  private static void call(ArrayNode properties, Call call, String attribute) {
    var property = properties.addObject();
    property.put("label", "Call").put("type", "String").put("value", expression(call));
    if (!call.literals().isEmpty()) {
      property.put("description", "Between the quotes: " + call.literals().stream().map(ElementTemplatesTest::described).collect(Collectors.joining("; ")));
    }
    var constraints = (ObjectNode) property.putObject("constraints").put("notEmpty", true);
    constraints.putObject("pattern").put("value", "^\\$\\{" + call.bean() + "\\." + call.method() + "\\(execution" + ", '[^'\\\\]+'".repeat(call.literals().size()) + "\\)\\}$")
        .put("message", "Keep the call as it is" + (call.literals().isEmpty() ? "" : "; change what stands between the quotes"));
    property.putObject("binding").put("type", "property").put("name", attribute);
  }

  private static String described(Literal literal) {
    var names = literal.names();
    return names.about() + (names.value().inWords().isEmpty() ? "" : ", " + names.value().inWords() + (names.table().isEmpty() ? "" : " " + names.table()));
  }

  private static String expression(Call call) {
    return "${" + call.name() + "(execution" + call.literals().stream().map(literal -> ", '" + literal.name() + "'").collect(Collectors.joining()) + ")}";
  }

  private static String words(String method) {
    return method.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase();
  }
}
