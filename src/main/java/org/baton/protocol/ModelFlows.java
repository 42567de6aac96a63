package org.baton.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what begins can also end: every step is reached and goes on, no loop runs without a person, a timer or a message in it, and no
 * process calls or begins itself for ever. A job that loops takes the server down for every authority.
 */
final class ModelFlows {

  /** A process that a person can still read; also what keeps this check short. */
  private static final int MOST_STEPS = 150;
  private static final Set<String> WAITS = Set.of("userTask", "intermediateCatchEvent", "boundaryEvent");
  /** The cases of a sitting come to an end: each of these takes the present one off its list. */
  private static final Set<String> SETTLES = Set.of("panel.carryOver", "panel.carryOverWithoutConsent", "panel.carryOverNotReached", "panel.takeOffWithoutConsent", "panel.decideByVote", "panel.decideWithout", "panel.decideAs");
  private static final String NEXT_ITEM = "panel.nextItem";
  private static final Set<String> BEGINS = Set.of("cases.begin", "cases.beginAt", "panel.beginForNotes", "panel.beginForActions");

  private final Map<String, ModelProcess> processes;
  private final Map<String, Set<String>> listeners;
  private final Consumer<PackFault> faults;
  private final Map<String, Boolean> passes = new HashMap<>();

  /** @param listeners names of messages to the steps that wait for them, as {@code process step} */
  ModelFlows(Map<String, ModelProcess> processes, Map<String, Set<String>> listeners, Consumer<PackFault> faults) {
    this.processes = processes;
    this.listeners = listeners;
    this.faults = faults;
  }

  /** @return whether the graph of all processes is sound, so that further checks can follow its ways */
  boolean check() {
    var sound = new HashSet<Boolean>();
    Consumer<PackFault> counting = fault -> {
      sound.add(false);
      faults.accept(fault);
    };
    processes.values().forEach(process -> checkSteps(process, counting));
    if (sound.isEmpty()) {
      processes.values().forEach(process -> checkCalls(process, counting));
    }
    if (sound.isEmpty()) {
      processes.values().forEach(process -> checkLoops(process, counting));
      checkBeginnings(counting);
    }
    return sound.isEmpty();
  }

  private void checkSteps(ModelProcess process, Consumer<PackFault> found) {
    if (process.nodes().size() > MOST_STEPS) {
      found.accept(fault(process, process.id(), process.nodes().size() + " steps", "at most " + MOST_STEPS + ": a part of it as a process of its own"));
      return;
    }
    if (process.start().isEmpty()) {
      found.accept(fault(process, process.id(), "no start event", "one, at which the process begins"));
      return;
    }
    process.flows().stream().filter(flow -> !process.has(flow.from()) || !process.has(flow.to()))
        .forEach(flow -> found.accept(fault(process, flow.id(), "a flow from '" + flow.from() + "' to '" + flow.to() + "'", "steps of this process at both ends")));
    var reached = ModelProcess.reach(Stream.concat(process.start().stream(), process.eventStarts()), process::next);
    process.nodes().stream().filter(step -> !reached.contains(step))
        .forEach(step -> found.accept(fault(process, step, "a step that no flow leads to", "a way from the start to every step")));
    for (var step : process.nodes()) {
      checkWays(process, step, found);
    }
  }

  private static void checkWays(ModelProcess process, String step, Consumer<PackFault> found) {
    var ways = process.outgoing(step);
    var kind = process.kind(step);
    if (kind.equals("endEvent") != ways.isEmpty()) {
      found.accept(fault(process, step, ways.isEmpty() ? "no way on" : "a way on from an end", "a flow to the next step, and an end event where the process ends"));
    }
    if (ways.size() > 1 && !kind.endsWith("Gateway")) {
      found.accept(fault(process, step, ways.size() + " ways on", "one; a gateway where ways part"));
    }
    if (kind.equals("exclusiveGateway") && ways.size() > 1) {
      var byDefault = process.node(step).getAttribute("default");
      ways.stream().filter(flow -> flow.id().equals(byDefault) == flow.condition().isPresent())
          .forEach(flow -> found.accept(fault(process, flow.id(), flow.condition().isPresent() ? "a condition on the default flow" : "no condition", "a condition on every way but the default flow")));
    } else {
      ways.stream().filter(flow -> flow.condition().isPresent())
          .forEach(flow -> found.accept(fault(process, flow.id(), "a condition", "conditions on the ways that part at an exclusive gateway alone")));
    }
  }

  private void checkCalls(ModelProcess process, Consumer<PackFault> found) {
    var called = ModelProcess.reach(calls(process.id()), this::calls);
    if (called.contains(process.id())) {
      process.ofKind("callActivity").filter(step -> ModelProcess.reach(Stream.of(called(process, step)), this::calls).contains(process.id()))
          .forEach(step -> found.accept(fault(process, step, "a call by which '" + process.id() + "' calls itself", "no call back, directly or by others: it would never end")));
    }
  }

