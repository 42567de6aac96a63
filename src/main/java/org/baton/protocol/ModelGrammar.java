package org.baton.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What may stand in a model: which element in which, with which attributes and values. Everything else is refused, so that nothing
 * reaches the engine that Baton does not know. To take a further element in, its effect on a case must be known first.
 */
final class ModelGrammar {

  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String DIAGRAM = "http://www.omg.org/spec/DD/20100524/DI";
  private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
  private static final Map<String, String> PREFIXES = Map.of(BpmnFile.BPMN, "", BpmnFile.CAMUNDA, "camunda:", DI, "bpmndi:", DIAGRAM, "di:", BOUNDS, "dc:",
      XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "xsi:", "http://camunda.org/schema/modeler/1.0", "modeler:",
      "http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc:", "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color:");
  private static final Set<String> FLOW_NODES = Set.of("startEvent", "endEvent", "userTask", "serviceTask", "businessRuleTask", "callActivity",
      "exclusiveGateway", "parallelGateway", "intermediateCatchEvent", "boundaryEvent");
  /** What Camunda Modeler writes on a step that was made from an element template. */
  private static final Set<String> TEMPLATE = Set.of("camunda:modelerTemplate", "camunda:modelerTemplateVersion", "camunda:modelerTemplateIcon");
  private static final Set<String> COLOURS = Set.of("bioc:stroke", "bioc:fill", "color:background-color", "color:border-color", "color:color");
  private static final Map<String, Set<String>> CHILDREN = children();
  private static final Map<String, Set<String>> ATTRIBUTES = attributes();
  /** Attributes that have few values only, as {@code element attribute} or, for any element, the attribute alone. */
  private static final Map<String, Pattern> VALUES = Map.ofEntries(
      Map.entry("modeler:executionPlatform", Pattern.compile("Camunda Platform")),
      Map.entry("isExecutable", Pattern.compile("true")),
      Map.entry("camunda:isStartableInTasklist", Pattern.compile("true|false")),
      // From one day to two years: shorter, and a case under way loses what it has done; longer, and people are kept on file for nothing.
      Map.entry("camunda:historyTimeToLive", Pattern.compile("P([1-9]|[1-9]\\d|[1-6]\\d\\d|7[0-2]\\d|730)D")),
      Map.entry("triggeredByEvent", Pattern.compile("true")),
      Map.entry("isInterrupting", Pattern.compile("true|false")),
      Map.entry("cancelActivity", Pattern.compile("true|false")),
      Map.entry("camunda:asyncBefore", Pattern.compile("true|false")),
      Map.entry("camunda:priority", Pattern.compile("\\d{1,3}")),
      Map.entry("camunda:in variables", Pattern.compile("all")),
      Map.entry("camunda:property name", Pattern.compile("clauses|run")),
      Map.entry("xsi:type", Pattern.compile("(\\w+:)?tFormalExpression")));
  /** Tries of a failed step: few, and a minute to an hour apart. */
  private static final Pattern RETRIES = Pattern.compile("R([1-9]|10)/PT([1-9]|[1-5]\\d|60)M");
  private static final String INSTEAD = "; what a step does is a decision table, a form or a bean of the documented list";
  private static final Map<String, String> RATHER = Map.of(
      "timeDuration", "timeDate with ${deadlines.due(execution, 'name')}, as working days are not durations",
      "timeCycle", "timeDate with ${deadlines.due(execution, 'name')}, as working days are not durations");

  private final String file;
  private final Consumer<PackFault> faults;

