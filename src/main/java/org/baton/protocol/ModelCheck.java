package org.baton.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** The models of a pack: what they are written with, what they name, and where their ways lead. */
final class ModelCheck {

  /** Baton's own facts that a table may answer. */
  private static final Set<String> BY_TABLES = Set.of(Fact.FORUM, Fact.PANEL_OUTCOME);
  /** Baton's own facts that a form may take, each from a list of choices. */
  private static final Set<String> BY_FORMS = Set.of(Fact.FORUM, Fact.PANEL_OUTCOME, Fact.ACCEPTANCE);

  private final ModelSources pack;
  private final FactValues values;
  private final Set<String> known;
  private final List<PackFault> faults = new ArrayList<>();
  private final Map<String, ModelProcess> processes = new TreeMap<>();

  private ModelCheck(ModelSources pack) {
    this.pack = pack;
    this.values = new FactValues(pack);
    this.known = values.names();
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
    new DoorCheck(pack, processes, faults::add).check();
    var listeners = new MessageCheck(pack, processes, faults::add).check();
    if (faults.isEmpty() && new ModelFlows(processes, listeners, faults::add).check()) {
      new ModelEnds(processes, pack, values, faults::add).check();
      processes.values().forEach(process -> new ModelForks(process, faults::add).check());
      processes.values().forEach(process -> new ModelReturns(process, values, faults::add).check());
      var ways = new ModelWays(processes, listeners, pack);
      new ModelMoments(processes, ways, pack, faults::add).check();
      new ModelBars(processes, ways, pack, faults::add).check();
      new ModelFacts(processes, ways, values, pack, faults::add).check();
    }
  }

  private void checkProcesses(String file, BpmnFile model) {
    var ids = new HashSet<String>();
    model.everything("*").stream().filter(element -> element.hasAttribute("id") && !ids.add(id(element)))
        .forEach(element -> fault(file, element, "the id '" + id(element) + "' a second time", "each id once in the file"));
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
