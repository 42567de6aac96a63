package org.baton.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The timers of a pack's models that go by a row of a table, and which of them comes after which. */
public final class ModelTimers {

  /**
   * A timer of a model.
   *
   * @param row of the table that its call names
   * @param step what the timer is on; of a timer at which a process waits, that itself
   * @param duty whether it says by when the step is to be done
   */
  public record Timer(String file, String id, String row, String step, boolean duty) {}

  private static final Set<String> WAITS = Set.of("userTask", "callActivity", "intermediateCatchEvent", "boundaryEvent");

  private final PackVocabulary vocabulary;
  private final Map<String, FormDefinition> forms;
  private final Map<Timer, ModelProcess> timers = new HashMap<>();

  ModelTimers(ModelSources pack) {
    this.vocabulary = pack.vocabulary();
    this.forms = pack.forms();
    pack.models().forEach((file, model) -> model.elements("process").stream().map(process -> new ModelProcess(file, process))
        .forEach(process -> process.nodes().forEach(id -> timer(process, id).ifPresent(timer -> timers.put(timer, process)))));
  }

  private Optional<Timer> timer(ModelProcess process, String id) {
    var date = BpmnFile.child(process.node(id), "timerEventDefinition").map(Element::getTextContent).flatMap(ModelProcess::call);
    var at = declared(date).map(call -> call.declared().at()).findFirst();
    var on = process.node(id).getAttribute("attachedToRef");
    return at.flatMap(any -> date.flatMap(call -> call.literal(0))).map(row -> new Timer(process.file(), id, row, on.isEmpty() ? id : on, at.get() == ModelCall.At.DUTY));
  }

  private Stream<BeanContract.Call> declared(Optional<ModelProcess.Call> call) {
    return call.stream().flatMap(one -> vocabulary.beans().forms(one.bean(), one.method()).filter(form -> form.literals().size() == one.literals().size()));
  }

  /** In the order of their files. */
  public List<Timer> all() {
    return timers.keySet().stream().sorted((one, other) -> (one.file() + " " + one.id()).compareTo(other.file() + " " + other.id())).toList();
  }

  /** A user task of the timer's model that is called so; empty if the timer is on one of that name. */
  public Optional<String> otherTask(Timer timer, String name) {
    var process = timers.get(timer);
    var called = process.ofKind("userTask").filter(task -> process.node(task).getAttribute("name").equals(name)).toList();
    return called.stream().noneMatch(task -> within(process, task, timer.step())) ? called.stream().findFirst() : Optional.empty();
  }

  private static boolean within(ModelProcess process, String task, String step) {
    for (var at = process.node(task); at != null; at = at.getParentNode() instanceof Element parent ? parent : null) {
      if (at.getAttribute("id").equals(step)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The timers of the same model to which no way leads but once that one's step is done; of a timer that is no duty, but by the timer itself.
   *
   * @param countedFrom what both count from; where that may have become another instant between them, the later one is left out
   */
  public List<Timer> after(Timer timer, String countedFrom) {
    var process = timers.get(timer);
    var first = timer.duty() ? timer.step() : timer.id();
    var without = ModelProcess.reach(Stream.concat(process.start().stream(), process.eventStarts()), step -> step.equals(first) ? process.boundaries(step) : process.next(step));
    return all().stream().filter(later -> timers.get(later) == process && !later.step().equals(timer.step()) && !without.contains(later.step()))
        .filter(later -> between(process, first, later.step()).stream().noneMatch(step -> changes(process, step, countedFrom))).toList();
  }

  /** The steps from one to the other, the first among them. */
  private static Set<String> between(ModelProcess process, String from, String to) {
    var ahead = ModelProcess.reach(process.next(from), step -> step.equals(to) || step.equals(from) ? Stream.of() : process.next(step));
    return Stream.concat(Stream.of(from), ahead.stream().filter(step -> !step.equals(to))).collect(Collectors.toSet());
  }

  /** Whether the step asks for the day anew, or may bring another instant of its kind about, as a further sitting does. */
  private boolean changes(ModelProcess process, String step, String countedFrom) {
    var form = Optional.ofNullable(forms.get(BpmnFile.camunda(process.node(step), "formRef")));
    return form.filter(one -> one.fields().stream().anyMatch(field -> field.key().equals(countedFrom))).isPresent() || process.kind(step).equals("callActivity")
        || vocabulary.anchorMoments().containsKey(countedFrom) && (process.messageRef(step).isPresent() || calls(process, step).anyMatch(call -> List.of(call.declared().gives()).contains(Moment.LISTING)));
  }

  /** What is done once the process has waited there, as far as the next task, call or wait, that must not be done before the instant of a row. */
  public Set<String> notBefore(Timer timer) {
    var process = timers.get(timer);
    var rows = new HashSet<String>();
    ModelProcess.reach(process.next(timer.id()), step -> WAITS.contains(process.kind(step)) ? Stream.of() : process.next(step))
        .forEach(step -> calls(process, step).map(call -> call.declared().notBefore()).filter(row -> !row.isEmpty()).forEach(rows::add));
    return rows;
  }

  private Stream<BeanContract.Call> calls(ModelProcess process, String step) {
    return declared(process.callOf(step));
  }
}
