package org.baton.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where a case can come to without passing any step that makes something known. */
final class ModelWithout {

  private final Map<String, ModelProcess> processes;
  private final ModelWays ways;
  private final Predicate<String> gives;
  private final Map<String, Boolean> passed = new HashMap<>();

  /** @param gives whether it is known from that place on */
  ModelWithout(Map<String, ModelProcess> processes, ModelWays ways, Predicate<String> gives) {
    this.processes = processes;
    this.ways = ways;
    this.gives = gives;
  }

  /** Those from there on, itself included; a step that makes it known is none of them. */
  Set<String> from(String place) {
    var reached = ModelProcess.reach(Stream.of(place), this::after);
    reached.removeIf(gives);
    return reached;
  }

  /** A process that is called comes back to where it was called from, and to no other place. */
  private Stream<String> after(String place) {
    var process = ways.of(place);
    var step = ModelWays.step(place);
    if (gives.test(place) || process.kind(step).equals("endEvent")) {
      return Stream.of();
    }
    return ways.after(place).filter(next -> !process.kind(step).equals("callActivity") || ways.of(next) != process || !alwaysPasses(ModelFlows.called(process, step)));
  }

  /** Whether every way through the process makes it known. */
  private boolean alwaysPasses(String called) {
    var known = passed.get(called);
    if (known == null) {
      var process = processes.get(called);
      // A way that leads back into the same process adds no way out of it.
      passed.put(called, true);
      known = from(ModelWays.place(process, process.start().orElseThrow())).stream().noneMatch(place -> ways.of(place) == process && process.kind(ModelWays.step(place)).equals("endEvent"));
      if (!known) {
        // What was found meanwhile went by an assumption that does not hold.
        passed.values().removeIf(assumed -> assumed);
      }
      passed.put(called, known);
    }
    return known;
  }
}
