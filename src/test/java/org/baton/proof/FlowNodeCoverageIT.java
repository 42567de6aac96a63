package org.baton.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;

/** Every flow node of every shipped model was passed by a story; the report is {@code target/coverage/index.html}. */
class FlowNodeCoverageIT {

  @Test
  void every_flow_node_of_every_model_was_passed() throws IOException {
    var visited = new HashSet<String>();
    for (var file : list(FlowNodeCoverage.FOLDER, "visited-")) {
      visited.addAll(Files.readAllLines(file));
    }
    var missed = new ArrayList<String>();
    var page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Flow nodes passed</title></head><body>"
        + "<h1>Flow nodes passed by the stories</h1><table>");
    for (var file : models()) {
      var model = Bpmn.readModelFromFile(file.toFile());
      var key = model.getModelElementsByType(Process.class).iterator().next().getId();
      var nodes = model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).sorted().toList();
      var left = nodes.stream().filter(node -> !passed(visited, file.getParent().getFileName().toString(), key + " " + node)).toList();
      left.forEach(node -> missed.add(file + " " + node));
      page.append("<tr><td>").append(file).append("</td><td>").append(nodes.size() - left.size()).append(" of ").append(nodes.size())
          .append("</td><td>").append(String.join(", ", left)).append("</td></tr>\n");
    }
    Files.writeString(FlowNodeCoverage.FOLDER.resolve("index.html"), page.append("</table></body></html>\n"));

    assertThat(missed).isEmpty();
  }

  /** A shared model by whichever authority, an authority's own by that one. */
  private static boolean passed(Set<String> visited, String folder, String node) {
    return folder.equals("shared") ? visited.stream().anyMatch(visit -> visit.endsWith(" " + node)) : visited.contains(folder + " " + node);
  }

  private static List<Path> models() throws IOException {
    return list(Path.of("bpmn"), "").stream().filter(file -> file.toString().endsWith(".bpmn")).toList();
  }

  private static List<Path> list(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList();
    }
  }
}
