package org.baton.protocol;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Follows every way that a case can take, with what is known of its facts on that way, and refuses ways that lose it: an end that leaves
 * the case open, and a default flow that closes a case or passes it on for a value that nobody decided on.
 */
final class ModelEnds {

  /** More ways than any model of people has; a model built to have more must not hold the check up. */
  private static final int MOST_WAYS = 100_000;
  private static final Set<String> FINISHES = Set.of("cases.close", "cases.begin", "cases.beginAt");
  /** What is done to a case because of a decision. */
  private static final Set<String> DECIDED = Set.of("cases.close", "cases.stage", "cases.stageSince");
  private static final Set<String> WHATEVER_CASE = Set.of("case.route");
  /** Stands for every value that a fact is not known to have, and for none. */
  private static final String OTHER = "";

  /**
   * A token somewhere in a process.
   *
   * @param known the values that a fact can have on this way; facts that are not named can have any
   * @param finished whether the case was closed, or goes on in another process
   */
  private record State(String step, Map<String, Set<String>> known, boolean finished) {}

  /** @param taken the gateway whose default flow an unknown value took; empty while it has taken none */
  private record Walk(String step, String taken) {}

  private final Map<String, ModelProcess> processes;
  private final ModelSources pack;
  private final FactValues values;
  private final Consumer<PackFault> faults;
  private final Map<String, Set<State>> exits = new HashMap<>();
  private final Map<String, Set<String>> valuesOf = new HashMap<>();
  private int ways;

  ModelEnds(Map<String, ModelProcess> processes, ModelSources pack, FactValues values, Consumer<PackFault> faults) {
    this.processes = processes;
    this.pack = pack;
    this.values = values;
    this.faults = faults;
  }

  void check() {
    processes.values().stream().filter(this::carriesCase).forEach(this::checkEnds);
    var called = processes.values().stream().flatMap(process -> process.ofKind("callActivity").map(step -> ModelFlows.called(process, step))).collect(Collectors.toSet());
    var facts = processes.values().stream().flatMap(process -> process.flows().stream()).flatMap(flow -> flow.condition().stream())
        .map(ModelProcess.Comparison::fact).collect(Collectors.toCollection(TreeSet::new));
    var reported = new LinkedHashSet<PackFault>();
    for (var fact : facts) {
      processes.values().stream().filter(process -> !called.contains(process.id())).forEach(process ->
          Stream.concat(process.start().stream(), process.eventStarts()).forEach(start -> walk(process, new Walk(start, ""), fact, reported)));
    }
    reported.forEach(faults);
    if (ways > MOST_WAYS) {
      faults.accept(new PackFault("referral.bpmn", "referral", "more than " + MOST_WAYS + " ways through the models", "fewer splits, so that every way can be followed"));
    }
  }

  /** Whether nothing else goes on with the case when the process ends: a main run, or one whose start form opens a case. */
  private boolean carriesCase(ModelProcess process) {
    return process.main() || process.start().flatMap(start -> pack.form(BpmnFile.camunda(process.node(start), "formRef")))
        .filter(form -> WHATEVER_CASE.stream().anyMatch(form::takes)).isPresent();
  }

  private void checkEnds(ModelProcess process) {
    var starts = Stream.concat(process.start().stream(), process.eventStarts().filter(process::interrupts));
    starts.flatMap(start -> ends(process, start, Map.of()).stream()).filter(end -> !end.finished()).map(State::step).distinct()
        .forEach(end -> faults.accept(new PackFault(process.file(), end, "an end to which a way leads that leaves the case open, with nothing going on for it",
            "a step on every way there that closes the case or begins its next process")));
  }

