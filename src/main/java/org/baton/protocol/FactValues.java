package org.baton.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which values the facts of a pack can have: by its forms, by its tables, and by what Baton sets itself. */
final class FactValues {

  private static final Set<String> TRUTHS = Set.of("true", "false");
  /** Facts that Baton sets to a few values; those that are numbers, names or ids are not listed. */
  private static final Map<String, Set<String>> OF_BATON = Map.ofEntries(
      Map.entry(Fact.COMPLETE, TRUTHS), Map.entry(Fact.MORE_ITEMS, TRUTHS), Map.entry(Fact.CHAIR_PRESENT, TRUTHS),
      Map.entry(Fact.UNSIGNED_DECISIONS, TRUTHS), Map.entry(Fact.IN_TIME, TRUTHS), Map.entry(Fact.AGENDA_SETTLED, TRUTHS),
      Map.entry(Fact.SERVICE_NAMED, TRUTHS), Map.entry(Fact.PATHWAY_WOKEN, TRUTHS), Map.entry(Fact.READS_RECORD_SYSTEM, TRUTHS),
      Map.entry(Fact.ACTIONS_LOGGED, TRUTHS), Map.entry(Fact.SHARING_ALLOWED, TRUTHS),
      Map.entry(Fact.ACCEPTANCE, Set.of("ACCEPTED", "OPEN")),
      // Sittings are shared and ask for it, whether or not an authority's own form offers it.
      Map.entry(Fact.PANEL_OUTCOME, Set.of("MASH_REFERRAL")));
  private static final Set<String> NUMBERS = Set.of(Fact.SERVICES_PRESENT, Fact.LEADING_MARGIN, Fact.MEMBERS_NOT_AGREED);
  private static final Set<String> BY_MESSAGE = Set.of(Fact.PANEL_OUTCOME, Fact.ACCEPTANCE, Fact.SERVICE_NAMED);

  private final ModelSources pack;
  private final Map<String, Set<String>> found = new HashMap<>();
  /** By form. */
  private final Map<String, List<FormContract.Sets>> sets = new HashMap<>();

  FactValues(ModelSources pack) {
    this.pack = pack;
  }

  /** Every value that the fact can have; empty if it can have any, or if nothing sets it. */
  Set<String> of(String fact) {
    return found.computeIfAbsent(fact, this::find);
  }

  private Set<String> find(String fact) {
    var values = new TreeSet<>(OF_BATON.getOrDefault(fact, Set.of()));
    pack.forms().values().stream().flatMap(form -> sets(form).stream()).filter(set -> set.fact().equals(fact)).forEach(set -> values.addAll(set.values()));
    pack.models().values().forEach(model -> {
      model.elements("businessRuleTask").stream().filter(task -> BpmnFile.camunda(task, "resultVariable").equals(fact))
          .forEach(task -> values.addAll(answers(BpmnFile.camunda(task, "decisionRef"))));
      if (fact.equals(Fact.PANEL_OUTCOME)) {
        model.elements("serviceTask").stream().flatMap(task -> ModelProcess.call(BpmnFile.camunda(task, "expression")).stream())
            .filter(call -> Set.of("panel.decideByVote", "panel.decideWithout").contains(call.name())).flatMap(call -> call.literal(0).stream()).forEach(values::add);
      }
    });
    return values;
  }

  /** Whether the fact is a number, which has values without end. */
  boolean isNumber(String fact) {
    return NUMBERS.contains(fact) || pack.forms().values().stream().anyMatch(form ->
        form.fields().stream().anyMatch(field -> field.isFact() && field.key().equals(fact) && field.type().equals("number")));
  }

  /** The facts that a step may change. */
  Set<String> setBy(ModelProcess process, String step) {
    return switch (process.kind(step)) {
      case "userTask", "startEvent" -> pack.form(BpmnFile.camunda(process.node(step), "formRef")).map(this::setBy).orElse(Set.of());
      case "businessRuleTask" -> Set.of(BpmnFile.camunda(process.node(step), "resultVariable"));
      case "intermediateCatchEvent" -> process.messageRef(step).isPresent() ? BY_MESSAGE : Set.of();
      case "serviceTask" -> process.callOf(step).map(this::setBy).orElse(Set.of());
      default -> Set.of();
    };
  }

  /** What a form must answer with one of its choices: by fact. */
  Map<String, Set<String>> chosenAt(ModelProcess process, String step) {
    var chosen = new HashMap<String, Set<String>>();
    if (process.kind(step).equals("userTask") || process.kind(step).equals("startEvent")) {
      pack.form(BpmnFile.camunda(process.node(step), "formRef")).ifPresent(form -> form.fields().stream()
          .filter(field -> field.isFact() && field.rules().required() && field.hide().isEmpty() && !field.options().isEmpty())
          .forEach(field -> chosen.put(field.key(), new TreeSet<>(field.options()))));
    }
    return chosen;
  }

  /** The names of all facts that a process can have. */
  Set<String> names() {
    var names = new TreeSet<>(Fact.all());
    pack.models().values().forEach(model -> names.addAll(model.resultVariables()));
    pack.forms().values().forEach(form -> names.addAll(setBy(form)));
    return names;
  }

  private Set<String> setBy(FormDefinition form) {
    return sets(form).stream().map(FormContract.Sets::fact).collect(Collectors.toSet());
  }

  private List<FormContract.Sets> sets(FormDefinition form) {
    return sets.computeIfAbsent(form.id(), any -> pack.vocabulary().forms().sets(form).toList());
  }

  private Set<String> setBy(ModelProcess.Call call) {
    var facts = new HashSet<String>();
    pack.vocabulary().beans().forms(call.bean(), call.method()).forEach(form -> {
      Stream.of(form.declared().sets()).flatMap(this::named).forEach(facts::add);
      for (var at = 0; at < form.literals().size(); at++) {
        if (form.literals().get(at).names().sets()) {
          call.literal(at).ifPresent(facts::add);
        }
      }
    });
    return facts;
  }

  private Stream<String> named(String set) {
    return set.endsWith("*") ? pack.forms().values().stream().flatMap(form -> setBy(form).stream()).filter(fact -> fact.startsWith(set.substring(0, set.length() - 1))) : Stream.of(set);
  }

  private Set<String> answers(String table) {
    var answers = new HashSet<String>();
    Optional.ofNullable(pack.tables().get(table)).ifPresent(model -> model.rules().forEach(rule -> rule.outputs().forEach(cell -> answers.add(cell.replace("\"", "")))));
    return answers;
  }
}
