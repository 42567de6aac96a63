package org.baton.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds parts of a pack that nothing comes to: where a step was left out, the row, the form or the process that it named is left
 * behind. Roles are held by people, whether or not a step is theirs.
 */
final class UnusedCheck {

  private static final String ROLE = "role";
  private static final String SENTENCES = Sentences.FILE.substring(PackFiles.LETTERS.length());

  private final ModelSources pack;
  private final Faults faults;
  /** By table and column, as {@code deadline.name}. */
  private final Map<String, Set<String>> rows = new HashMap<>();
  private final Set<String> begun = new HashSet<>(PackVocabulary.BEGUN);
  private final Set<String> forms = new HashSet<>();
  private final Set<String> read = new HashSet<>();

  UnusedCheck(ModelSources pack, Faults faults) {
    this.pack = pack;
    this.faults = faults;
  }

  void check() {
    pack.models().values().forEach(this::read);
    checkProcesses();
    pack.forms().keySet().stream().filter(form -> !forms.contains(form))
        .forEach(form -> faults.add(PackCheck.kebab(form) + ".form", form, "a form that no step asks", "a step with camunda:formRef " + form + ", or no such form"));
    checkAllRows();
    checkFacts();
    checkTables();
    checkLetters();
  }

  private void checkTables() {
    var asked = new HashSet<>(pack.vocabulary().tables().shapes().keySet());
    pack.models().values().forEach(model -> asked.addAll(model.decisions()));
    pack.tables().keySet().stream().filter(table -> !asked.contains(table)).forEach(table -> faults.add(PackCheck.kebab(table) + ".dmn", table, "a table that no step asks", "a step with camunda:decisionRef " + table + ", or no such table"));
    pack.forms().values().forEach(form -> form.each(field -> pack.vocabulary().forms().shown(field.shows()).map(FormContract.Shown::table).filter(table -> !table.isEmpty() && !pack.tables().containsKey(table))
        .ifPresent(table -> faults.add(PackCheck.kebab(form.id()) + ".form", field.id(), "it shows '" + field.shows() + "', and there is no table '" + table + "'", "that table in the pack, as nothing is shown without it"))));
  }

  private void checkLetters() {
    var named = pack.tables().values().stream().flatMap(table -> table.rules().stream()).flatMap(rule -> rule.outputs().stream()).flatMap(cell -> Cells.text(cell).stream()).collect(Collectors.toSet());
    pack.letters().keySet().stream().filter(letter -> !named.contains(letter) && !letter.equals(SENTENCES))
        .forEach(letter -> faults.add(PackFiles.LETTERS + letter, letter, "a letter that no row names", "a row of the table notice, or of another, that names it; or no such letter"));
  }

  /** What a form sets and nothing asks would be believed to count. */
  private void checkFacts() {
    read.addAll(Fact.all());
    pack.tables().values().forEach(table -> table.inputs().forEach(column -> read.add(column.expression())));
    checkRequired();
    pack.forms().values().forEach(form -> form.each(field -> field.hide().flatMap(FormCondition::names).ifPresent(read::addAll)));
    pack.forms().values().forEach(form -> pack.vocabulary().forms().sets(form).filter(set -> !read.contains(set.fact())).forEach(set -> faults.add(
        PackCheck.kebab(form.id()) + ".form", set.field(), "the fact '" + set.fact() + "', which nothing reads", "a table, a condition of a model or of a form that asks it")));
  }

  /** What a table or a split of a model asks is answered wherever it is asked: a question left open would go the way of what nobody thought of. */
  private void checkRequired() {
    pack.forms().values().forEach(form -> form.fields().stream().filter(field -> field.isFact() && !field.options().isEmpty() && !field.rules().required() && read.contains(field.key()))
        .forEach(field -> faults.add(PackCheck.kebab(form.id()) + ".form", field.id(), "the fact '" + field.key() + "', which a table or a split asks, may be left open", "required, or an option that says that it is not known")));
  }

  private void read(BpmnFile model) {
    model.elements("conditionExpression").forEach(condition -> ModelProcess.comparison(condition.getTextContent()).ifPresent(compared -> read.add(compared.fact())));
    model.elements("callActivity").forEach(call -> begun.add(call.getAttribute("calledElement")));
    begun.addAll(model.startable());
    Stream.of("userTask", "startEvent").flatMap(kind -> model.elements(kind).stream()).forEach(step -> forms.add(BpmnFile.camunda(step, "formRef")));
    Stream.of("serviceTask", "timeDate").flatMap(kind -> model.elements(kind).stream())
        .flatMap(element -> ModelProcess.calls(BpmnFile.camunda(element, "expression") + element.getTextContent())).forEach(this::read);
  }

  private void read(ModelProcess.Call call) {
    pack.vocabulary().beans().forms(call.bean(), call.method()).filter(form -> form.literals().size() == call.literals().size()).forEach(form -> {
      read.addAll(List.of(form.declared().reads()));
      for (var at = 0; at < form.literals().size(); at++) {
        var names = form.literals().get(at).names();
        var literal = call.literal(at).orElse("");
        switch (names.value()) {
          case ROW -> rows.computeIfAbsent(names.table() + "." + names.column(), any -> new HashSet<>()).add(literal);
          case PROCESS -> begun.add(literal);
          case FACT -> read.addAll(names.sets() ? Set.of() : Set.of(literal));
          default -> { }
        }
      }
    });
  }

  private void checkProcesses() {
    pack.models().forEach((file, model) -> model.elements("process").stream().map(process -> process.getAttribute("id")).filter(process -> !begun.contains(process))
        .forEach(process -> faults.add(file, process, "a process that nothing begins", "a start form, a call or a step that begins it, or no such process")));
  }

  private void checkAllRows() {
    var named = pack.vocabulary().beans().calls().stream().flatMap(call -> call.literals().stream()).map(BeanContract.Literal::names)
        .filter(names -> names.value() == Names.What.ROW && !names.table().equals(ROLE)).map(names -> names.table() + "." + names.column()).collect(Collectors.toSet());
    named.forEach(column -> Optional.ofNullable(pack.tables().get(column.split("\\.")[0])).ifPresent(table -> checkRows(table, column)));
  }

  private void checkRows(TableModel table, String column) {
    var at = table.inputs().stream().map(TableModel.Column::expression).toList().indexOf(column.split("\\.")[1]);
    if (at < 0) {
      return;
    }
    var known = new HashSet<>(rows.getOrDefault(column, Set.of()));
    known.addAll(Set.of(pack.vocabulary().tables().shapes().get(table.key()).declared().asksFor()));
    table.rules().forEach(rule -> Cells.split(rule.inputs().get(at)).stream().flatMap(cell -> Cells.text(cell).stream()).filter(name -> !known.contains(name))
        .forEach(name -> faults.add(PackCheck.kebab(table.key()) + ".dmn", rule.id(), "a row for '" + name + "', which no step names", "a step that names it, or no such row")));
  }
}
