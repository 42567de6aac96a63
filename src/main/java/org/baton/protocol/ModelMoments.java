package org.baton.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Finds steps that need what no way before them brings about: a clock that counts from a sitting before any is planned, a letter with
 * minutes that nobody has written. Whoever comes there would stop with an error, or nobody would be told.
 */
final class ModelMoments {

  /** What goes on when the panel has decided knows all that came before. */
  private static final String DECIDED = "baton.panelDecided";
  /** By what a role is held for. */
  private static final Map<String, Moment> OF_SCOPE = Map.of("FORUM", Moment.PANEL, "SERVICE", Moment.ALLOCATION);
  /** A sitting has its cases, which may have been before a panel already; it is about none by itself, and nobody has written its minutes yet. */
  private static final Set<Moment> NOT_AT_SITTING = EnumSet.of(Moment.MINUTES, Moment.CASE);

  private final Map<String, ModelProcess> processes;
  private final ModelWays ways;
  private final ModelSources pack;
  private final Consumer<PackFault> faults;
  private final Map<String, Set<Thing>> given = new HashMap<>();
  private final Set<Thing> everything = new HashSet<>();

  ModelMoments(Map<String, ModelProcess> processes, ModelWays ways, ModelSources pack, Consumer<PackFault> faults) {
    this.processes = processes;
    this.ways = ways;
    this.pack = pack;
    this.faults = faults;
    EnumSet.allOf(Moment.class).forEach(moment -> everything.add(Thing.of(moment)));
    pack.forms().values().forEach(form -> everything.addAll(days(form)));
  }

  /**
   * What a step can need.
   *
   * @param from what it is known from
   * @param moment whether Baton knows it once something has happened, whatever was answered
   */
  private record Thing(String inWords, String from, boolean moment) {

    static Thing of(Moment moment) {
      return new Thing(moment.inWords(), moment.from(), true);
    }

    static Thing day(String key) {
      return new Thing("the day '" + key + "'", "the form that asks for it", false);
    }
  }

  private static Set<Thing> days(FormDefinition form) {
    return form.fields().stream().filter(field -> field.type().equals("datetime") && field.targets().contains("answer")).map(field -> Thing.day(field.key())).collect(Collectors.toSet());
  }

  void check() {
    processes.values().forEach(process -> process.nodes().forEach(step -> given.put(ModelWays.place(process, step), given(process, step))));
    processes.values().forEach(process -> process.start().filter(start -> begins(process, start)).ifPresent(start -> {
      var reached = ModelProcess.reach(Stream.of(ModelWays.place(process, start)), ways::after);
      var known = entry(process, process.node(start));
      everything.stream().filter(thing -> !known.contains(thing)).forEach(thing -> {
        checkFrom(reached, thing);
        checkEveryWay(ModelWays.place(process, start), thing);
      });
    }));
  }

  /** Whether a case or a sitting can begin there, and not only what another process calls or begins. */
  private boolean begins(ModelProcess process, String start) {
    return PackVocabulary.BEGUN.contains(process.id()) || !BpmnFile.camunda(process.node(start), "formRef").isEmpty();
  }

  /** Each door by itself: what is known of cases that came in by one says nothing of those that came in by another. */
  private void checkFrom(Set<String> reached, Thing thing) {
    var known = ModelProcess.reach(reached.stream().filter(place -> given.get(place).contains(thing)), ways::after);
    reached.stream().filter(place -> !known.contains(place)).forEach(place -> needs(ways.of(place), ModelWays.step(place), thing).findFirst()
        .ifPresent(why -> faults.accept(new PackFault(ways.of(place).file(), ModelWays.step(place), why + " before " + thing.inWords() + " can be known", "a step after " + thing.from()))));
  }

  /** A step needs it whichever way led there. Whether a day was asked may go by an earlier split, which is not looked at here. */
  private void checkEveryWay(String start, Thing thing) {
    if (thing.moment()) {
      new ModelWithout(processes, ways, place -> given.get(place).contains(thing)).from(start).forEach(place -> needs(ways.of(place), ModelWays.step(place), thing).findFirst()
          .ifPresent(why -> faults.accept(new PackFault(ways.of(place).file(), ModelWays.step(place), why + " on a way on which " + thing.inWords() + " is not known",
              "a step after " + thing.from() + " on every way; in a letter, a section {{#name}} ... {{/name}} around what may not be known"))));
    }
  }