  /** The ends that can be reached from there. */
  private Set<State> ends(ModelProcess process, String start, Map<String, Set<String>> known) {
    var ends = new LinkedHashSet<State>();
    var seen = new HashSet<State>();
    var open = new ArrayDeque<State>();
    open.push(new State(start, known, false));
    while (!open.isEmpty() && ways <= MOST_WAYS) {
      var state = open.pop();
      if (!seen.add(state)) {
        continue;
      }
      ways++;
      if (process.kind(state.step()).equals("endEvent")) {
        ends.add(state);
      }
      process.boundaries(state.step()).filter(event -> !process.node(event).getAttribute("cancelActivity").equals("false"))
          .forEach(event -> open.push(new State(event, state.known(), state.finished())));
      after(process, state).forEach(done -> ways(process, done).forEach(open::push));
    }
    return ends;
  }

  /** What is known once the step is done: of a call, for each of its ends. */
  private Stream<State> after(ModelProcess process, State state) {
    var step = state.step();
    if (process.kind(step).equals("callActivity")) {
      return exits(processes.get(ModelFlows.called(process, step)), state.known()).stream().map(exit -> new State(step, returned(process.node(step), state.known(), exit.known()), state.finished() || exit.finished()));
    }
    var known = without(state.known(), values.setBy(process, step));
    known.putAll(values.chosenAt(process, step));
    var call = process.callOf(step).map(ModelProcess.Call::name).orElse("");
    return Stream.of(new State(step, known, state.finished() || FINISHES.contains(call)));
  }

  private Set<State> exits(ModelProcess process, Map<String, Set<String>> known) {
    var key = process.id() + " " + known;
    var before = exits.get(key);
    if (before == null) {
      before = ends(process, process.start().orElseThrow(), known).stream().map(end -> new State("", end.known(), end.finished())).collect(Collectors.toSet());
      exits.put(key, before);
    }
    return before;
  }

  /** A called process has its own facts; those that are given back replace the caller's. */
  private static Map<String, Set<String>> returned(Element call, Map<String, Set<String>> known, Map<String, Set<String>> after) {
    var all = new TreeMap<>(known);
    BpmnFile.extensions(call, "out").forEach(out -> {
      var fact = out.getAttribute("target");
      if (after.containsKey(fact)) {
        all.put(fact, after.get(fact));
      } else {
        all.remove(fact);
      }
    });
    return all;
  }

  /** The ways on whose conditions can hold by what is known. */
  private Stream<State> ways(ModelProcess process, State done) {
    var flows = process.outgoing(done.step());
    var left = new TreeMap<>(done.known());
    flows.stream().flatMap(flow -> flow.condition().stream()).forEach(condition -> {
      var others = new TreeSet<>(possible(left, condition.fact()));
      others.remove(condition.constant());
      left.put(condition.fact(), others);
    });
    return flows.stream().flatMap(flow -> flow.condition().map(condition -> possible(done.known(), condition.fact()).contains(condition.constant())
            ? Stream.of(new State(flow.to(), with(done.known(), condition.fact(), Set.of(condition.constant())), done.finished())) : Stream.<State>of())
        .orElseGet(() -> left.values().stream().anyMatch(Set::isEmpty) ? Stream.of() : Stream.of(new State(flow.to(), left, done.finished()))));
  }

  private Set<String> possible(Map<String, Set<String>> known, String fact) {
    return known.getOrDefault(fact, valuesOf.computeIfAbsent(fact, any -> {
      var all = new TreeSet<>(values.of(fact));
      all.add(OTHER);
      return all;
    }));
  }

  private static Map<String, Set<String>> with(Map<String, Set<String>> known, String fact, Set<String> possible) {
    var all = new TreeMap<>(known);
    all.put(fact, possible);
    return all;
  }

  private static Map<String, Set<String>> without(Map<String, Set<String>> known, Set<String> facts) {
    var all = new TreeMap<>(known);
    all.keySet().removeAll(facts);
    return all;
  }

