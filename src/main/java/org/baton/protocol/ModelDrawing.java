package org.baton.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * Finds what a model's picture shows and the model has not, and the other way round: Cockpit and Camunda Modeler show the picture
 * alone, so a step without a place in it is one that nobody sees, and a line of it that belongs to nothing is one the engine refuses.
 */
final class ModelDrawing {

  /** What is drawn as a line; every other step is a shape. */
  private static final Set<String> LINES = Set.of("sequenceFlow", "association");
  private static final String REDRAW = "; draw it in Camunda Modeler";

  private final String file;
  private final BpmnFile model;
  private final Consumer<PackFault> faults;

  private ModelDrawing(String file, BpmnFile model, Consumer<PackFault> faults) {
    this.file = file;
    this.model = model;
    this.faults = faults;
  }

  /** @param faults receives what is wrong, named by the step or by the part of the picture */
  static void check(String file, BpmnFile model, Consumer<PackFault> faults) {
    var drawing = new ModelDrawing(file, model, faults);
    var processes = new HashMap<String, Element>();
    model.elements("process").forEach(process -> processes.put(process.getAttribute("id"), process));
    drawing.check("BPMNPlane", "the picture of", processes, "the process of this file");
    drawing.check("BPMNShape", "the shape of", drawing.drawn(false), "a step of this file");
    drawing.check("BPMNEdge", "the line of", drawing.drawn(true), "a flow of this file");
    drawing.checkPlaces();
  }

  /** By their ids: what the process and its parts have that people see. */
  private Map<String, Element> drawn(boolean lines) {
    var drawn = new HashMap<String, Element>();
    model.elements("*").stream().filter(element -> element.getParentNode() instanceof Element parent && Set.of("process", "subProcess").contains(parent.getLocalName()))
        .filter(element -> !Set.of("extensionElements", "documentation").contains(element.getLocalName()) && LINES.contains(element.getLocalName()) == lines)
        .forEach(element -> drawn.put(element.getAttribute("id"), element));
    return drawn;
  }

  private void check(String kind, String what, Map<String, Element> drawn, String expected) {
    var left = new HashMap<>(drawn);
    model.everything(kind).forEach(part -> {
      var of = part.getAttribute("bpmnElement");
      if (!drawn.containsKey(of)) {
        fault(part, what + " '" + of + "', which is not there", expected + ", or no such " + kind + " in the picture");
      } else if (left.remove(of) == null) {
        fault(part, what + " '" + of + "' a second time", "each once");
      }
    });
    left.values().forEach(element -> fault(element, words(element) + " that the picture does not show", "a " + kind + " for it" + REDRAW));
  }

  private void checkPlaces() {
    model.everything("BPMNShape").forEach(shape -> {
      var bounds = places(shape, "Bounds");
      if (bounds.size() != 1 || !(number(bounds.get(0), "width") > 0 && number(bounds.get(0), "height") > 0)) {
        fault(shape, "a shape without a size", "one dc:Bounds with a width and a height" + REDRAW);
      }
    });
    model.everything("Bounds").forEach(bounds -> checkNumbers(bounds, "x", "y", "width", "height"));
    model.everything("waypoint").forEach(point -> checkNumbers(point, "x", "y"));
    model.everything("BPMNEdge").stream().filter(edge -> places(edge, "waypoint").size() < 2)
        .forEach(edge -> fault(edge, "a line of fewer than two points", "where it begins and where it ends" + REDRAW));
  }

  /** Its own ones, without those of its label. */
  private static List<Element> places(Element part, String name) {
    var within = part.getElementsByTagNameNS("*", name);
    return IntStream.range(0, within.getLength()).mapToObj(at -> (Element) within.item(at)).filter(place -> place.getParentNode() == part).toList();
  }

  private void checkNumbers(Element element, String... attributes) {
    for (var attribute : attributes) {
      if (!Double.isFinite(number(element, attribute))) {
        fault(element, attribute + " '" + element.getAttribute(attribute) + "'", "a number" + REDRAW);
      }
    }
  }

  /** Not a number if none stands there. */
  private static double number(Element element, String attribute) {
    try {
      return Double.parseDouble(element.getAttribute(attribute));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** {@code userTask} is a user task. */
  private static String words(Element element) {
    var words = element.getLocalName().replaceAll("([A-Z])", " $1").toLowerCase();
    return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
  }

  private void fault(Element element, String found, String expected) {
    faults.accept(new PackFault(file, BpmnFile.nearestId(element), found, expected));
  }
}
