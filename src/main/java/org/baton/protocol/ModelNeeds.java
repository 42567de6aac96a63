package org.baton.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What the steps of a pack's models need to be known: by what they call, and by the rows of tables that their calls name. */
final class ModelNeeds {

  /** By what a role is held for. */
  private static final Map<String, Moment> OF_SCOPE = Map.of("FORUM", Moment.PANEL, "SERVICE", Moment.ALLOCATION);
  private final ModelWays ways;
  private final ModelSources pack;

  ModelNeeds(ModelWays ways, ModelSources pack) {
    this.ways = ways;
    this.pack = pack;
  }

  /**
   * What a step can need.
   *
   * @param from what it is known from
   * @param moment whether Baton knows it once something has happened, whatever was answered
   */
  record Thing(String inWords, String from, boolean moment) {

    static Thing of(Moment moment) {
      return new Thing(moment.inWords(), moment.from(), true);
    }

    static Thing day(String key) {
      return new Thing("the day '" + key + "'", "the form that asks for it", false);
    }
  }

  /** What of the step needs it. */
  Stream<Need> of(String place, Thing thing) {
    return calls(ways.of(place).node(ModelWays.step(place))).flatMap(call -> ways.declared(call).stream().flatMap(form -> {
      var own = Stream.of(form.declared().needs()).map(Thing::of).anyMatch(thing::equals) ? Stream.of(new Need("a call of " + call.name(), false)) : Stream.<Need>of();
      return Stream.concat(own, rows(call, form).filter(cell -> cell.things().contains(thing)).map(Used::need));
    }));
  }

  /**
   * Why a step needs something.
   *
   * @param inWords as people read it
   * @param letter whether a letter has a place for it, which can be left out of it
   */
  record Need(String inWords, boolean letter) {}

  /** A cell of a row that a call names. */
  private record Used(String table, String row, String column, String word, boolean letter, Set<Thing> things) {

    Need need() {
      return new Need("the row '" + row + "' of the table '" + table + "', whose column '" + column + "' says '" + word + "',", letter);
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
          .map(word -> new Used(key, row, output.name(), word, List.of(output.declared().of()).contains(Known.LETTER), things(output.declared(), word)));
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

  /** Every call of a step: what it does, whom it is offered to, its list and its timer. */
  static Stream<ModelProcess.Call> calls(Element step) {
    var texts = Stream.of(BpmnFile.camunda(step, "expression"), BpmnFile.camunda(step, "candidateGroups"),
        BpmnFile.child(step, "multiInstanceLoopCharacteristics").map(loop -> BpmnFile.camunda(loop, "collection")).orElse(""),
        BpmnFile.child(step, "timerEventDefinition").map(Element::getTextContent).orElse(""));
    return texts.flatMap(ModelProcess::calls);
  }
}
