package org.baton.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The models of a pack: what they are written with, what they name, and where their ways lead. */
final class ModelCheck {

  private static final String REFERRAL = "referral";
  private static final String CONCERN_RAISED = "baton.safeguardingConcernRaised";
  private static final String SITTING_CANCELLED = "baton.sittingCancelled";
  private static final String PANEL_MEETING = "panelMeeting";
  private static final String STARTER = "starter";
  private static final String CONSENT = "consent.";
  /** Baton's own facts that a table may answer. */
  private static final Set<String> BY_TABLES = Set.of(Fact.FORUM, Fact.PANEL_OUTCOME);
  /** Baton's own facts that a form may take, each from a list of choices. */
  private static final Set<String> BY_FORMS = Set.of(Fact.FORUM, Fact.PANEL_OUTCOME, Fact.ACCEPTANCE);

  /** What is kept when a case is opened, and at no later time. */

  private final ModelSources pack;
  private final FactValues values;
  private final Set<String> known;
  private final List<PackFault> faults = new ArrayList<>();
  private final Map<String, ModelProcess> processes = new TreeMap<>();

  private ModelCheck(ModelSources pack) {
    this.pack = pack;
    this.values = new FactValues(pack);
    this.known = facts(pack);
    pack.models().forEach((file, model) -> model.elements("process").forEach(process -> processes.put(id(process), new ModelProcess(file, process))));
  }

  /** Every fault of the models; those of their ways only once their steps are sound. */
  static List<PackFault> check(ModelSources pack) {
    var check = new ModelCheck(pack);
    check.checkAll();
    return check.faults.stream().distinct().toList();
  }

  private void checkAll() {
    var expressions = new ModelExpressions(pack, values, faults::add);
    pack.models().forEach((file, model) -> {
      ModelGrammar.check(file, model, faults::add);
      checkProcesses(file, model);
      expressions.check(file, model);
      checkReferences(file, model);
      checkFacts(file, model);
      model.elements("*").forEach(element -> checkClauses(file, id(element), BpmnFile.clauses(element)));
    });
    checkFormFacts();
    checkOpeningForms();
    checkFrontDoor();
    checkStarters();
    var listeners = checkMessages();
    if (faults.isEmpty() && new ModelFlows(processes, listeners, faults::add).check()) {
      new ModelEnds(processes, pack, values, faults::add).check();
    }
  }

  private void checkProcesses(String file, BpmnFile model) {
    if (model.elements("process").size() != 1) {
      fault(file, model.root(), model.elements("process").size() + " processes", "one in each file");
    }
    for (var process : model.elements("process")) {
      if (BpmnFile.camunda(process, "historyTimeToLive").isEmpty()) {
        fault(file, process, "no history time to live", "camunda:historyTimeToLive, for example P180D");
      }
      if (!process.getAttribute("isExecutable").equals("true")) {
        fault(file, process, "isExecutable '" + process.getAttribute("isExecutable") + "'", "true, as the engine would not know the process otherwise");
      }
      if (!file.equals(PackCheck.kebab(id(process)) + ".bpmn")) {
        fault(file, process, "a process of this id", "the file " + PackCheck.kebab(id(process)) + ".bpmn");
      }
    }
    model.elements("exclusiveGateway").stream().filter(gateway -> outgoing(model, gateway) > 1 && gateway.getAttribute("default").isEmpty())
        .forEach(gateway -> fault(file, gateway, "no default flow", "one, so that no case is lost when no condition holds"));
  }

  private static long outgoing(BpmnFile model, Element gateway) {
    return model.elements("sequenceFlow").stream().filter(flow -> flow.getAttribute("sourceRef").equals(id(gateway))).count();
  }

