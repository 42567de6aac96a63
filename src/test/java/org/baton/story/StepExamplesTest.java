package org.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baton.proof.ProofRecorder;
import org.baton.protocol.Pack;
import org.baton.story.StepExampleFile.Row;
import org.baton.support.Tables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who does what in all packs, and by which clocks, as one would read it beside the document. That it goes so is told by stories. */
class StepExamplesTest {

  private static final Pattern ROLE = Pattern.compile("roles\\.group\\(execution, '([^']+)'\\)");
  private static final Pattern DEADLINE = Pattern.compile("deadlines\\.\\w+\\(execution, '([^']+)'\\)");

  static Stream<Arguments> examples() {
    return PackYaml.examplesOf(PackYaml.STEPS).stream().flatMap(file -> StepExampleFile.read(PackYaml.file("examples", file)).examples().stream().map(example -> Arguments.of(file, example.says(), example)));
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("examples")
  void it_is_so(String file, String says, Example<Row> example, TestReporter reporter) {
    var pack = Tables.of(file.split("/")[0]).pack();
    PackYaml.requireKnown(pack, PackYaml.file("examples", file), example.clauses());
    ProofRecorder.publish(reporter, "Example: " + file + ": " + says, example.clauses());
    example.rows().forEach(row -> require(pack, row));
  }

  /** @throws AssertionError which says what is otherwise */
  static void require(Pack pack, Row row) {
    if (row.service() != null) {
      assertThat(is(pack, row.service())).as("what the service %s is", row.service()).containsExactlyInAnyOrderElementsOf(row.is());
      return;
    }
    var content = pack.files().content();
    assertThat(content).as("models").containsKey(row.model() + ".bpmn");
    var model = Bpmn.readModelFromStream(new ByteArrayInputStream(content.get(row.model() + ".bpmn")));
    if (row.offeredTo() != null) {
      assertThat(tasks(model, row.step())).as("tasks '%s' of %s", row.step(), row.model()).isNotEmpty().allSatisfy(task ->
          assertThat(ROLE.matcher(task.getCamundaCandidateGroups()).results().map(role -> role.group(1))).as("whom '%s' is offered to", row.step()).containsExactlyInAnyOrderElementsOf(row.offeredTo()));
    }
    if (row.clocks() != null) {
      assertThat(tasks(model, row.step())).as("tasks '%s' of %s", row.step(), row.model()).isNotEmpty().allSatisfy(task -> assertThat(clocks(model, task)).as("clocks on '%s'", row.step()).isEqualTo(row.clocks()));
    }
    if (row.interrupts() != null) {
      assertThat(model.getModelElementsByType(StartEvent.class)).filteredOn(start -> row.step().equals(start.getName())).as("starts '%s' of %s", row.step(), row.model()).isNotEmpty()
          .allSatisfy(start -> assertThat(start.isInterrupting()).as("whether '%s' interrupts", row.step()).isEqualTo(row.interrupts()));
    }
  }

  private static List<UserTask> tasks(BpmnModelInstance model, String label) {
    return model.getModelElementsByType(UserTask.class).stream().filter(task -> label.equals(task.getName())).toList();
  }

  private static Map<String, String> clocks(BpmnModelInstance model, FlowElement task) {
    var clocks = new TreeMap<String, String>();
    model.getModelElementsByType(BoundaryEvent.class).stream().filter(event -> event.getAttachedTo().equals(task))
        .forEach(event -> DEADLINE.matcher(event.getRawTextContent()).results().forEach(deadline -> clocks.put(deadline.group(1), event.cancelActivity() ? "ends" : "stays")));
    return clocks;
  }

  private static List<String> is(Pack pack, String id) {
    var is = new ArrayList<String>();
    pack.profile().services().stream().filter(service -> service.id().equals(id)).forEach(service -> {
      is.add("a service");
      Stream.of(service.core() ? "core" : "", service.leads() ? "leads" : "", service.countsForQuorum() ? "counts" : "").filter(word -> !word.isEmpty()).forEach(is::add);
    });
    assertThat(is).as("the service %s of the profile", id).isNotEmpty();
    return is.subList(1, is.size());
  }
}