  /**
   * Follows a value of the fact that no condition knows, until a person comes to it.
   *
   * @return the default flows taken, of the tokens that come to an end of the process
   */
  private Set<String> walk(ModelProcess process, Walk from, String fact, Set<PackFault> reported) {
    var ends = new TreeSet<String>();
    var seen = new HashSet<Walk>();
    var arrived = new HashMap<String, Map<String, Set<String>>>();
    var open = new ArrayDeque<Walk>();
    open.push(from);
    while (!open.isEmpty()) {
      var at = open.pop();
      if (!seen.add(at)) {
        continue;
      }
      if (!at.taken().isEmpty() && decidedAt(process, at.step(), fact)) {
        continue;
      }
      process.callOf(at.step()).filter(call -> DECIDED.contains(call.name()) && !at.taken().isEmpty()).ifPresent(call -> reported.add(closes(at.taken(), fact, call)));
      if (process.kind(at.step()).equals("endEvent")) {
        ends.add(at.taken());
      }
      var taken = process.kind(at.step()).equals("callActivity") ? called(process, at, fact, reported) : Set.of(at.taken());
      taken.forEach(way -> unknownWays(process, new Walk(at.step(), way), fact).flatMap(next -> joined(process, at.step(), next, arrived)).forEach(open::push));
    }
    return ends;
  }

  /** Behind a step at which ways meet that run beside one another, there is nobody before all of them have come there. */
  private static Stream<Walk> joined(ModelProcess process, String from, Walk next, Map<String, Map<String, Set<String>>> arrived) {
    if (!process.kind(next.step()).equals("parallelGateway")) {
      return Stream.of(next);
    }
    var come = arrived.computeIfAbsent(next.step(), join -> new HashMap<>());
    come.computeIfAbsent(from, way -> new TreeSet<>()).add(next.taken());
    var ways = process.flows().stream().filter(flow -> flow.to().equals(next.step())).map(ModelProcess.Flow::from).collect(Collectors.toSet());
    return come.keySet().containsAll(ways) ? come.values().stream().flatMap(Set::stream).distinct().map(taken -> new Walk(next.step(), taken)) : Stream.of();
  }

  /** A person comes to it there, the panel sends its decision, or the fact gets another value. */
  private boolean decidedAt(ModelProcess process, String step, String fact) {
    return process.kind(step).equals("userTask") || process.messageRef(step).isPresent() || values.setBy(process, step).contains(fact);
  }

  private Set<String> called(ModelProcess process, Walk at, String fact, Set<PackFault> reported) {
    var other = processes.get(ModelFlows.called(process, at.step()));
    return walk(other, new Walk(other.start().orElseThrow(), at.taken()), fact, reported);
  }

  private Stream<Walk> unknownWays(ModelProcess process, Walk at, String fact) {
    var flows = process.outgoing(at.step());
    var asked = flows.stream().flatMap(flow -> flow.condition().stream()).filter(condition -> condition.fact().equals(fact)).map(ModelProcess.Comparison::constant).collect(Collectors.toSet());
    var onward = Stream.concat(flows.stream().filter(flow -> flow.condition().isEmpty() || !flow.condition().get().fact().equals(fact)).map(ModelProcess.Flow::to), process.boundaries(at.step()));
    if (asked.isEmpty()) {
      return onward.map(to -> new Walk(to, at.taken()));
    }
    // One value left is the one that the default flow stands for; more of them, and nobody has said what it stands for.
    var left = new TreeSet<>(values.of(fact));
    left.removeAll(asked);
    return left.size() < 2 && !values.isNumber(fact) ? Stream.of() : onward.map(to -> new Walk(to, at.taken().isEmpty() ? process.file() + " " + at.step() : at.taken()));
  }

  private static PackFault closes(String gateway, String fact, ModelProcess.Call call) {
    var place = gateway.split(" ");
    return new PackFault(place[0], place[1], "a default flow by which " + call.name() + "(" + call.literal(0).orElse("") + ") is reached for any other value of '" + fact + "'",
        "a user task on the way of a value that no condition knows, so that no case goes where nobody decided");
  }
}