  private void checkReferences(String file, BpmnFile model) {
    for (var call : model.elements("callActivity")) {
      exists(file, call, call.getAttribute("calledElement"), processes.keySet(), "a process of the pack");
      bound(file, call, "calledElementBinding");
    }
    for (var task : model.elements("businessRuleTask")) {
      exists(file, task, BpmnFile.camunda(task, "decisionRef"), pack.tables().keySet(), "a table of the pack");
      bound(file, task, "decisionRefBinding");
      if (!BpmnFile.camunda(task, "mapDecisionResult").equals("singleEntry")) {
        fault(file, task, "the result mapping '" + BpmnFile.camunda(task, "mapDecisionResult") + "'", "singleEntry");
      }
      Optional.ofNullable(pack.tables().get(BpmnFile.camunda(task, "decisionRef"))).ifPresent(this::checkAsked);
    }
    for (var kind : List.of("userTask", "startEvent")) {
      model.elements(kind).forEach(element -> checkForm(file, element));
    }
  }

  /** A table that a step asks answers with one value, always, and from what is known: otherwise the case would stand still there. */
  private void checkAsked(TableModel table) {
    var file = PackCheck.kebab(table.key()) + ".dmn";
    if (!table.hitPolicy().equals("UNIQUE") || table.outputs().size() != 1) {
      faults.add(new PackFault(file, table.key(), table.outputs().size() + " output columns and the hit policy " + table.hitPolicy(), "one output column and UNIQUE, as a step of a model reads one answer"));
    }
    table.rules().stream().filter(rule -> rule.outputs().stream().anyMatch(Cells::isEmpty))
        .forEach(rule -> faults.add(new PackFault(file, rule.id(), "an empty answer", "a value, as a step of a model asks for it")));
    table.inputs().stream().map(TableModel.Column::expression).filter(fact -> !known.contains(fact))
        .forEach(fact -> faults.add(new PackFault(file, table.key(), "the input column '" + fact + "', which nothing sets", "a fact of a form, the result of a table or one that Baton sets, one of " + Near.first(known, fact))));
  }

  /** The names of all facts that a process can have. */
  private static Set<String> facts(ModelSources pack) {
    var names = new TreeSet<>(Fact.all());
    pack.models().values().forEach(model -> names.addAll(model.resultVariables()));
    pack.forms().values().forEach(form -> form.each(field -> {
      if (field.isFact()) {
        names.add(field.key());
      }
      field.targets().stream().filter(target -> target.startsWith(CONSENT) && target.length() > CONSENT.length()).map(target -> target.substring(CONSENT.length()))
          .forEach(purpose -> names.add("consent" + purpose.substring(0, 1).toUpperCase() + purpose.substring(1)));
    }));
    return names;
  }

  private void checkForm(String file, Element element) {
    var form = BpmnFile.camunda(element, "formRef");
    if (!form.isEmpty()) {
      exists(file, element, form, pack.forms().keySet(), "a form of the pack");
      bound(file, element, "formRefBinding");
    } else if (element.getLocalName().equals("userTask")) {
      fault(file, element, "no form", "camunda:formRef to a form of the pack");
    }
  }

  /** Which case, meeting or member a process is about is set by Baton alone; another one would be somebody else's. */
  private void checkFacts(String file, BpmnFile model) {
    model.elements("businessRuleTask").forEach(task -> {
      var fact = BpmnFile.camunda(task, "resultVariable");
      if (fact.isEmpty() || Fact.all().contains(fact) && !BY_TABLES.contains(fact)) {
        fault(file, task, "the result variable '" + fact + "'", "a name of its own; of Baton's facts only " + BY_TABLES.stream().sorted().toList());
      }
    });
    for (var call : model.elements("callActivity")) {
      var in = BpmnFile.extensions(call, "in");
      if (in.stream().noneMatch(one -> one.getAttribute("variables").equals("all"))) {
        fault(file, call, "a call that is not given the facts", "<camunda:in variables=\"all\" />, so that it knows its case");
      }
      in.stream().filter(one -> !one.getAttribute("variables").equals("all")).forEach(one -> checkSameName(file, one));
      BpmnFile.extensions(call, "out").forEach(one -> checkSameName(file, one));
    }
  }

