package org.baton.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds ways that go on beside one another and meet without waiting for one another: all that comes after would be done once for each
 * of them, and a case would be heard, told or closed twice.
 */
final class ModelForks {

  private final ModelProcess process;
  private final Consumer<PackFault> faults;

  ModelForks(ModelProcess process, Consumer<PackFault> faults) {
    this.process = process;
    this.faults = faults;
  }

  void check() {
    process.ofKind("parallelGateway").filter(fork -> process.outgoing(fork).size() > 1)
        .forEach(fork -> check(fork, process.outgoing(fork).stream().map(ModelProcess.Flow::to).toList()));
    process.nodes().forEach(step -> process.boundaries(step).filter(timer -> process.node(timer).getAttribute("cancelActivity").equals("false"))
        .forEach(timer -> check(timer, Stream.concat(process.outgoing(timer).stream(), process.outgoing(step).stream()).map(ModelProcess.Flow::to).toList())));
  }

  /** @param ways where each of the ways begins that go on beside one another */
  private void check(String fork, List<String> ways) {
    var passed = new LinkedHashSet<String>();
    for (var way : ways) {
      var reached = alone(way);
      reached.stream().filter(step -> !process.kind(step).equals("endEvent")).filter(passed::contains).findFirst().ifPresent(step -> faults.accept(new PackFault(process.file(), step,
          "ways from '" + fork + "' that meet here, so that what follows is done once for each", "a parallel gateway where they meet, or an end of its own for each")));
      passed.addAll(reached);
    }
  }

  /** The steps of one way, and what comes after ways of its own have joined again. */
  private Set<String> alone(String way) {
    var reached = new LinkedHashSet<String>();
    var before = -1;
    while (before < reached.size()) {
      before = reached.size();
      reached.addAll(ModelProcess.reach(Stream.of(way), step -> process.next(step).filter(next -> !waits(next, reached))));
    }
    return reached;
  }

  /** Whether the step waits for a way that is not among those. */
  private boolean waits(String step, Set<String> reached) {
    return process.kind(step).equals("parallelGateway") && process.flows().stream().filter(flow -> flow.to().equals(step)).anyMatch(flow -> !reached.contains(flow.from()))
        && process.flows().stream().filter(flow -> flow.to().equals(step)).count() > 1;
  }
}
