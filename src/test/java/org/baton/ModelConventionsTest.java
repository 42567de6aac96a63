package org.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How models are written here, as far as a machine can check it beyond the pack check. */
class ModelConventionsTest {

  /** Each rule looks at each model, and some at all of them from each. */
  private static final Map<Path, BpmnModelInstance> READ = new HashMap<>();

  static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @Test
  void there_are_models_to_check() throws IOException {
    assertThat(models()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("models")
  void ids_say_what_an_element_is(Path file) {
    read(file).getModelElementsByType(FlowNode.class).forEach(node ->
        assertThat(node.getId()).as("id in %s", file).matches(prefix(node) + "_[a-z][A-Za-z0-9]*"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everything_a_reader_must_understand_has_a_label(Path file) {
    read(file).getModelElementsByType(FlowNode.class).stream().filter(node -> node instanceof Activity || node instanceof Event || question(node))
        .forEach(node -> assertThat(node.getName()).as("label of %s in %s", node.getId(), file).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("models")
  void exclusive_splits_ask_a_question_and_their_flows_answer(Path file) {
    read(file).getModelElementsByType(ExclusiveGateway.class).stream().filter(ModelConventionsTest::question).forEach(gateway -> {
      assertThat(gateway.getName()).as("label of %s", gateway.getId()).endsWith("?");
      gateway.getOutgoing().forEach(flow -> assertThat(flow.getName()).as("answer on %s", flow.getId()).isNotBlank());
    });
  }

  @ParameterizedTest
  @MethodSource("models")
  void everything_is_drawn_and_one_screen_holds_it(Path file) {
    var model = read(file);
    var shapes = model.getModelElementsByType(BpmnShape.class).stream().map(shape -> shape.getBpmnElement().getId()).collect(Collectors.toSet());
    model.getModelElementsByType(FlowNode.class).forEach(node -> assertThat(shapes).as("drawn in %s", file).contains(node.getId()));
    assertThat(model.getModelElementsByType(BpmnEdge.class)).isNotEmpty().allMatch(edge -> edge.getWaypoints().size() >= 2);
    assertThat(model.getModelElementsByType(FlowNode.class)).as("nodes in %s", file).hasSizeLessThanOrEqualTo(34);
  }

  @ParameterizedTest
  @MethodSource("models")
  void blocks_do_not_call_pathways(Path file) throws IOException {
    if (file.getParent().endsWith("shared")) {
      var pathways = models().stream().flatMap(other -> read(other).getModelElementsByType(Process.class).stream())
          .filter(process -> process.isCamundaStartableInTasklist() || main(process)).map(Process::getId).toList();
      assertThat(read(file).getModelElementsByType(CallActivity.class)).noneMatch(call -> pathways.contains(call.getCalledElement()));
    }
  }

  static List<Path> sharedFiles() throws IOException {
    var files = new ArrayList<Path>();
    for (var folder : List.of("bpmn/shared", "forms/shared")) {
      try (Stream<Path> found = Files.walk(Path.of(folder))) {
        found.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /** By name, by the number of a clause, or by a service or panel that only one authority has. */
  @ParameterizedTest
  @MethodSource("sharedFiles")
  void what_is_shared_names_no_authority(Path file) throws IOException {
    assertThat(Files.readString(file)).doesNotContainPattern("(?i)warwickshire|camden|walsall|buckingham|lincolnshire")
        .doesNotContainPattern("\\b(WAR|NEL|CAM|WAL|BUC|BKS)-[A-Z0-9]");
  }

  @ParameterizedTest
  @MethodSource("models")
  void messages_are_subscribed_only_where_no_other_model_calls(Path file) throws IOException {
    var model = read(file);
    var called = models().stream().flatMap(other -> read(other).getModelElementsByType(CallActivity.class).stream()).map(CallActivity::getCalledElement).toList();
    model.getModelElementsByType(Message.class).forEach(message -> assertThat(message.getName()).startsWith("baton."));
    if (model.getModelElementsByType(Process.class).stream().anyMatch(process -> called.contains(process.getId()))) {
      assertThat(model.getModelElementsByType(Message.class)).as("messages in %s", file).isEmpty();
    }
  }

  @Test
  void main_java_names_no_authority() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      var naming = files.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> text(file).toLowerCase().matches("(?s).*(warwickshire|camden|walsall|buckingham|lincolnshire).*")).toList();
      assertThat(naming).isEmpty();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BpmnModelInstance read(Path file) {
    return READ.computeIfAbsent(file, one -> Bpmn.readModelFromFile(one.toFile()));
  }

  private static boolean main(Process process) {
    return Optional.ofNullable(process.getExtensionElements()).stream()
        .flatMap(elements -> elements.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
        .flatMap(properties -> properties.getCamundaProperties().stream()).anyMatch(property -> "run".equals(property.getCamundaName()));
  }

  private static boolean question(FlowNode node) {
    return node instanceof ExclusiveGateway && node.getOutgoing().size() > 1;
  }

  private static String prefix(FlowNode node) {
    var type = node.getElementType().getTypeName();
    return node instanceof Gateway ? "gateway" : node instanceof SubProcess ? "subProcess"
        : node instanceof Event && !type.equals("startEvent") && !type.equals("endEvent") ? "event" : type;
  }
}