  private void checkSameName(String file, Element mapping) {
    var source = mapping.getAttribute("source");
    if (source.isEmpty() || !source.equals(mapping.getAttribute("target"))) {
      fault(file, mapping, "'" + source + "' given as '" + mapping.getAttribute("target") + "'", "the same fact on both sides");
    }
  }

  private void checkFormFacts() {
    pack.forms().values().forEach(form -> form.each(field -> {
      var own = field.isFact() && Fact.all().contains(field.key());
      if (own && !(BY_FORMS.contains(field.key()) && Set.of("select", "radio").contains(field.type()))) {
        faults.add(new PackFault(PackCheck.kebab(form.id()) + ".form", field.id(), "the fact '" + field.key() + "', which Baton sets",
            "another key; of Baton's facts only a choice of " + BY_FORMS.stream().sorted().toList()));
      }
    }));
  }

  /** A form that asks later, or about a case that is there, would lose what only opens one. */
  private void checkOpeningForms() {
    var later = forms(process -> process.ofKind("userTask"));
    var opening = forms(process -> process.start().stream());
    var opens = pack.vocabulary().forms().thing("family.children").map(FormContract.Thing::paths).orElse(Set.of());
    pack.forms().values().stream().filter(form -> later.contains(form.id()) || !opening.contains(form.id()) || !form.takes("family.children") || form.takes("case.reference"))
        .forEach(form -> form.fields().forEach(field -> field.targets().stream().filter(opens::contains)
            .forEach(target -> faults.add(new PackFault(PackCheck.kebab(form.id()) + ".form", field.id(), "the target '" + target + "' in a form that opens no case",
                "a form that begins a process and asks for the children of a new case alone; these answers are kept then and at no later time")))));
  }

  private Set<String> forms(Function<ModelProcess, Stream<String>> steps) {
    return processes.values().stream().flatMap(process -> steps.apply(process).map(step -> BpmnFile.camunda(process.node(step), "formRef"))).collect(Collectors.toSet());
  }

