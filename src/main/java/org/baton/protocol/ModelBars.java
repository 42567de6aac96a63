package org.baton.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds steps that bring about what the answer of a table bars: a decision of members of a panel that has no quorum. */
final class ModelBars {

  private final Map<String, ModelProcess> processes;
  private final ModelWays ways;
  private final ModelSources pack;
  private final Consumer<PackFault> faults;

  ModelBars(Map<String, ModelProcess> processes, ModelWays ways, ModelSources pack, Consumer<PackFault> faults) {
    this.processes = processes;
    this.ways = ways;
    this.pack = pack;
    this.faults = faults;
  }

  void check() {
    processes.values().forEach(process -> process.ofKind("businessRuleTask").forEach(step ->
        Optional.ofNullable(pack.vocabulary().tables().shapes().get(table(process, step))).stream().flatMap(shape -> shape.outputs().stream())
            .flatMap(column -> Stream.of(column.declared().bars())).forEach(bars -> check(process, step, bars))));
  }

  private static String table(ModelProcess process, String step) {
    return BpmnFile.camunda(process.node(step), "decisionRef");
  }

  /** The ways of that answer, until the table is asked anew or another table weighs it, into the processes that they call. */
  private void check(ModelProcess process, String step, Cell.Bars bars) {
    var fact = BpmnFile.camunda(process.node(step), "resultVariable");
    var table = table(process, step);
    var reached = ModelProcess.reach(taken(process, step, fact, bars.word()), place -> {
      var at = ways.of(place);
      var on = ModelWays.step(place);
      return table(at, on).equals(table) || weighs(table(at, on), fact) ? Stream.of() : Stream.concat(taken(at, on, fact, bars.word()), called(at, on));
    });
    reached.stream().filter(place -> does(ways.of(place), ModelWays.step(place), bars, fact)).findFirst().ifPresent(place -> faults.accept(new PackFault(ways.of(place).file(), ModelWays.step(place),
        bars.what() + " where the table '" + table + "' has answered " + bars.word() + " (" + step + " of " + process.file() + ")", "a split between them that sends this answer another way")));
  }

  private boolean weighs(String table, String fact) {
    return Optional.ofNullable(pack.tables().get(table)).stream().flatMap(model -> model.inputs().stream()).anyMatch(column -> column.expression().equals(fact));
  }

  /** As the engine does: of conditions that hold, the first in the file counts. What other facts are is not known. */
  private static Stream<String> taken(ModelProcess process, String step, String fact, String value) {
    var to = Stream.<String>builder();
    var met = false;
    for (var flow : process.outgoing(step)) {
      var asked = flow.condition().filter(condition -> condition.fact().equals(fact));
      if (!met && asked.filter(condition -> !condition.constant().equals(value)).isEmpty() && !(flow.condition().isEmpty() && meets(process, step, fact, value))) {
        to.add(flow.to());
        met = asked.isPresent();
      }
    }
    return Stream.concat(to.build(), process.boundaries(step)).map(next -> ModelWays.place(process, next));
  }

  private static boolean meets(ModelProcess process, String step, String fact, String value) {
    return process.outgoing(step).stream().flatMap(flow -> flow.condition().stream()).anyMatch(condition -> condition.fact().equals(fact) && condition.constant().equals(value));
  }

  private Stream<String> called(ModelProcess process, String step) {
    return process.kind(step).equals("callActivity") ? Optional.ofNullable(processes.get(ModelFlows.called(process, step))).flatMap(called -> called.start().map(start -> ModelWays.place(called, start))).stream() : Stream.of();
  }

  /** By its call, or by a field of its form that is not hidden by the answer itself. */
  private boolean does(ModelProcess process, String step, Cell.Bars bars, String fact) {
    var calls = Set.of(bars.calls());
    if (process.callOf(step).filter(call -> calls.contains(call.name()) || calls.contains(call.name() + " " + call.literal(0).orElse(""))).isPresent()) {
      return true;
    }
    var form = process.kind(step).equals("userTask") ? pack.form(BpmnFile.camunda(process.node(step), "formRef")) : Optional.<FormDefinition>empty();
    return form.stream().flatMap(one -> one.fields().stream()).filter(field -> field.targets().stream().anyMatch(Set.of(bars.targets())::contains))
        .anyMatch(field -> field.hide().flatMap(FormCondition::names).filter(names -> names.contains(fact)).isEmpty());
  }
}
