package org.baton.protocol;

import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds answers that lead straight back to a task which asks because no way was known: whoever gives one is asked again, and the case never
 * goes on. A task that is come to in another way too may be done again and again, such as a report.
 */
final class ModelReturns {

  private final ModelProcess process;
  private final FactValues values;
  private final Consumer<PackFault> faults;

  ModelReturns(ModelProcess process, FactValues values, Consumer<PackFault> faults) {
    this.process = process;
    this.values = values;
    this.faults = faults;
  }

  void check() {
    process.ofKind("userTask").filter(this::asksWhatToDo).forEach(task -> values.chosenAt(process, task).forEach((fact, answers) -> answers.stream().filter(answer -> returns(task, fact, answer))
        .forEach(answer -> faults.accept(new PackFault(process.file(), task, "the answer '" + answer + "' to '" + fact + "', for which no split on the way has a way of its own, so that it leads back here",
            "a condition ${" + fact + " == '" + answer + "'}, or a form that does not offer it")))));
  }

  /** Whether every way to it is the default of a split. */
  private boolean asksWhatToDo(String task) {
    return process.flows().stream().filter(flow -> flow.to().equals(task)).allMatch(flow -> process.kind(flow.from()).equals("exclusiveGateway") && process.outgoing(flow.from()).size() > 1 && flow.condition().isEmpty());
  }

  /** Whether the way from a task comes back to it with nothing done, by splits on that fact alone. */
  private boolean returns(String task, String fact, String answer) {
    var seen = new HashSet<String>();
    var at = only(task);
    while (at.isPresent() && seen.add(at.get()) && !at.get().equals(task)) {
      at = process.kind(at.get()).equals("exclusiveGateway") ? taken(at.get(), fact, answer) : Optional.empty();
    }
    return at.filter(task::equals).isPresent();
  }

  private Optional<String> only(String step) {
    return process.outgoing(step).size() == 1 ? Optional.of(process.outgoing(step).get(0).to()) : Optional.empty();
  }

  /** Empty if another fact has its say. */
  private Optional<String> taken(String split, String fact, String answer) {
    var ways = process.outgoing(split);
    if (ways.stream().flatMap(way -> way.condition().stream()).anyMatch(condition -> !condition.fact().equals(fact))) {
      return Optional.empty();
    }
    return ways.stream().filter(way -> way.condition().filter(condition -> condition.constant().equals(answer)).isPresent()).findFirst()
        .or(() -> ways.stream().filter(way -> way.condition().isEmpty()).findFirst()).map(ModelProcess.Flow::to);
  }
}