  /** Referrals come in by this process, whoever sends them, and a concern about a child must reach the case from anywhere. */
  private void checkFrontDoor() {
    var referral = processes.get(REFERRAL);
    if (referral == null) {
      faults.add(new PackFault(PackFiles.fileOf(REFERRAL), REFERRAL, "nothing", "the process that referrals begin"));
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
    var asked = starters.rules().stream().flatMap(rule -> Cells.split(rule.inputs().get(0)).stream()).flatMap(cell -> Cells.text(cell).stream()).collect(Collectors.toSet());
    pack.models().forEach((file, model) -> model.startable().stream().filter(process -> !asked.contains(process))
        .forEach(process -> fault(file, processes.get(process).element(), "a start form that nobody may send", "a row for '" + process + "' in the table '" + STARTER + "'")));
    var begun = pack.models().values().stream().flatMap(model -> model.startable().stream()).collect(Collectors.toSet());
    starters.rules().forEach(rule -> Cells.split(rule.inputs().get(0)).stream().flatMap(cell -> Cells.text(cell).stream())
        .filter(process -> processes.containsKey(process) && !begun.contains(process))
        .forEach(process -> faults.add(new PackFault(STARTER + ".dmn", rule.id(), "the process '" + process + "', which has no start form", "a process that begins by a form, one of " + new TreeSet<>(begun)))));
  }

  /** @return the messages to the steps that wait for them, as {@code process step} */
  private Map<String, Set<String>> checkMessages() {
    var sent = sent();
    var listeners = new HashMap<String, Set<String>>();
    processes.values().forEach(process -> {
      var names = new HashMap<String, String>();
      pack.models().get(process.file()).elements("message").forEach(message -> names.put(id(message), message.getAttribute("name")));
      process.nodes().stream().filter(step -> Set.of("startEvent", "intermediateCatchEvent").contains(process.kind(step))).forEach(step -> {
        process.messageRef(step).ifPresent(reference -> {
          var name = names.getOrDefault(reference, "");
          checkListener(process, step, name, sent);
          listeners.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(process.id() + " " + step);
        });
        checkTrigger(process, step);
      });
      if (process.main()) {
        checkSafeguarding(process, listeners.getOrDefault(CONCERN_RAISED, Set.of()));
      }
    });
    return listeners;
  }

  private Set<String> sent() {
    var sent = new TreeSet<String>();
    PackVocabulary.MESSAGES.forEach((message, by) -> {
      if (by.isEmpty()) {
        sent.add(message);
      }
    });
    processes.values().forEach(process -> process.nodes().forEach(step -> process.callOf(step).ifPresent(call -> sent.addAll(ModelFlows.messages(call)))));
    return sent;
  }

  private void checkListener(ModelProcess process, String step, String name, Set<String> sent) {
    if (!sent.contains(name)) {
      fault(process.file(), process.node(step), "the message '" + name + "', which nobody sends", "one of " + sent);
    }
    var hears = name.equals(SITTING_CANCELLED) ? process.id().equals(PANEL_MEETING) : process.main();
    if (!hears) {
      fault(process.file(), process.node(step), "the message '" + name + "' in the process '" + process.id() + "', which is not told of it",
          SITTING_CANCELLED + " in '" + PANEL_MEETING + "', any other in a main run");
    }
  }

  /** A process begins by its form or by a call; only what goes on beside it begins by a message. */
  private void checkTrigger(ModelProcess process, String step) {
    var element = process.node(step);
    var beside = process.eventStarts().anyMatch(step::equals);
    var message = process.messageRef(step).isPresent();
    if (process.kind(step).equals("startEvent") && beside != message) {
      fault(process.file(), element, beside ? "no message" : "a message that begins the process", "a message at the start of an event sub-process, none at that of a process");
    }
    if (process.kind(step).equals("intermediateCatchEvent") && message == BpmnFile.child(element, "timerEventDefinition").isPresent()) {
      fault(process.file(), element, message ? "a message and a timer" : "nothing to wait for", "a message or a timer");
    }
  }

  /** Where a pack can raise a concern, whatever a case is at is interrupted by it. */
  private void checkSafeguarding(ModelProcess process, Set<String> listening) {
    var raised = processes.values().stream().anyMatch(other -> other.nodes().stream().anyMatch(step -> other.callOf(step).filter(call -> call.name().equals("safeguarding.raise")).isPresent()));
    var heard = process.eventStarts().anyMatch(start -> listening.contains(process.id() + " " + start) && process.interrupts(start));
    if (raised && !heard) {
      fault(process.file(), process.element(), "no interrupting event sub-process for " + CONCERN_RAISED, "one, so that a concern about a child never waits");
    }
  }

  private void checkClauses(String file, String element, List<String> clauses) {
    clauses.stream().filter(clause -> pack.catalogue().find(clause).isEmpty())
        .forEach(clause -> faults.add(new PackFault(file, element, "the clause " + clause, "a clause of the catalogue")));
  }

  private void exists(String file, Element element, String name, Set<String> known, String expected) {
    if (!known.contains(name)) {
      fault(file, element, "'" + name + "'", expected + ", one of " + new TreeSet<>(known));
    }
  }

  private void bound(String file, Element element, String attribute) {
    if (!BpmnFile.camunda(element, attribute).equals("deployment")) {
      fault(file, element, attribute + " '" + BpmnFile.camunda(element, attribute) + "'", "deployment: a case ends under the protocol it began under");
    }
  }

  private static String id(Element element) {
    return element.getAttribute("id");
  }

  private void fault(String file, Element element, String found, String expected) {
    faults.add(new PackFault(file, BpmnFile.nearestId(element), found, expected));
  }
}
