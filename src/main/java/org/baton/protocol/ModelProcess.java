package org.baton.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One process of a model as a graph of steps and flows, those of its event sub-processes included. */
final class ModelProcess {

  private static final Pattern COMPARISON = Pattern.compile("\\$\\{\\s*([a-zA-Z]\\w*)\\s*==\\s*(?:'([^'\\\\]*)'|(\\d+|true|false))\\s*}");
  private static final Pattern CALL = Pattern.compile(
      "\\$\\{\\s*([a-zA-Z]\\w*)\\.([a-zA-Z]\\w*)\\(\\s*execution\\s*((?:,\\s*(?:'[^'\\\\]*'|\\d+|true|false)\\s*)*)\\)\\s*}");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]{0,200}}");
  private static final Pattern LITERAL = Pattern.compile("'([^'\\\\]*)'|(\\d+)|(true|false)");

  /** @param fact and the constant, without quotation marks, that it must equal */
  record Comparison(String fact, String constant) {}

  /** @param condition empty for a flow that is always taken, or taken by default */
  record Flow(String id, String from, String to, Optional<Comparison> condition) {}

  /** The kind of a literal in quotation marks, the only one that calls take. */
  static final String TEXT = "text";

  /** A literal of a call. @param kind {@code text}, {@code number} or {@code truth} */
  record Literal(String kind, String value) {}

  /** A call of a bean, as a model writes it. */
  record Call(String bean, String method, List<Literal> literals) {

    String name() {
      return bean + "." + method;
    }

    Optional<String> literal(int index) {
      return index < literals.size() ? Optional.of(literals.get(index).value()) : Optional.empty();
    }
  }

  private final String file;
  private final Element element;
  private final Map<String, Element> nodes = new LinkedHashMap<>();
  private final Map<String, List<Flow>> outgoing = new LinkedHashMap<>();
  private final Map<String, List<String>> boundaries = new HashMap<>();
  private final List<Flow> flows = new ArrayList<>();

  ModelProcess(String file, Element process) {
    this.file = file;
    this.element = process;
    collect(process);
  }

  private void collect(Element scope) {
    for (Node child = scope.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (!(child instanceof Element step) || !BpmnFile.BPMN.equals(step.getNamespaceURI())) {
        continue;
      }
      switch (step.getLocalName()) {
        case "sequenceFlow" -> {
          var flow = new Flow(step.getAttribute("id"), step.getAttribute("sourceRef"), step.getAttribute("targetRef"), BpmnFile.child(step, "conditionExpression").flatMap(condition -> comparison(condition.getTextContent())));
          flows.add(flow);
          outgoing.computeIfAbsent(flow.from(), from -> new ArrayList<>()).add(flow);
        }
        case "subProcess" -> collect(step);
        case "extensionElements", "documentation", "textAnnotation", "association" -> { }
        case "boundaryEvent" -> {
          nodes.put(step.getAttribute("id"), step);
          boundaries.computeIfAbsent(step.getAttribute("attachedToRef"), to -> new ArrayList<>()).add(step.getAttribute("id"));
        }
        default -> nodes.put(step.getAttribute("id"), step);
      }
    }
  }

  static Optional<Comparison> comparison(String text) {
    var matcher = COMPARISON.matcher(text.strip());
    return matcher.matches() ? Optional.of(new Comparison(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2))) : Optional.empty();
  }

  static Optional<Call> call(String text) {
    var matcher = CALL.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var literals = LITERAL.matcher(matcher.group(3)).results().map(found -> found.group(1) != null ? new Literal(TEXT, found.group(1))
        : found.group(2) != null ? new Literal("number", found.group(2)) : new Literal("truth", found.group(3))).toList();
    return Optional.of(new Call(matcher.group(1), matcher.group(2), literals));
  }

  /** Every call in a text that has expressions among other words. */
  static Stream<Call> calls(String text) {
    return EXPRESSION.matcher(text).results().flatMap(found -> call(found.group()).stream());
  }

  String id() {
    return element.getAttribute("id");
  }

  String file() {
    return file;
  }

  Element element() {
    return element;
  }

  /** Whether an instance of it carries a case. */
  boolean main() {
    return BpmnFile.property(element, "run").equals(Optional.of("main"));
  }

  Set<String> nodes() {
    return nodes.keySet();
  }

  Element node(String id) {
    return nodes.get(id);
  }

  boolean has(String id) {
    return nodes.containsKey(id);
  }

  String kind(String id) {
    return nodes.get(id).getLocalName();
  }

  List<Flow> flows() {
    return flows;
  }

  List<Flow> outgoing(String id) {
    return outgoing.getOrDefault(id, List.of());
  }

  /** The bean that a service task calls; empty for other steps. */
  Optional<Call> call(Element step) {
    return step.getLocalName().equals("serviceTask") ? call(BpmnFile.camunda(step, "expression")) : Optional.empty();
  }

  Optional<Call> callOf(String id) {
    return call(nodes.get(id));
  }

  /** Where it begins when it is started or called. */
  Optional<String> start() {
    return starts().filter(id -> nodes.get(id).getParentNode() == element).findFirst();
  }

  /** The start events of its event sub-processes. */
  Stream<String> eventStarts() {
    return starts().filter(id -> nodes.get(id).getParentNode() != element);
  }

  boolean interrupts(String start) {
    return !nodes.get(start).getAttribute("isInterrupting").equals("false");
  }

  private Stream<String> starts() {
    return nodes.keySet().stream().filter(id -> kind(id).equals("startEvent"));
  }

  Stream<String> ofKind(String kind) {
    return nodes.keySet().stream().filter(id -> kind(id).equals(kind));
  }

  /** The timers on a step. */
  Stream<String> boundaries(String id) {
    return boundaries.getOrDefault(id, List.of()).stream();
  }

  /** The message that a start or catch event waits for; empty for others. */
  Optional<String> messageRef(String id) {
    return BpmnFile.child(nodes.get(id), "messageEventDefinition").map(definition -> definition.getAttribute("messageRef"));
  }

  /** Where a token goes from there. */
  Stream<String> next(String id) {
    return Stream.concat(outgoing(id).stream().map(Flow::to), boundaries(id)).filter(nodes::containsKey);
  }

  /** All steps to be reached from these by the way that is given, these included. */
  static Set<String> reach(Stream<String> from, Function<String, Stream<String>> next) {
    var reached = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(from.toList());
    while (!open.isEmpty()) {
      var at = open.pop();
      if (reached.add(at)) {
        next.apply(at).forEach(open::push);
      }
    }
    return reached;
  }

  /** The steps of one loop that passes only steps of that kind; empty if there is none. */
  Set<String> loop(Predicate<String> through) {
    Function<String, Stream<String>> next = id -> next(id).filter(through);
    for (var id : nodes.keySet()) {
      if (through.test(id)) {
        var ahead = reach(next.apply(id), next);
        if (ahead.contains(id)) {
          ahead.removeIf(other -> !reach(next.apply(other), next).contains(id));
          return ahead;
        }
      }
    }
    return Set.of();
  }
}