  private Set<Thing> given(ModelProcess process, String step) {
    if (ways.hears(ModelWays.place(process, step), DECIDED)) {
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
    calls(node).flatMap(call -> ways.declared(call).stream()).map(BeanContract.Call::declared).forEach(call -> {
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

  /** Every call of a step: what it does, whom it is offered to, its list and its timer. */
  private static Stream<ModelProcess.Call> calls(Element step) {
    var texts = Stream.of(BpmnFile.camunda(step, "expression"), BpmnFile.camunda(step, "candidateGroups"),
        BpmnFile.child(step, "multiInstanceLoopCharacteristics").map(loop -> BpmnFile.camunda(loop, "collection")).orElse(""),
        BpmnFile.child(step, "timerEventDefinition").map(Element::getTextContent).orElse(""));
    return texts.flatMap(ModelProcess::calls);
  }

  /** What of the step needs it, as people read it. */
  private Stream<String> needs(ModelProcess process, String step, Thing thing) {
    return calls(process.node(step)).flatMap(call -> ways.declared(call).stream().flatMap(form -> {
      var own = Stream.of(form.declared().needs()).map(Thing::of).anyMatch(thing::equals) ? Stream.of("a call of " + call.name()) : Stream.<String>of();
      return Stream.concat(own, rows(call, form).filter(cell -> cell.things().contains(thing)).map(Used::inWords));
    }));
  }

  /** A cell of a row that a call names. */
  private record Used(String table, String row, String column, String word, Set<Thing> things) {

    String inWords() {
      return "the row '" + row + "' of the table '" + table + "', whose column '" + column + "' says '" + word + "',";
    }
  }

  private Stream<Used> rows(ModelProcess.Call call, BeanContract.Call form) {
    var cells = Stream.<Used>builder();
    for (var at = 0; at < form.literals().size(); at++) {
      var names = form.literals().get(at).names();
      var row = call.literal(at).orElse("");
      if (names.value() == Names.What.ROW && pack.tables().containsKey(names.table())) {
        cells(names.table(), names.column(), row).forEach(cells);
      }
    }
    return cells.build();
  }

  /** Of all rules of that name, those in which every rule needs it: where one does not, it depends on what else is asked. */
  private Stream<Used> cells(String key, String column, String row) {
    var table = pack.tables().get(key);
    var shape = pack.vocabulary().tables().shapes().get(key);
    var at = table.inputs().stream().map(TableModel.Column::expression).toList().indexOf(column);
    if (at < 0) {
      return Stream.of();
    }
    var rules = table.rules().stream().filter(rule -> Cells.split(rule.inputs().get(at)).stream().flatMap(cell -> Cells.text(cell).stream()).anyMatch(row::equals)).toList();
    return rules.size() != 1 ? Stream.of() : shape.outputs().stream().flatMap(output -> {
      var place = table.outputs().stream().map(TableModel.Column::expression).toList().indexOf(output.name());
      return place < 0 ? Stream.of() : Cells.text(rules.get(0).outputs().get(place)).stream().flatMap(text -> Stream.of(text.split("\\s*,\\s*")))
          .map(word -> new Used(key, row, output.name(), word, things(output.declared(), word)));
    });
  }

  private Set<Thing> things(Cell cell, String word) {
    var things = new HashSet<Thing>();
    var moments = EnumSet.noneOf(Moment.class);
    Arrays.stream(cell.needs()).filter(needs -> needs.word().equals(word)).map(Cell.Needs::moment).forEach(moments::add);
    for (var known : cell.of()) {
      switch (known) {
        case ANCHOR -> Optional.ofNullable(pack.vocabulary().anchorMoments().get(word)).ifPresent(moments::add);
        case LETTER -> Optional.ofNullable(pack.letters().get(word)).ifPresent(text -> Placeholders.always(text).stream()
            .flatMap(name -> Optional.ofNullable(pack.vocabulary().letterMoments().get(name)).stream()).forEach(moments::add));
        case DAY -> things.add(Thing.day(word));
        case ROLE -> scope(word).map(OF_SCOPE::get).ifPresent(moments::add);
        default -> { }
      }
    }
    moments.forEach(moment -> things.add(Thing.of(moment)));
    return things;
  }

  /** Somebody of a panel or a service can be told once that is known. */
  private Optional<String> scope(String role) {
    var roles = Optional.ofNullable(pack.tables().get("role"));
    var at = roles.map(table -> table.outputs().stream().map(TableModel.Column::expression).toList().indexOf("scope")).orElse(-1);
    return at < 0 ? Optional.empty() : roles.get().rules().stream().filter(rule -> rule.inputs().get(0).equals("\"" + role + "\"")).findFirst().flatMap(rule -> Cells.text(rule.outputs().get(at)));
  }
}
