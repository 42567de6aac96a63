package org.baton.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
  /** A sitting has its cases, which may have been before a panel already; nobody has written its minutes yet. */
  private static final Set<Moment> AT_SITTING = EnumSet.complementOf(EnumSet.of(Moment.MINUTES));

  private final Map<String, ModelProcess> processes;
  private final Map<String, Set<String>> listeners;
  private final ModelSources pack;
  private final Consumer<PackFault> faults;
  private final Map<String, Set<String>> next = new HashMap<>();
  private final Map<String, Set<Moment>> given = new HashMap<>();

  /** @param listeners names of messages to the steps that wait for them, as {@code process step} */
  ModelMoments(Map<String, ModelProcess> processes, Map<String, Set<String>> listeners, ModelSources pack, Consumer<PackFault> faults) {
    this.processes = processes;
    this.listeners = listeners;
    this.pack = pack;
    this.faults = faults;
  }

  void check() {
    processes.values().forEach(process -> process.nodes().forEach(step -> {
      next.put(place(process, step), following(process, step));
      given.put(place(process, step), given(process, step));
    }));
    processes.values().forEach(process -> process.start().filter(start -> begins(process, start)).ifPresent(start -> {
      var reached = ModelProcess.reach(Stream.of(place(process, start)), this::after);
      EnumSet.complementOf(EnumSet.copyOf(entry(process, process.node(start)))).forEach(moment -> checkFrom(reached, moment));
    }));
  }

  private Stream<String> after(String place) {
    return next.getOrDefault(place, Set.of()).stream();
  }

  /** Whether a case or a sitting can begin there, and not only what another process calls or begins. */
  private boolean begins(ModelProcess process, String start) {
    return PackVocabulary.BEGUN.contains(process.id()) || !BpmnFile.camunda(process.node(start), "formRef").isEmpty();
  }

  /** Each door by itself: what is known of cases that came in by one says nothing of those that came in by another. */
  private void checkFrom(Set<String> reached, Moment moment) {
    var known = ModelProcess.reach(reached.stream().filter(place -> given.get(place).contains(moment)), this::after);
    reached.stream().filter(place -> !known.contains(place)).forEach(place -> needs(of(place), step(place), moment).findFirst()
        .ifPresent(why -> faults.accept(new PackFault(of(place).file(), step(place), why + " before " + moment.inWords() + " can be known", "a step after " + moment.from()))));
  }

  private ModelProcess of(String place) {
    return processes.get(place.split(" ")[0]);
  }

  private static String step(String place) {
    return place.split(" ")[1];
  }

  private static String place(ModelProcess process, String step) {
    return process.id() + " " + step;
  }

  /** Where what is known at a step is known too: ways on, what it calls, begins or tells, and what interrupts the process. */
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

  private Set<Moment> given(ModelProcess process, String step) {
    if (listeners.getOrDefault(DECIDED, Set.of()).contains(place(process, step))) {
      return EnumSet.allOf(Moment.class);
    }
    var node = process.node(step);
    var moments = EnumSet.noneOf(Moment.class);
    if (Set.of("userTask", "startEvent").contains(process.kind(step))) {
      pack.form(BpmnFile.camunda(node, "formRef")).ifPresent(form -> form.each(field -> field.targets().stream().flatMap(target -> pack.vocabulary().forms().part(target).stream())
          .forEach(part -> moments.addAll(part.gives()))));
    }
    calls(node).flatMap(call -> declared(call).stream()).forEach(call -> moments.addAll(List.of(call.declared().gives())));
    return moments;
  }

  /** What can be known where a process begins: nothing of a case that its form opens, and anything of one that is there already. */
  private Set<Moment> entry(ModelProcess process, Element start) {
    if (process.id().equals(MessageCheck.PANEL_MEETING)) {
      return AT_SITTING;
    }
    var form = pack.form(BpmnFile.camunda(start, "formRef"));
    var opens = form.filter(one -> one.takes("family.children") && !one.takes("case.reference")).isPresent();
    return form.isPresent() && !opens || PackVocabulary.BEGUN.contains(process.id()) && form.isEmpty() ? EnumSet.allOf(Moment.class) : EnumSet.noneOf(Moment.class);
  }

  private Optional<BeanContract.Call> declared(ModelProcess.Call call) {
    return pack.vocabulary().beans().forms(call.bean(), call.method()).filter(form -> form.literals().size() == call.literals().size()).findFirst();
  }

  /** Every call of a step: what it does, whom it is offered to, its list and its timer. */
  private static Stream<ModelProcess.Call> calls(Element step) {
    var texts = Stream.of(BpmnFile.camunda(step, "expression"), BpmnFile.camunda(step, "candidateGroups"),
        BpmnFile.child(step, "multiInstanceLoopCharacteristics").map(loop -> BpmnFile.camunda(loop, "collection")).orElse(""),
        BpmnFile.child(step, "timerEventDefinition").map(Element::getTextContent).orElse(""));
    return texts.flatMap(ModelProcess::calls);
  }

  /** What of the step needs it, as people read it. */
  private Stream<String> needs(ModelProcess process, String step, Moment moment) {
    return calls(process.node(step)).flatMap(call -> declared(call).stream().flatMap(form -> {
      var own = List.of(form.declared().needs()).contains(moment) ? Stream.of("a call of " + call.name()) : Stream.<String>of();
      return Stream.concat(own, rows(call, form).filter(cell -> cell.needs(moment)).map(Used::inWords));
    }));
  }

  /** A cell of a row that a call names. */
  private record Used(String table, String row, String column, String word, Set<Moment> moments) {

    boolean needs(Moment moment) {
      return moments.contains(moment);
    }

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
          .map(word -> new Used(key, row, output.name(), word, moments(output.declared(), word)));
    });
  }

  private Set<Moment> moments(Cell cell, String word) {
    var moments = EnumSet.noneOf(Moment.class);
    Arrays.stream(cell.needs()).filter(needs -> needs.word().equals(word)).map(Cell.Needs::moment).forEach(moments::add);
    for (var known : cell.of()) {
      switch (known) {
        case ANCHOR -> Optional.ofNullable(pack.vocabulary().anchorMoments().get(word)).ifPresent(moments::add);
        case LETTER -> Optional.ofNullable(pack.letters().get(word)).ifPresent(text -> Placeholders.always(text).stream()
            .flatMap(name -> Optional.ofNullable(pack.vocabulary().letterMoments().get(name)).stream()).forEach(moments::add));
        case ROLE -> scope(word).map(OF_SCOPE::get).ifPresent(moments::add);
        default -> { }
      }
    }
    return moments;
  }

  /** Somebody of a panel or a service can be told once that is known. */
  private Optional<String> scope(String role) {
    var roles = Optional.ofNullable(pack.tables().get("role"));
    var at = roles.map(table -> table.outputs().stream().map(TableModel.Column::expression).toList().indexOf("scope")).orElse(-1);
    return at < 0 ? Optional.empty() : roles.get().rules().stream().filter(rule -> rule.inputs().get(0).equals("\"" + role + "\"")).findFirst().flatMap(rule -> Cells.text(rule.outputs().get(at)));
  }
}