  private Stream<String> calls(String id) {
    var process = processes.get(id);
    return process.ofKind("callActivity").map(step -> called(process, step));
  }

  static String called(ModelProcess process, String step) {
    return process.node(step).getAttribute("calledElement");
  }

  private void checkLoops(ModelProcess process, Consumer<PackFault> found) {
    Predicate<String> idle = step -> isIdle(process, step);
    Predicate<String> endless = step -> idle.test(step) && !isCall(process, step, Set.of(NEXT_ITEM));
    Predicate<String> unsettled = step -> idle.test(step) && !settles(process, step);
    var loop = process.loop(endless).isEmpty() ? process.loop(unsettled) : process.loop(endless);
    if (!loop.isEmpty()) {
      found.accept(fault(process, loop.iterator().next(), "a loop of " + loop, "a person, a timer or a message in every loop"));
    }
  }

  /** Whether a token can pass the step in one go, without anybody or anything that it waits for. */
  private boolean isIdle(ModelProcess process, String step) {
    return !WAITS.contains(process.kind(step)) && (!process.kind(step).equals("callActivity") || passesIdly(called(process, step)));
  }

  private boolean passesIdly(String id) {
    return passes.computeIfAbsent(id, any -> {
      var process = processes.get(id);
      return passes(process, step -> isIdle(process, step));
    });
  }

  private boolean settles(ModelProcess process, String step) {
    if (process.kind(step).equals("callActivity")) {
      var other = processes.get(called(process, step));
      return !passes(other, inner -> isIdle(other, inner) && !settles(other, inner));
    }
    return isCall(process, step, SETTLES);
  }

  private static boolean passes(ModelProcess process, Predicate<String> through) {
    return ModelProcess.reach(process.start().stream(), step -> process.next(step).filter(through)).stream().anyMatch(step -> process.kind(step).equals("endEvent"));
  }

  private static boolean isCall(ModelProcess process, String step, Set<String> calls) {
    return process.callOf(step).filter(call -> calls.contains(call.name())).isPresent();
  }

  /** A process may begin itself anew, but not in the same breath. */
  private void checkBeginnings(Consumer<PackFault> found) {
    for (var process : processes.values()) {
      for (var step : process.nodes()) {
        if (process.callOf(step).filter(call -> !entries(call).toList().isEmpty()).isPresent()
            && ModelProcess.reach(process.callOf(step).stream().flatMap(this::entries), this::begunFrom).stream().anyMatch(entry -> reaches(entry, process, step))) {
          found.accept(fault(process, step, "a step by which '" + process.id() + "' begins itself at once", "a person, a timer or a message before it begins anew"));
        }
      }
    }
  }

  private boolean reaches(String entry, ModelProcess process, String step) {
    var parts = entry.split(" ");
    return parts[0].equals(process.id()) && idlyFrom(process, parts[1]).contains(step);
  }

  /** Where processes begin, or go on, in the same breath in which one enters there; each as {@code process step}. */
  private Stream<String> begunFrom(String entry) {
    var process = processes.get(entry.split(" ")[0]);
    return idlyFrom(process, entry.split(" ")[1]).stream().flatMap(step -> process.kind(step).equals("callActivity")
        ? processes.get(called(process, step)).start().stream().map(start -> called(process, step) + " " + start)
        : process.callOf(step).stream().flatMap(this::entries));
  }

  /** The steps that a token entering there comes to at once, calls that wait among them, though not what comes after those. */
  private Set<String> idlyFrom(ModelProcess process, String entry) {
    var reached = new LinkedHashSet<String>();
    var passed = ModelProcess.reach(Stream.of(entry), step -> step.equals(entry) && !process.kind(step).equals("callActivity") || isIdle(process, step) ? process.next(step) : Stream.of());
    reached.addAll(passed.stream().filter(step -> step.equals(entry) || !WAITS.contains(process.kind(step))).collect(Collectors.toSet()));
    return reached;
  }

  private Stream<String> entries(ModelProcess.Call call) {
    if (BEGINS.contains(call.name())) {
      var begun = processes.get(call.literal(0).orElse(""));
      return begun == null ? Stream.of() : Stream.of(begun.id() + " " + (call.name().equals("cases.beginAt") ? call.literal(1).orElse("") : begun.start().orElse("")));
    }
    return messages(call).stream().flatMap(message -> listeners.getOrDefault(message, Set.of()).stream());
  }

  /** The messages that a call sends. */
  static Set<String> messages(ModelProcess.Call call) {
    var sent = new TreeSet<String>();
    if (call.name().equals("cases.tell")) {
      call.literal(0).ifPresent(sent::add);
    }
    PackVocabulary.MESSAGES.forEach((message, by) -> {
      if (by.equals(call.name())) {
        sent.add(message);
      }
    });
    return sent;
  }

  private static PackFault fault(ModelProcess process, String step, String found, String expected) {
    return new PackFault(process.file(), step, found, expected);
  }
}