  private ModelGrammar(String file, Consumer<PackFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  static void check(String file, BpmnFile model, Consumer<PackFault> faults) {
    var grammar = new ModelGrammar(file, faults);
    if (name(model.root()).equals("definitions")) {
      grammar.checkElement(model.root());
    } else {
      grammar.fault(model.root(), "the element " + model.root().getNodeName(), "definitions of a BPMN model");
    }
  }

  private static Map<String, Set<String>> children() {
    var children = new HashMap<String, Set<String>>();
    children.put("definitions", Set.of("process", "message", "bpmndi:BPMNDiagram"));
    children.put("process", with(FLOW_NODES, "subProcess", "sequenceFlow", "extensionElements", "documentation", "textAnnotation", "association"));
    children.put("subProcess", with(FLOW_NODES, "sequenceFlow", "extensionElements", "documentation", "textAnnotation", "association"));
    FLOW_NODES.forEach(node -> children.put(node, Set.of("incoming", "outgoing", "extensionElements", "documentation")));
    children.merge("startEvent", Set.of("messageEventDefinition"), ModelGrammar::both);
    children.merge("endEvent", Set.of("terminateEventDefinition"), ModelGrammar::both);
    children.merge("intermediateCatchEvent", Set.of("messageEventDefinition", "timerEventDefinition"), ModelGrammar::both);
    children.merge("boundaryEvent", Set.of("timerEventDefinition"), ModelGrammar::both);
    children.merge("callActivity", Set.of("multiInstanceLoopCharacteristics"), ModelGrammar::both);
    children.put("timerEventDefinition", Set.of("timeDate"));
    children.put("sequenceFlow", Set.of("conditionExpression", "extensionElements", "documentation"));
    children.put("textAnnotation", Set.of("text"));
    children.put("extensionElements", Set.of("camunda:properties"));
    children.put("extensionElements of callActivity", Set.of("camunda:properties", "camunda:in", "camunda:out", "camunda:failedJobRetryTimeCycle"));
    for (var step : List.of("serviceTask", "businessRuleTask", "userTask", "intermediateCatchEvent", "boundaryEvent")) {
      children.put("extensionElements of " + step, Set.of("camunda:properties", "camunda:failedJobRetryTimeCycle"));
    }
    children.put("camunda:properties", Set.of("camunda:property"));
    children.put("bpmndi:BPMNDiagram", Set.of("bpmndi:BPMNPlane"));
    children.put("bpmndi:BPMNPlane", Set.of("bpmndi:BPMNShape", "bpmndi:BPMNEdge"));
    children.put("bpmndi:BPMNShape", Set.of("dc:Bounds", "bpmndi:BPMNLabel"));
    children.put("bpmndi:BPMNEdge", Set.of("di:waypoint", "bpmndi:BPMNLabel"));
    children.put("bpmndi:BPMNLabel", Set.of("dc:Bounds"));
    return children;
  }

  private static Map<String, Set<String>> attributes() {
    var attributes = new HashMap<String, Set<String>>();
    attributes.put("definitions", Set.of("id", "name", "targetNamespace", "exporter", "exporterVersion", "modeler:executionPlatform", "modeler:executionPlatformVersion"));
    attributes.put("process", Set.of("id", "name", "isExecutable", "camunda:historyTimeToLive", "camunda:isStartableInTasklist"));
    FLOW_NODES.forEach(node -> attributes.put(node, with(TEMPLATE, "id", "name")));
    attributes.merge("startEvent", Set.of("isInterrupting", "camunda:formRef", "camunda:formRefBinding"), ModelGrammar::both);
    attributes.merge("userTask", Set.of("camunda:candidateGroups", "camunda:formRef", "camunda:formRefBinding", "camunda:priority"), ModelGrammar::both);
    attributes.merge("serviceTask", Set.of("camunda:expression", "camunda:asyncBefore"), ModelGrammar::both);
    attributes.merge("businessRuleTask",
        Set.of("camunda:decisionRef", "camunda:decisionRefBinding", "camunda:mapDecisionResult", "camunda:resultVariable"), ModelGrammar::both);
    attributes.merge("callActivity", Set.of("calledElement", "camunda:calledElementBinding"), ModelGrammar::both);
    attributes.merge("exclusiveGateway", Set.of("default"), ModelGrammar::both);
    attributes.merge("boundaryEvent", Set.of("attachedToRef", "cancelActivity"), ModelGrammar::both);
    attributes.put("subProcess", Set.of("id", "name", "triggeredByEvent"));
    attributes.put("sequenceFlow", Set.of("id", "name", "sourceRef", "targetRef"));
    attributes.put("conditionExpression", Set.of("id", "xsi:type"));
    attributes.put("timeDate", Set.of("id", "xsi:type"));
    attributes.put("timerEventDefinition", Set.of("id"));
    attributes.put("terminateEventDefinition", Set.of("id"));
    attributes.put("messageEventDefinition", Set.of("id", "messageRef"));
    attributes.put("message", Set.of("id", "name"));
    attributes.put("multiInstanceLoopCharacteristics", Set.of("camunda:collection", "camunda:elementVariable", "camunda:asyncBefore"));
    attributes.put("textAnnotation", Set.of("id"));
    attributes.put("association", Set.of("id", "sourceRef", "targetRef", "associationDirection"));
    attributes.put("camunda:in", Set.of("variables", "source", "target"));
    attributes.put("camunda:out", Set.of("source", "target"));
    attributes.put("camunda:property", Set.of("name", "value"));
    attributes.put("bpmndi:BPMNDiagram", Set.of("id", "name"));
    attributes.put("bpmndi:BPMNPlane", Set.of("id", "bpmnElement"));
    attributes.put("bpmndi:BPMNShape", with(COLOURS, "id", "bpmnElement", "isExpanded", "isMarkerVisible"));
    attributes.put("bpmndi:BPMNEdge", with(COLOURS, "id", "bpmnElement"));
    attributes.put("bpmndi:BPMNLabel", with(COLOURS, "id"));
    attributes.put("dc:Bounds", Set.of("x", "y", "width", "height"));
    attributes.put("di:waypoint", Set.of("x", "y"));
    return attributes;
  }

  private void checkElement(Element element) {
    checkAttributes(element);
    if (name(element).equals("camunda:failedJobRetryTimeCycle") && !RETRIES.matcher(element.getTextContent().strip()).matches()) {
      fault(element, "the tries '" + element.getTextContent().strip() + "'", "at most ten, a minute to an hour apart, for example R5/PT5M");
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element nested) {
        if (allowedIn(element).contains(name(nested))) {
          checkElement(nested);
        } else {
          fault(nested, described(nested), expectedIn(element, nested));
        }
      }
    }
  }

