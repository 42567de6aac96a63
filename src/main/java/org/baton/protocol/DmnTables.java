package org.baton.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** Reads DMN files; the rest of the module sees only {@link TableModel} and {@link org.baton.protocol.DecisionTable}. */
final class DmnTables {

  /** From one version of a pack to the next nearly every file stands as it was: each content is parsed once. */
  private static final Cache<ByteBuffer, List<TableModel>> READ = Caffeine.newBuilder().maximumSize(2_000).build();

  private DmnTables() {}

  static DmnEngine engine(Consumer<DmnDecisionTableEvaluationEvent> evaluated) {
    var configuration = new DefaultDmnEngineConfiguration();
    DmnDecisionTableEvaluationListener listener = evaluated::accept;
    configuration.getCustomPostDecisionTableEvaluationListeners().add(listener);
    return configuration.buildEngine();
  }

  /** @throws RuntimeException as the DMN parser throws it, if the file is no DMN model */
  static List<TableModel> read(byte[] dmn) {
    return READ.get(ByteBuffer.wrap(dmn.clone()), content -> parse(content.array()));
  }

  private static List<TableModel> parse(byte[] dmn) {
    var model = Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
    var tables = new ArrayList<TableModel>();
    for (var decision : model.getModelElementsByType(Decision.class)) {
      if (decision.getExpression() instanceof DecisionTable table) {
        tables.add(read(decision, table));
      }
    }
    return List.copyOf(tables);
  }

  private static TableModel read(Decision decision, DecisionTable table) {
    var inputs = table.getInputs().stream().map(input -> new TableModel.Column(
        text(input.getInputExpression().getText()), input.getInputExpression().getTypeRef(), input.getLabel(),
        listed(input.getInputValues()))).toList();
    var outputs = table.getOutputs().stream().map(output -> new TableModel.Column(
        output.getName(), output.getTypeRef(), output.getLabel(), listed(output.getOutputValues()))).toList();
    var rules = table.getRules().stream().map(rule -> new TableModel.Rule(
        rule.getId(), description(rule),
        rule.getInputEntries().stream().map(entry -> text(entry.getText())).toList(),
        rule.getOutputEntries().stream().map(entry -> text(entry.getText())).toList())).toList();
    return new TableModel(decision.getId(), decision.getName(), table.getHitPolicy().name(),
        decision.getCamundaHistoryTimeToLiveString(), inputs, outputs, rules);
  }

  private static List<String> listed(UnaryTests values) {
    if (values == null || text(values.getText()).isBlank()) {
      return List.of();
    }
    return Cells.split(text(values.getText()));
  }

  private static String description(DmnElement element) {
    return element.getChildElementsByType(Description.class).stream()
        .map(Description::getTextContent).findFirst().orElse("");
  }

  private static String text(Text text) {
    return text == null || text.getTextContent() == null ? "" : text.getTextContent().strip();
  }
}
