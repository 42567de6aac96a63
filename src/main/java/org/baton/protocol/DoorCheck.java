package org.baton.protocol;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Finds doors that are none: how referrals come in, who starts what, and forms that would open no case. */
final class DoorCheck {

  private static final String REFERRAL = "referral";
  private static final String STARTER = "starter";

  private final ModelSources pack;
  private final Map<String, ModelProcess> processes;
  private final Consumer<PackFault> faults;

  /** @param faults receives what is wrong */
  DoorCheck(ModelSources pack, Map<String, ModelProcess> processes, Consumer<PackFault> faults) {
    this.pack = pack;
    this.processes = processes;
    this.faults = faults;
  }

  void check() {
    checkOpeningForms();
    checkFrontDoor();
    checkStarters();
  }

  /** A form that asks later, or about a case that is there, would lose what only opens one. */
  private void checkOpeningForms() {
    var later = forms(process -> process.ofKind("userTask"));
    var opening = forms(process -> process.start().stream());
    var opens = pack.vocabulary().forms().thing("family.children").map(FormContract.Thing::paths).orElse(Set.of());
    pack.forms().values().stream().filter(form -> later.contains(form.id()) || !opening.contains(form.id()) || !form.takes("family.children") || form.takes("case.reference"))
        .forEach(form -> form.fields().forEach(field -> field.targets().stream().filter(opens::contains)
            .forEach(target -> faults.accept(new PackFault(PackCheck.kebab(form.id()) + ".form", field.id(), "the target '" + target + "' in a form that opens no case",
                "a form that begins a process and asks for the children of a new case alone; these answers are kept then and at no later time")))));
  }

  private Set<String> forms(Function<ModelProcess, Stream<String>> steps) {
    return processes.values().stream().flatMap(process -> steps.apply(process).map(step -> BpmnFile.camunda(process.node(step), "formRef"))).collect(Collectors.toSet());
  }

  /** Referrals come in by this process, whoever sends them, and a concern about a child must reach the case from anywhere. */
  private void checkFrontDoor() {
    var referral = processes.get(REFERRAL);
    if (referral == null) {
      faults.accept(new PackFault(PackFiles.fileOf(REFERRAL), REFERRAL, "nothing", "the process that referrals begin"));
      return;
    }
    var element = referral.element();
    if (!referral.main()) {
      fault(referral.file(), element, "a process that is no main run", "the property run with the value main, so that the case is told what concerns it");
    }
    if (BpmnFile.camunda(element, "isStartableInTasklist").equals("false")) {
      fault(referral.file(), element, "isStartableInTasklist 'false'", "true, or nothing");
    }
    if (referral.start().filter(start -> BpmnFile.camunda(referral.node(start), "formRef").equals(REFERRAL)).isEmpty()) {
      fault(referral.file(), element, "no start event with the form '" + REFERRAL + "'", "that form, by which referrals come in");
    }
  }

  /** The table {@code starter} says who starts what: a form without a row opens to nobody, a row without a form is a door that is none. */
  private void checkStarters() {
    var starters = pack.tables().get(STARTER);
    if (starters == null) {
      return;
    }
    checkNamed(starters);
    var asked = starters.names();
    pack.models().forEach((file, model) -> model.startable().stream().filter(process -> !asked.contains(process))
        .forEach(process -> fault(file, processes.get(process).element(), "a start form that nobody may send", "a row for '" + process + "' in the table '" + STARTER + "'")));
    var begun = pack.models().values().stream().flatMap(model -> model.startable().stream()).collect(Collectors.toSet());
    starters.rules().forEach(rule -> rule.names().stream()
        .filter(process -> processes.containsKey(process) && !begun.contains(process))
        .forEach(process -> faults.accept(new PackFault(STARTER + ".dmn", rule.id(), "the process '" + process + "', which has no start form", "a process that begins by a form, one of " + new TreeSet<>(begun)))));
  }

  /** A form that asks for a case or a panel is refused to everybody where its row lets nobody name one. */
  private void checkNamed(TableModel starters) {
    checkNamed(starters, "cases", "a case", form -> form.takes("case.reference"));
    checkNamed(starters, "panels", "a panel", form -> form.fields().stream().anyMatch(field -> field.isFact() && field.key().equals(Fact.FORUM)));
  }

  private void checkNamed(TableModel starters, String column, String what, Predicate<FormDefinition> asks) {
    var at = starters.outputs().stream().map(TableModel.Column::expression).toList().indexOf(column);
    starters.rules().stream().filter(rule -> at >= 0 && rule.outputs().get(at).equals("\"NONE\"")).forEach(rule -> rule.names().stream().flatMap(name -> Stream.ofNullable(processes.get(name)))
        .filter(process -> process.start().flatMap(start -> pack.form(BpmnFile.camunda(process.node(start), "formRef"))).filter(asks).isPresent())
        .forEach(process -> faults.accept(new PackFault(STARTER + ".dmn", rule.id(), "column '" + column + "': \"NONE\" for '" + process.id() + "', whose form asks for " + what, "OWN or ANY"))));
  }

  private void fault(String file, Element element, String found, String expected) {
    faults.accept(new PackFault(file, BpmnFile.nearestId(element), found, expected));
  }
}
