package org.baton.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baton.protocol.BpmnFile;
import org.baton.protocol.Pack;
import org.w3c.dom.Element;

/** What can be taken away from the steps of a model. */
final class BpmnMutants {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Set<String> STEPS = Set.of("userTask", "serviceTask", "businessRuleTask", "callActivity", "intermediateCatchEvent");
  private static final Pattern ROLE = Pattern.compile("roles\\.group\\(execution, '([^']+)'\\)");
  private static final Pattern DEADLINE = Pattern.compile("deadlines\\.\\w+\\(execution, '([^']+)'\\)");
  private static final String NEVER = "${1 == 2}";

  private final Pack pack;
  private final String file;
  private final byte[] bytes;
  private final BiFunction<String, Element, List<String>> clauses;
  private final List<Mutant> mutants = new ArrayList<>();

  /** @param clauses those that an element of the file carries out; empty if none */
  BpmnMutants(Pack pack, String file, BiFunction<String, Element, List<String>> clauses) {
    this.pack = pack;
    this.file = file;
    this.bytes = pack.files().content().get(file);
    this.clauses = clauses;
  }

  List<Mutant> all() {
    Xml.read(bytes).all(element -> !clauses.apply(file, element).isEmpty()).forEach(this::of);
    return mutants;
  }

  private void of(Element element) {
    switch (element.getLocalName()) {
      case "userTask" -> group(element);
      case "exclusiveGateway" -> ways(element);
      case "boundaryEvent" -> boundary(element);
      case "callActivity" -> called(element);
      case "startEvent" -> beside(element);
      case "subProcess" -> beside(element);
      default -> { }
    }
    if (STEPS.contains(element.getLocalName())) {
      bypassed(element);
      clock(element);
    }
  }

  private void add(Element element, Kind kind, String detail, Consumer<Xml> change) {
    add(element, clauses.apply(file, element), kind, detail, change);
  }

  private void add(Element element, List<String> clauses, Kind kind, String detail, Consumer<Xml> change) {
    if (clauses.isEmpty()) {
      return;
    }
    var copy = Xml.read(bytes);
    change.accept(copy);
    mutants.add(new Mutant(pack.authority(), kind, file, element.getAttribute("id"), detail, clauses, around(element), copy.bytes()));
  }

  /** The element with the flows that leave it, as they decide what a split does. */
  private static String around(Element element) {
    var text = new StringBuilder(Xml.text(element));
    Xml.children((Element) element.getParentNode(), "sequenceFlow").stream().filter(flow -> flow.getAttribute("sourceRef").equals(element.getAttribute("id"))).map(Xml::text).forEach(text::append);
    return text.toString();
  }

  private void group(Element task) {
    var found = ROLE.matcher(task.getAttributeNS(CAMUNDA, "candidateGroups"));
    while (found.find()) {
      var role = found.group(1);
      var other = other(role, pack.roles().stream().filter(one -> pack.role(one).scope() == pack.role(role).scope()).toList(), pack.roles());
      var groups = task.getAttributeNS(CAMUNDA, "candidateGroups").replace("'" + role + "'", "'" + other + "'");
      add(task, Kind.GROUP, role, copy -> copy.byId(task.getAttribute("id")).setAttributeNS(CAMUNDA, "camunda:candidateGroups", groups));
    }
  }

  /** The next one in the alphabet, of those alike; where there is none, of all. */
  private static String other(String one, List<String> alike, List<String> all) {
    return Stream.of(alike, all).map(TreeSet::new).filter(names -> names.size() > 1)
        .map(names -> names.higher(one) == null ? names.first() : names.higher(one)).findFirst().orElseThrow();
  }

  private void ways(Element split) {
    var ways = flows(split);
    ways.stream().filter(way -> !Xml.children(way, "conditionExpression").isEmpty()).forEach(way -> add(split, clauses(split, way), Kind.CONDITION, way.getAttribute("id"),
        copy -> Xml.children(copy.byId(way.getAttribute("id")), "conditionExpression").get(0).setTextContent(NEVER)));
    for (var i = 0; i + 1 < ways.size(); i++) {
      var one = ways.get(i);
      var next = ways.get(i + 1);
      add(split, clauses(split, one, next), Kind.SWAPPED, one.getAttribute("id") + "+" + next.getAttribute("id"), copy -> {
        copy.byId(one.getAttribute("id")).setAttribute("targetRef", next.getAttribute("targetRef"));
        copy.byId(next.getAttribute("id")).setAttribute("targetRef", one.getAttribute("targetRef"));
        copy.all("incoming").forEach(Xml::remove);
      });
    }
  }

