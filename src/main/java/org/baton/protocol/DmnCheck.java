package org.baton.protocol;

import java.util.Set;
import org.w3c.dom.Element;

/** Finds what a DMN file has beside plain decision tables: other languages and other kinds of decisions could run code. */
final class DmnCheck {

  private static final Set<String> ELEMENTS = Set.of("definitions", "decision", "decisionTable", "input", "inputExpression", "inputValues", "output",
      "outputValues", "defaultOutputEntry", "rule", "inputEntry", "outputEntry", "description", "text", "extensionElements", "annotation", "annotationEntry",
      "DMNDI", "DMNDiagram", "DMNShape", "DMNLabel", "DMNDecisionServiceDividerLine", "Bounds", "Size");
  private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of("historyTimeToLive", "versionTag");

  private DmnCheck() {}

  static void check(String file, BpmnFile dmn, Faults faults) {
    dmn.eachLanguage(element -> {
      if (!element.getAttribute("expressionLanguage").endsWith("/FEEL/")) {
        faults.add(file, nearestId(element), "the expression language " + element.getAttribute("expressionLanguage"), "FEEL, which needs no such attribute");
      }
    });
    if (dmn.everything("decision").isEmpty()) {
      faults.add(file, file, "no decision", "a decision table");
    }
    dmn.everything("decision").stream().filter(decision -> decision.getAttribute("id").isBlank())
        .forEach(decision -> faults.add(file, file, "a decision without an id", "the name of the file as its id, written like recordDuty"));
    dmn.everything("input").stream().filter(input -> input.getElementsByTagNameNS("*", "inputExpression").getLength() != 1)
        .forEach(input -> faults.add(file, nearestId(input), "a column without the name of what it compares", "an inputExpression"));
    dmn.everything("*").forEach(element -> {
      if (!ELEMENTS.contains(element.getLocalName())) {
        faults.add(file, nearestId(element), element.getLocalName(), "a decision table");
      }
      for (var i = 0; i < element.getAttributes().getLength(); i++) {
        var attribute = element.getAttributes().item(i);
        if (String.valueOf(attribute.getNamespaceURI()).startsWith("http://camunda.org/schema/1.0") && !CAMUNDA_ATTRIBUTES.contains(attribute.getLocalName())) {
          faults.add(file, nearestId(element), attribute.getNodeName(), "of Camunda's attributes only " + CAMUNDA_ATTRIBUTES.stream().sorted().toList());
        }
      }
    });
  }

  private static String nearestId(Element element) {
    for (var at = element; at != null; at = at.getParentNode() instanceof Element parent ? parent : null) {
      if (at.hasAttribute("id")) {
        return at.getAttribute("id");
      }
    }
    return element.getLocalName();
  }
}
