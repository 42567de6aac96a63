package org.baton.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds splits and tables that ask a fact which no way to them sets, and facts that a called process sets and does not give back. A split
 * would stop with an error there, and a table would go by nothing.
 */
final class ModelFacts {

  private final Map<String, ModelProcess> processes;
  private final ModelWays ways;
  private final FactValues values;
  private final ModelSources pack;
  private final Consumer<PackFault> faults;
  private final Map<String, Set<String>> asked = new HashMap<>();
  private final Map<String, Set<String>> set = new HashMap<>();

  ModelFacts(Map<String, ModelProcess> processes, ModelWays ways, FactValues values, ModelSources pack, Consumer<PackFault> faults) {
    this.processes = processes;
    this.ways = ways;
    this.values = values;
    this.pack = pack;
    this.faults = faults;
  }

  void check() {
    processes.values().forEach(process -> process.nodes().forEach(step -> {
      asked.put(ModelWays.place(process, step), asked(process, step));
      set.put(ModelWays.place(process, step), values.setBy(process, step));
    }));
    var facts = new TreeSet<String>();
    asked.values().forEach(facts::addAll);
    facts.removeAll(Fact.all());
    facts.forEach(this::checkKnown);
    processes.values().forEach(process -> process.ofKind("callActivity").forEach(call -> checkGivenBack(process, call)));
  }

  private Set<String> asked(ModelProcess process, String step) {
    return switch (process.kind(step)) {
      case "exclusiveGateway" -> process.outgoing(step).stream().flatMap(flow -> flow.condition().stream()).map(ModelProcess.Comparison::fact).collect(Collectors.toSet());
      case "businessRuleTask" -> Optional.ofNullable(pack.tables().get(BpmnFile.camunda(process.node(step), "decisionRef"))).stream()
          .flatMap(table -> table.inputs().stream()).map(TableModel.Column::expression).collect(Collectors.toSet());
      default -> Set.of();
    };
  }

  /** On some way: a table may well say what it answers where something was not asked. */
  private void checkKnown(String fact) {
    var known = ModelProcess.reach(set.keySet().stream().filter(place -> set.get(place).contains(fact)), place -> after(place, fact));
    asked.forEach((place, facts) -> {
      if (facts.contains(fact) && !known.contains(place)) {
        faults.accept(new PackFault(ways.of(place).file(), ModelWays.step(place), "the fact '" + fact + "', which no way to this step sets", "a form, a table or a call before it that sets it"
            + "; of a process that is called, with <camunda:out source=\"" + fact + "\" target=\"" + fact + "\" />"));
      }
    });
  }

  /** A process that is called knows all facts; what it sets is known afterwards as far as it gives it back. What is begun anew knows none. */
  private Stream<String> after(String place, String fact) {
    var process = ways.of(place);
    var step = ModelWays.step(place);
    var within = ways.after(place).filter(next -> ways.of(next) == process);
    if (process.kind(step).equals("callActivity")) {
      return ways.after(place);
    }
    if (process.kind(step).equals("endEvent")) {
      return ways.after(place).filter(next -> ways.of(next) != process && calls(ways.of(next), process.id()).anyMatch(call -> givenBack(ways.of(next), call).contains(fact)));
    }
    return Stream.concat(within, process.callOf(step).filter(call -> call.name().equals("cases.beginAt")).stream().flatMap(call -> ways.after(place).filter(next -> ways.of(next) != process)));
  }

  private static Stream<String> calls(ModelProcess caller, String called) {
    return caller.ofKind("callActivity").filter(call -> ModelFlows.called(caller, call).equals(called));
  }

  private static Set<String> givenBack(ModelProcess caller, String call) {
    return BpmnFile.extensions(caller.node(call), "out").stream().map(out -> out.getAttribute("source")).collect(Collectors.toSet());
  }

  /** What the called process sets, and the caller asks afterwards before it is set once more. */
  private void checkGivenBack(ModelProcess process, String call) {
    var sets = sets(ModelFlows.called(process, call), new HashSet<>());
    sets.removeIf(fact -> Fact.all().contains(fact) && !fact.equals(Fact.PANEL_OUTCOME));
    sets.removeAll(givenBack(process, call));
    sets.forEach(fact -> ModelProcess.reach(process.next(call), step -> values.setBy(process, step).contains(fact) ? Stream.of() : process.next(step)).stream()
        .filter(step -> asked(process, step).contains(fact)).findFirst().ifPresent(step -> faults.accept(new PackFault(process.file(), call,
            "the fact '" + fact + "', which the called process sets and '" + step + "' asks afterwards, is not given back", "<camunda:out source=\"" + fact + "\" target=\"" + fact + "\" />"))));
  }

  private Set<String> sets(String called, Set<String> seen) {
    var facts = new TreeSet<String>();
    if (seen.add(called)) {
      var process = processes.get(called);
      process.nodes().forEach(step -> facts.addAll(values.setBy(process, step)));
      process.ofKind("callActivity").forEach(call -> facts.addAll(givenBack(process, call)));
    }
    return facts;
  }
}
