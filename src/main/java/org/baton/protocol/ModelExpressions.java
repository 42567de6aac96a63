package org.baton.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baton.protocol.ModelCall.At;
import org.w3c.dom.Element;

/** What models say in expressions: each kind has its own place, and every name in it is one that Baton or the pack has. */
final class ModelExpressions {

  private static final String CONDITION = "${variable == constant}";
  private static final String STEP = "${bean.method(execution, 'literal')}";
  private static final String DUE = "${deadlines.due(execution, 'name')}";
  private static final String INSTANT = "${deadlines.instant(execution, 'name')}";
  private static final String GROUP = "${roles.group(execution, 'role')}";
  /** Candidate groups are a list of expressions. */
  private static final Pattern BETWEEN_EXPRESSIONS = Pattern.compile("(?<=})\\s*,\\s*(?=\\$\\{)");

  private final ModelSources pack;
  private final FactValues values;
  private final Consumer<PackFault> faults;
  private final Set<String> processes = new HashSet<>();
  private final Map<String, Set<String>> elements = new HashMap<>();

  ModelExpressions(ModelSources pack, FactValues values, Consumer<PackFault> faults) {
    this.pack = pack;
    this.values = values;
    this.faults = faults;
    pack.models().values().forEach(model -> model.elements("process").forEach(process -> {
      processes.add(process.getAttribute("id"));
      elements.put(process.getAttribute("id"), model.elements("*").stream().map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty()).collect(Collectors.toSet()));
    }));
  }

  void check(String file, BpmnFile model) {
    checkElsewhere(file, model);
    model.elements("conditionExpression").forEach(condition -> checkCondition(file, condition));
    model.elements("serviceTask").forEach(task -> checkStep(file, task));
    model.elements("userTask").forEach(task -> checkGroups(file, task));
    model.elements("timeDate").forEach(timer -> checkTimer(file, timer));
    model.elements("multiInstanceLoopCharacteristics").forEach(loop -> checkList(file, loop));
  }

  /** No expression where none belongs: the engine would also read one in a name, a documentation or a time to live. */
  private void checkElsewhere(String file, BpmnFile model) {
    model.eachText((owner, attribute, text) -> {
      if ((text.contains("${") || text.contains("#{")) && !(attribute == null ? Set.of("conditionExpression", "timeDate").contains(owner.getLocalName())
          : Set.of("expression", "candidateGroups", "collection").contains(attribute))) {
        fault(file, owner, "the expression " + shortened(text), "plain text here; " + CONDITION + " stands in a condition, " + STEP + " in a step");
      }
    });
  }

  private void checkCondition(String file, Element condition) {
    var comparison = ModelProcess.comparison(condition.getTextContent());
    if (comparison.isEmpty()) {
      fault(file, condition, "the expression " + shortened(condition.getTextContent()), CONDITION);
      return;
    }
    var fact = comparison.get().fact();
    var constant = comparison.get().constant();
    var known = values.of(fact);
    if (known.isEmpty() && !values.isNumber(fact)) {
      fault(file, condition, "the fact '" + fact + "', which nothing sets", "a fact of a form, the result of a table or one that Baton sets");
    } else if (!known.isEmpty() && !known.contains(constant)) {
      fault(file, condition, fact + " == '" + constant + "', which it never is", "one of " + known);
    }
  }

  private void checkStep(String file, Element task) {
    call(file, task, BpmnFile.camunda(task, "expression"), STEP).ifPresent(step -> {
      if (!Set.of(At.STEP, At.OUTSIDE).contains(step.declared().at())) {
        fault(file, task, "a call of " + step.name() + " in a step", "a call for a step: lists stand in a collection, deadlines in timers, roles in candidateGroups");
      } else if (step.declared().at() == At.OUTSIDE && !BpmnFile.camunda(task, "asyncBefore").equals("true")) {
        fault(file, task, "a call of " + step.name() + " that would be made while a person waits", "camunda:asyncBefore=\"true\" (in Modeler: Asynchronous continuations, Before), as what reaches outside the database is tried again until it is done");
      }
    });
  }

  /** Whoever does a step is found by the table of roles; a group or a person by name would be nobody after the next change. */
  private void checkGroups(String file, Element task) {
    var groups = BpmnFile.camunda(task, "candidateGroups").strip();
    if (groups.isEmpty()) {
      fault(file, task, "no candidateGroups", GROUP + ", so that somebody is offered the task");
      return;
    }
    BETWEEN_EXPRESSIONS.splitAsStream(groups).forEach(group -> call(file, task, group, GROUP).filter(one -> one.declared().at() != At.GROUP)
        .ifPresent(one -> fault(file, task, "a call of " + one.name() + " as a group", GROUP)));
  }

  private void checkTimer(String file, Element timer) {
    var waiting = timer.getParentNode().getParentNode().getLocalName().equals("intermediateCatchEvent");
    var expected = waiting ? INSTANT + ", as nobody has a duty while a process waits" : DUE + " or " + INSTANT;
    call(file, timer, timer.getTextContent(), expected).filter(one -> !(waiting ? Set.of(At.WAIT) : Set.of(At.DUTY, At.WAIT)).contains(one.declared().at()))
        .ifPresent(one -> fault(file, timer, "a call of " + one.name() + " in a timer", expected));
    if (!waiting) {
      checkDuty(file, timer, (Element) timer.getParentNode().getParentNode());
    }
  }

  /** What is late stays to be done and somebody is told; only an instant that overtakes a task takes it away. */
  private void checkDuty(String file, Element timer, Element boundary) {
    var interrupts = !boundary.getAttribute("cancelActivity").equals("false");
    ModelProcess.call(timer.getTextContent()).flatMap(call -> pack.vocabulary().beans().forms(call.bean(), call.method()).findFirst()).map(form -> form.declared().at())
        .filter(at -> interrupts != (at == At.WAIT)).ifPresent(at -> fault(file, timer, interrupts ? "a duty that takes its task away when it is late" : "an instant that nobody is told of",
            interrupts ? "cancelActivity=\"false\", as what is late stays to be done; or " + INSTANT + ", where the task has no sense any more" : DUE + ", a duty of which the table 'deadline' says who is told; or cancelActivity=\"true\""));
  }

  private void checkList(String file, Element loop) {
    var expected = "a list of " + pack.vocabulary().beans().calls().stream().filter(call -> call.declared().at() == At.COLLECTION).map(BeanContract.Call::name).sorted().toList();
    call(file, loop, BpmnFile.camunda(loop, "collection"), expected).ifPresent(list -> {
      var each = list.declared().each();
      if (list.declared().at() != At.COLLECTION) {
        fault(file, loop, "a call of " + list.name() + " as a list", expected);
      } else if (!BpmnFile.camunda(loop, "elementVariable").equals(each)) {
        fault(file, loop, "elementVariable '" + BpmnFile.camunda(loop, "elementVariable") + "'", each + ", as " + list.name() + " gives it");
      }
    });
  }

  /** @return the call as it is declared; empty if it is none, which has been said then */
  private Optional<BeanContract.Call> call(String file, Element element, String text, String expected) {
    var found = ModelProcess.call(text);
    if (found.isEmpty()) {
      fault(file, element, text.isBlank() ? "no expression" : "the expression " + shortened(text), expected.contains(STEP) ? expected : expected + "; or " + CONDITION + " in a condition");
      return Optional.empty();
    }
    var call = found.get();
    var forms = pack.vocabulary().beans().forms(call.bean(), call.method()).toList();
    if (forms.isEmpty()) {
      fault(file, element, "a call of " + call.name(), "a bean and method of the documented list");
      return Optional.empty();
    }
    var kinds = call.literals().stream().map(ModelProcess.Literal::kind).toList();
    var declared = forms.stream().filter(form -> form.literals().size() == kinds.size() && kinds.stream().allMatch(ModelProcess.TEXT::equals)).findFirst();
    if (declared.isEmpty()) {
      fault(file, element, call.name() + " with " + (kinds.isEmpty() ? "no literal" : kinds),
          "execution and " + forms.stream().map(form -> form.literals().stream().map(literal -> ModelProcess.TEXT).toList()).toList());
      return declared;
    }
    pack.vocabulary().tables().neededBy(call.bean()).stream().filter(table -> !pack.tables().containsKey(table))
        .forEach(table -> fault(file, element, "a call of " + call.bean() + " without the table '" + table + "'", "that table in the pack"));
    var target = declared.get().declared().target();
    if (!target.isEmpty() && pack.forms().values().stream().noneMatch(form -> form.takes(target))) {
      fault(file, element, "a call of " + call.name() + ", and no form with the target '" + target + "'", "such a form, or another call");
    }
    for (var at = 0; at < kinds.size(); at++) {
      checkName(file, element, call, at, declared.get().literals().get(at).names());
    }
    return declared;
  }

  /** A literal that names what the pack does not have would only be found when a case gets there. */
  private void checkName(String file, Element element, ModelProcess.Call call, int at, Names names) {
    var literal = call.literal(at).orElse("");
    switch (names.value()) {
      case ROW -> listed(file, element, names.table(), names.column(), literal);
      case PROCESS -> exists(file, element, literal, processes, names.value().inWords());
      case ELEMENT -> exists(file, element, literal, elements.getOrDefault(call.literal(at - 1).orElse(""), Set.of()), names.value().inWords());
      case FACT -> exists(file, element, literal, names.sets() ? recalled() : ofForms(), names.value().inWords() + (names.sets() ? " that is an answer too (target \"fact, answer\")" : ""));
      case ANSWER -> exists(file, element, literal, answers(), names.value().inWords());
      case MESSAGE, WORD -> { }
    }
  }

  private Set<String> answers() {
    var answers = new HashSet<String>();
    pack.forms().values().forEach(form -> form.fields().stream().filter(field -> field.targets().contains("answer")).forEach(field -> answers.add(field.key())));
    return answers;
  }

  /** Of the facts that forms take, those that are kept with the case. */
  private Set<String> recalled() {
    var kept = answers();
    return ofForms().stream().filter(kept::contains).collect(Collectors.toSet());
  }

  /** What a form takes as a fact, but for the facts that Baton alone sets. */
  private Set<String> ofForms() {
    var facts = new HashSet<String>();
    pack.forms().values().forEach(form -> form.each(field -> {
      if (field.isFact() && !Fact.all().contains(field.key())) {
        facts.add(field.key());
      }
    }));
    return facts;
  }

  private void listed(String file, Element element, String table, String column, String literal) {
    if (!pack.tables().containsKey(table)) {
      return;
    }
    var rules = pack.tables().get(table);
    var index = rules.inputs().stream().map(TableModel.Column::expression).toList().indexOf(column);
    var rows = index < 0 ? List.of(literal) : rules.rules().stream().flatMap(rule -> Cells.split(rule.inputs().get(index)).stream()).flatMap(cell -> Cells.text(cell).stream()).distinct().toList();
    if (!rows.contains(literal)) {
      fault(file, element, "the name '" + literal + "'", "a row of the table '" + table + "', one of " + Near.first(rows, literal));
    }
  }

  private void exists(String file, Element element, String name, Set<String> known, String expected) {
    if (!known.contains(name)) {
      fault(file, element, "'" + name + "'", expected + ", one of " + known.stream().sorted().toList());
    }
  }

  private static String shortened(String text) {
    var stripped = text.strip();
    return stripped.length() > 100 ? stripped.substring(0, 100) + "..." : stripped;
  }

  private void fault(String file, Element element, String found, String expected) {
    faults.accept(new PackFault(file, BpmnFile.nearestId(element), found, expected));
  }
}
