package org.baton.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds steps that bring about what the answer of a table bars: a service to which a panel would give a case though it has no quorum. */
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

  /** The ways of that answer, until the table is asked anew, into the processes that they call. */
  private void check(ModelProcess process, String step, Cell.Bars bars) {
    var fact = BpmnFile.camunda(process.node(step), "resultVariable");
    var table = table(process, step);
    var reached = ModelProcess.reach(taken(process, step, fact, bars.word()), place -> {
      var at = ways.of(place);
      var on = ModelWays.step(place);
      return table(at, on).equals(table) ? Stream.of() : Stream.concat(taken(at, on, fact, bars.word()), called(at, on));
    });
    reached.stream().filter(place -> gives(ways.of(place), ModelWays.step(place)).contains(bars.moment())).findFirst().ifPresent(place -> faults.accept(new PackFault(ways.of(place).file(), ModelWays.step(place),
        bars.moment().inWords() + " where the table '" + table + "' has answered " + bars.word() + " (" + step + " of " + process.file() + ")", "a split between them that sends this answer another way")));
  }

  private static Stream<String> taken(ModelProcess process, String step, String fact, String value) {
    var out = process.outgoing(step);
    var asks = out.stream().anyMatch(flow -> flow.condition().filter(condition -> condition.fact().equals(fact)).isPresent());
    var meets = out.stream().filter(flow -> flow.condition().filter(condition -> condition.fact().equals(fact) && condition.constant().equals(value)).isPresent()).toList();
    var flows = !asks ? out : !meets.isEmpty() ? meets : out.stream().filter(flow -> flow.condition().filter(condition -> condition.fact().equals(fact)).isEmpty()).toList();
    return Stream.concat(flows.stream().map(ModelProcess.Flow::to), process.boundaries(step)).map(to -> ModelWays.place(process, to));
  }

  private Stream<String> called(ModelProcess process, String step) {
    return process.kind(step).equals("callActivity") ? Optional.ofNullable(processes.get(ModelFlows.called(process, step))).flatMap(called -> called.start().map(start -> ModelWays.place(called, start))).stream() : Stream.of();
  }

  /** What the step brings about by its form or its call. */
  private List<Moment> gives(ModelProcess process, String step) {
    var asks = Set.of("userTask", "startEvent").contains(process.kind(step));
    var byForm = (asks ? pack.form(BpmnFile.camunda(process.node(step), "formRef")) : Optional.<FormDefinition>empty()).stream().flatMap(form -> form.fields().stream())
        .flatMap(field -> field.targets().stream()).flatMap(target -> pack.vocabulary().forms().part(target).stream()).flatMap(part -> part.gives().stream());
    var byCall = process.callOf(step).flatMap(ways::declared).stream().flatMap(call -> Stream.of(call.declared().gives()));
    return Stream.concat(byForm, byCall).toList();
  }
}