  private void checkAttributes(Element element) {
    var allowed = ATTRIBUTES.getOrDefault(name(element), Set.of());
    for (var i = 0; i < element.getAttributes().getLength(); i++) {
      var attribute = (Attr) element.getAttributes().item(i);
      if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
        continue;
      }
      var name = name(attribute);
      if (!allowed.contains(name)) {
        fault(element, name + "=\"" + shortened(attribute.getValue()) + "\"", "one of " + new TreeSet<>(allowed) + ", by the namespaces of BPMN, of its drawing and of Camunda" + INSTEAD);
      } else {
        checkValue(element, name, attribute.getValue());
      }
    }
  }

  private void checkValue(Element element, String attribute, String value) {
    var pattern = VALUES.getOrDefault(name(element) + " " + attribute, VALUES.get(attribute));
    if (pattern != null && !pattern.matcher(value).matches()) {
      fault(element, attribute + " '" + shortened(value) + "'", "a value such as " + pattern.pattern());
    }
  }

  private static Set<String> allowedIn(Element element) {
    var parent = element.getParentNode() instanceof Element outer ? name(outer) : "";
    return CHILDREN.getOrDefault(name(element) + " of " + parent, CHILDREN.getOrDefault(name(element), Set.of()));
  }

  private static String expectedIn(Element parent, Element found) {
    return RATHER.getOrDefault(found.getLocalName(), "in " + name(parent) + " one of " + new TreeSet<>(allowedIn(parent)) + ", by the namespaces of BPMN, of its drawing and of Camunda" + INSTEAD);
  }

  /** {@code scriptTask} is a script task; of elements with attributes, those are named too. */
  private static String described(Element element) {
    var attributes = new ArrayList<String>();
    for (var i = 0; i < element.getAttributes().getLength(); i++) {
      attributes.add(element.getAttributes().item(i).getNodeName());
    }
    var words = BpmnFile.BPMN.equals(element.getNamespaceURI()) ? "a " + element.getLocalName().replaceAll("([A-Z])", " $1").toLowerCase() + ", " : "";
    return words + name(element) + (attributes.isEmpty() ? "" : " with " + String.join(", ", attributes));
  }

  /** With the prefix that models of this repository use; a name of another namespace, or of none, keeps the one it is written with, which no list has. */
  private static String name(Node node) {
    if (node instanceof Attr && node.getNamespaceURI() == null) {
      return node.getNodeName();
    }
    var prefix = node.getNamespaceURI() == null ? null : PREFIXES.get(node.getNamespaceURI());
    // A node of BPMN has no prefix in the lists, so one of no known namespace must not look like it.
    return prefix == null || node instanceof Attr && prefix.isEmpty() ? "{" + node.getNamespaceURI() + "}" + node.getNodeName() : prefix + node.getLocalName();
  }

  private static String shortened(String value) {
    return value.length() > 60 ? value.substring(0, 60) + "..." : value;
  }

  private static Set<String> with(Set<String> names, String... more) {
    return both(names, Set.of(more));
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    var all = new TreeSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }

  private void fault(Element element, String found, String expected) {
    faults.accept(new PackFault(file, BpmnFile.nearestId(element), found, expected));
  }
}