  /** Of the ways that say their own, be it none; what a split says is of those that do not. */
  private List<String> clauses(Element split, Element... ways) {
    return Stream.of(ways).flatMap(way -> (BpmnFile.property(way, "clauses").isPresent() ? clauses.apply(file, way) : clauses.apply(file, split)).stream()).distinct().toList();
  }

  private static List<Element> flows(Element node) {
    return Xml.children((Element) node.getParentNode(), "sequenceFlow").stream().filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id"))).toList();
  }

  private void boundary(Element event) {
    add(event, Kind.BOUNDARY, "", copy -> {
      flows(copy.byId(event.getAttribute("id"))).forEach(flow -> remove(copy, flow));
      remove(copy, copy.byId(event.getAttribute("id")));
    });
    clock(event);
    var interrupts = !event.getAttribute("cancelActivity").equals("false");
    add(event, Kind.INTERRUPTS, "", copy -> copy.byId(event.getAttribute("id")).setAttribute("cancelActivity", String.valueOf(!interrupts)));
  }

  private void clock(Element event) {
    Stream.of(event).flatMap(one -> Xml.children(one, "timerEventDefinition").stream()).flatMap(timer -> Xml.children(timer, "timeDate").stream()).findFirst().ifPresent(date -> {
      var found = DEADLINE.matcher(date.getTextContent());
      if (found.find()) {
        var names = pack.table("deadline").model().rules().stream().flatMap(rule -> rule.names().stream()).distinct().toList();
        add(event, Kind.CLOCK, "", copy -> Xml.children(Xml.children(copy.byId(event.getAttribute("id")), "timerEventDefinition").get(0), "timeDate").get(0)
            .setTextContent(date.getTextContent().replace("'" + found.group(1) + "'", "'" + other(found.group(1), names, names) + "'")));
      }
    });
  }

  /** Another in which somebody is asked: one that runs through by itself could go round and round in the calling model. */
  private void called(Element call) {
    var models = pack.files().content().keySet().stream().filter(name -> name.endsWith(".bpmn")).map(name -> BpmnFile.read(pack.files().content().get(name)))
        .filter(model -> !model.elements("userTask").isEmpty()).map(model -> model.elements("process").get(0).getAttribute("id")).toList();
    add(call, Kind.CALLED, "", copy -> copy.byId(call.getAttribute("id")).setAttribute("calledElement", other(call.getAttribute("calledElement"), models, models)));
  }

  /** An event sub-process, by itself or by the event that starts it. */
  private void beside(Element element) {
    var start = element.getLocalName().equals("startEvent") ? element : Xml.children(element, "startEvent").stream().findFirst().orElse(element);
    if (!(start.getParentNode() instanceof Element parent) || !parent.getLocalName().equals("subProcess")) {
      return;
    }
    add(element, Kind.BESIDE, "", copy -> remove(copy, copy.byId(parent.getAttribute("id"))));
    var interrupts = !start.getAttribute("isInterrupting").equals("false");
    add(element, Kind.INTERRUPTS, "", copy -> copy.byId(start.getAttribute("id")).setAttribute("isInterrupting", String.valueOf(!interrupts)));
  }

  /** What came to it goes on where it led; what hung at its edge is gone with it. */
  private void bypassed(Element step) {
    var ways = flows(step);
    if (ways.size() != 1) {
      return;
    }
    add(step, Kind.BYPASSED, "", copy -> {
      var gone = copy.byId(step.getAttribute("id"));
      var next = flows(gone).get(0).getAttribute("targetRef");
      copy.all("sequenceFlow").stream().filter(flow -> flow.getAttribute("targetRef").equals(step.getAttribute("id"))).forEach(flow -> flow.setAttribute("targetRef", next));
      copy.all("incoming").forEach(Xml::remove);
      copy.all("boundaryEvent").stream().filter(event -> event.getAttribute("attachedToRef").equals(step.getAttribute("id"))).toList().forEach(event -> {
        flows(event).forEach(flow -> remove(copy, flow));
        remove(copy, event);
      });
      flows(gone).forEach(flow -> remove(copy, flow));
      remove(copy, gone);
    });
  }

  /** With all that is in it, and with their pictures. */
  private static void remove(Xml model, Element element) {
    var ids = new TreeSet<String>();
    ids.add(element.getAttribute("id"));
    var inside = element.getElementsByTagNameNS("*", "*");
    for (var i = 0; i < inside.getLength(); i++) {
      ids.add(((Element) inside.item(i)).getAttribute("id"));
    }
    ids.remove("");
    Xml.remove(element);
    model.all(part -> part.hasAttribute("bpmnElement") && ids.contains(part.getAttribute("bpmnElement"))).forEach(Xml::remove);
    model.all("*").stream().filter(part -> Set.of("incoming", "outgoing").contains(part.getLocalName()) && ids.contains(part.getTextContent())).toList().forEach(Xml::remove);
  }
}
