package org.baton.protocol;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.protocol.ModelNeeds.Thing;
import org.w3c.dom.Element;

/**
 * Finds steps that need what no way before them brings about: a clock that counts from a sitting before any is planned, a letter with
 * minutes that nobody has written. Whoever comes there would stop with an error, or nobody would be told.
 */
final class ModelMoments {

  /** What goes on when the panel has decided knows all that came before. */
  private static final Set<String> DECIDED = Set.of("baton.panelDecided", "baton.decisionChanged");
  /** A sitting has its cases, which may have been before a panel already; it is about none by itself, and nobody has written its minutes yet. */
  private static final Set<Moment> NOT_AT_SITTING = EnumSet.of(Moment.MINUTES, Moment.CASE);

  private final Map<String, ModelProcess> processes;
  private final ModelWays ways;
  private final ModelSources pack;
  private final Consumer<PackFault> faults;
  private final ModelNeeds needs;
  private final Map<String, Set<Thing>> given = new HashMap<>();
  private final Set<Thing> everything = new HashSet<>();

  ModelMoments(Map<String, ModelProcess> processes, ModelWays ways, ModelSources pack, Consumer<PackFault> faults) {
    this.processes = processes;
    this.ways = ways;
    this.pack = pack;
    this.faults = faults;
    this.needs = new ModelNeeds(ways, pack);
    EnumSet.allOf(Moment.class).forEach(moment -> everything.add(Thing.of(moment)));
    pack.forms().values().forEach(form -> everything.addAll(days(form)));
  }

  private static Set<Thing> days(FormDefinition form) {
    return form.fields().stream().filter(field -> field.type().equals("datetime") && field.targets().contains("answer")).map(field -> Thing.day(field.key())).collect(Collectors.toSet());
  }

  void check() {
    processes.values().forEach(process -> process.nodes().forEach(step -> given.put(ModelWays.place(process, step), given(process, step))));
    processes.values().forEach(process -> process.start().filter(start -> begins(process, start)).ifPresent(start -> {
      var reached = ModelProcess.reach(Stream.of(ModelWays.place(process, start)), ways::after);
      var known = entry(process, process.node(start));
      everything.stream().filter(thing -> !known.contains(thing)).forEach(thing -> checkEveryWay(ModelWays.place(process, start), thing, checkFrom(reached, thing)));
    }));
  }

  /** Whether a case or a sitting can begin there, and not only what another process calls or begins. */
  private boolean begins(ModelProcess process, String start) {
    return PackVocabulary.BEGUN.contains(process.id()) || !BpmnFile.camunda(process.node(start), "formRef").isEmpty();
  }

  /**
   * Each door by itself: what is known of cases that came in by one says nothing of those that came in by another.
   *
   * @return the places that were found wanting
   */
  private Set<String> checkFrom(Set<String> reached, Thing thing) {
    var known = ModelProcess.reach(reached.stream().filter(place -> given.get(place).contains(thing)), ways::after);
    var wanting = reached.stream().filter(place -> !known.contains(place) && needs.of(place, thing).findAny().isPresent()).collect(Collectors.toSet());
    wanting.forEach(place -> fault(place, needs.of(place, thing).findFirst().orElseThrow().inWords() + " before " + thing.inWords() + " can be known", "a step after " + thing.from()));
    return wanting;
  }

  /** A step needs it whichever way led there. Whether a day was asked may go by an earlier split, which is not looked at here. */
  private void checkEveryWay(String start, Thing thing, Set<String> said) {
    if (thing.moment()) {
      new ModelWithout(processes, ways, place -> given.get(place).contains(thing)).from(start).stream().filter(place -> !said.contains(place)).forEach(place -> needs.of(place, thing).findFirst()
          .ifPresent(why -> fault(place, why.inWords() + " on a way on which " + thing.inWords() + " is not known",
              "a step after " + thing.from() + " on every way" + (why.letter() ? ", or in the letter a section {{#name}} ... {{/name}} around what may not be known" : ""))));
    }
  }

  private void fault(String place, String found, String expected) {
    faults.accept(new PackFault(ways.of(place).file(), ModelWays.step(place), found, expected));
  }

  private Set<Thing> given(ModelProcess process, String step) {
    if (DECIDED.stream().anyMatch(message -> ways.hears(ModelWays.place(process, step), message))) {
      var known = without(Set.of());
      known.addAll(askedAtSittings());
      return known;
    }
    var node = process.node(step);
    var moments = new HashSet<Thing>();
    if (Set.of("userTask", "startEvent").contains(process.kind(step))) {
      pack.form(BpmnFile.camunda(node, "formRef")).ifPresent(form -> form.each(field -> field.targets().stream().flatMap(target -> pack.vocabulary().forms().part(target).stream())
          .forEach(part -> part.gives().forEach(moment -> moments.add(Thing.of(moment))))));
    }
    moments.addAll(days(ModelWays.place(process, step)));
    ModelNeeds.calls(node).flatMap(call -> ways.declared(call).stream()).map(BeanContract.Call::declared).forEach(call -> {
      Stream.of(call.gives()).forEach(moment -> moments.add(Thing.of(moment)));
      if (call.each().equals(Fact.CASE_ID) || List.of(call.sets()).contains(Fact.CASE_ID)) {
        moments.add(Thing.of(Moment.CASE));
      }
    });
    return moments;
  }

  /** What can be known where a process begins: nothing of a case that its form opens, and anything of one that is there already. */
  private Set<Thing> entry(ModelProcess process, Element start) {
    if (process.id().equals(MessageCheck.PANEL_MEETING)) {
      var known = without(NOT_AT_SITTING);
      known.addAll(askedBeforeSittings());
      return known;
    }
    var form = pack.form(BpmnFile.camunda(start, "formRef"));
    var named = form.filter(one -> one.takes("case.reference")).isPresent();
    if (form.filter(one -> one.takes("family.children")).isPresent() && !named) {
      return Set.of(Thing.of(Moment.CASE));
    }
    var known = without(form.isPresent() && !named ? Set.of(Moment.CASE) : Set.of());
    pack.forms().values().forEach(one -> known.addAll(days(one)));
    return known;
  }

  private static Set<Thing> without(Set<Moment> unknown) {
    return EnumSet.allOf(Moment.class).stream().filter(moment -> !unknown.contains(moment)).map(Thing::of).collect(Collectors.toCollection(HashSet::new));
  }

  /** Days that are asked on a way that ends on an agenda. */
  private Set<Thing> askedBeforeSittings() {
    var listing = Thing.of(Moment.LISTING);
    return ways.places().stream().filter(place -> !days(place).isEmpty())
        .filter(place -> ModelProcess.reach(Stream.of(place), ways::after).stream().anyMatch(after -> given.get(after).contains(listing)))
        .flatMap(place -> days(place).stream()).collect(Collectors.toSet());
  }

  /** Days that a form of a sitting asks, or of what it calls. */
  private Set<Thing> askedAtSittings() {
    var called = ModelProcess.reach(Stream.of(MessageCheck.PANEL_MEETING).filter(processes::containsKey),
        id -> processes.get(id).ofKind("callActivity").map(call -> ModelFlows.called(processes.get(id), call)));
    return ways.places().stream().filter(place -> called.contains(ways.of(place).id())).flatMap(place -> days(place).stream()).collect(Collectors.toSet());
  }

  private Set<Thing> days(String place) {
    var node = ways.of(place).node(ModelWays.step(place));
    return Set.of("userTask", "startEvent").contains(node.getLocalName()) ? pack.form(BpmnFile.camunda(node, "formRef")).map(ModelMoments::days).orElse(Set.of()) : Set.of();
  }
}
