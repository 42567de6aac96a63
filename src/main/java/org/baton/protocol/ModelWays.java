package org.baton.protocol;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where what is known at a step is known too, over all processes of a pack; each place as {@code process step}. */
final class ModelWays {

  private final Map<String, ModelProcess> processes;
  private final Map<String, Set<String>> listeners;
  private final ModelSources pack;
  private final Map<String, Set<String>> next = new HashMap<>();

  /** @param listeners names of messages to the steps that wait for them */
  ModelWays(Map<String, ModelProcess> processes, Map<String, Set<String>> listeners, ModelSources pack) {
    this.processes = processes;
    this.listeners = listeners;
    this.pack = pack;
    processes.values().forEach(process -> process.nodes().forEach(step -> next.put(place(process, step), following(process, step))));
  }

  Stream<String> after(String place) {
    return next.getOrDefault(place, Set.of()).stream();
  }

  Set<String> places() {
    return next.keySet();
  }

  ModelProcess of(String place) {
    return processes.get(place.split(" ")[0]);
  }

  static String step(String place) {
    return place.split(" ")[1];
  }

  static String place(ModelProcess process, String step) {
    return process.id() + " " + step;
  }

  boolean hears(String place, String message) {
    return listeners.getOrDefault(message, Set.of()).contains(place);
  }

  /** Ways on, what it calls, begins or tells, and what interrupts the process. */
  private Set<String> following(ModelProcess process, String step) {
    var after = new LinkedHashSet<String>();
    Stream.concat(process.next(step), process.eventStarts()).forEach(to -> after.add(place(process, to)));
    if (process.kind(step).equals("callActivity")) {
      var called = processes.get(ModelFlows.called(process, step));
      called.start().ifPresent(start -> after.add(place(called, start)));
    }
    if (process.kind(step).equals("endEvent")) {
      processes.values().forEach(caller -> caller.ofKind("callActivity").filter(call -> ModelFlows.called(caller, call).equals(process.id()))
          .forEach(call -> Stream.concat(caller.next(call), caller.eventStarts()).forEach(to -> after.add(place(caller, to)))));
    }
    process.callOf(step).ifPresent(call -> {
      ModelFlows.messages(call).forEach(message -> after.addAll(listeners.getOrDefault(message, Set.of())));
      declared(call).ifPresent(form -> begun(call, form, after));
    });
    return after;
  }

  private void begun(ModelProcess.Call call, BeanContract.Call form, Set<String> after) {
    for (var at = 0; at < form.literals().size(); at++) {
      if (form.literals().get(at).names().value() == Names.What.PROCESS) {
        var element = call.literal(at + 1).filter(any -> form.literals().get(form.literals().size() - 1).names().value() == Names.What.ELEMENT);
        Optional.ofNullable(processes.get(call.literal(at).orElse(""))).ifPresent(other -> element.or(other::start).ifPresent(entry -> after.add(place(other, entry))));
      }
    }
  }

  /** What Baton declares of a call. */
  Optional<BeanContract.Call> declared(ModelProcess.Call call) {
    return pack.vocabulary().beans().forms(call.bean(), call.method()).filter(form -> form.literals().size() == call.literals().size()).findFirst();
  }
}
