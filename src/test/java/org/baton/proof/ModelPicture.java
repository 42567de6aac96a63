package org.baton.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Draws a BPMN model as SVG from its own diagram, for the documentation. */
final class ModelPicture {

  private static final int PAD = 20;
  /** Mean width of a letter at the size used, in pixels. */
  private static final double LETTER = 6.1;

  private final StringBuilder svg = new StringBuilder();
  private final BpmnModelInstance model;

  private ModelPicture(BpmnModelInstance model) {
    this.model = model;
  }

  static String of(BpmnModelInstance model) {
    var picture = new ModelPicture(model);
    picture.draw();
    return picture.svg.toString();
  }

  private void draw() {
    var shapes = model.getModelElementsByType(BpmnShape.class).stream().toList();
    var edges = model.getModelElementsByType(BpmnEdge.class).stream().toList();
    var xs = new ArrayList<Double>();
    var ys = new ArrayList<Double>();
    shapes.forEach(shape -> corners(shape.getBounds(), xs, ys));
    shapes.stream().filter(shape -> shape.getBpmnLabel() != null).forEach(shape -> corners(shape.getBpmnLabel().getBounds(), xs, ys));
    edges.forEach(edge -> edge.getWaypoints().forEach(point -> {
      xs.add(point.getX());
      ys.add(point.getY());
    }));
    var left = xs.stream().min(Double::compare).orElseThrow() - PAD;
    var top = ys.stream().min(Double::compare).orElseThrow() - PAD;
    var width = xs.stream().max(Double::compare).orElseThrow() - left + PAD;
    var height = ys.stream().max(Double::compare).orElseThrow() - top + PAD;
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.0f %.0f %.0f %.0f\" font-family=\"sans-serif\" font-size=\"12\">", left, top, width, height);
    add("<defs><marker id=\"arrow\" markerWidth=\"10\" markerHeight=\"8\" refX=\"9\" refY=\"4\" orient=\"auto\"><path d=\"M0,0 L10,4 L0,8 z\"/></marker></defs>");
    add("<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" fill=\"white\"/>", left, top, width, height);
    shapes.stream().filter(shape -> shape.getBpmnElement() instanceof SubProcess).forEach(this::shape);
    edges.forEach(this::edge);
    shapes.stream().filter(shape -> !(shape.getBpmnElement() instanceof SubProcess)).forEach(this::shape);
    add("</svg>");
  }

  private void shape(BpmnShape shape) {
    var element = shape.getBpmnElement();
    var box = shape.getBounds();
    var x = box.getX() + box.getWidth() / 2;
    var y = box.getY() + box.getHeight() / 2;
    if (element instanceof SubProcess) {
      add("<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"10\" fill=\"none\" stroke=\"black\" stroke-dasharray=\"3 3\"/>",
          box.getX(), box.getY(), box.getWidth(), box.getHeight());
      text(name(element), x, box.getY() + 16, box.getWidth());
    } else if (element instanceof Activity) {
      add("<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"10\" fill=\"%s\" stroke=\"black\" stroke-width=\"%d\"/>",
          box.getX(), box.getY(), box.getWidth(), box.getHeight(), colour(element), element instanceof CallActivity ? 4 : 2);
      text(name(element), x, y, box.getWidth() - 8);
    } else if (element instanceof Event event) {
      add("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"18\" fill=\"white\" stroke=\"black\" stroke-width=\"%d\"%s/>", x, y, event instanceof EndEvent ? 4 : 2,
          event instanceof BoundaryEvent ? " stroke-dasharray=\"4 2\"" : "");
      mark(element, x, y);
      label(shape, element);
    } else {
      add("<path d=\"M%.0f,%.0f l25,25 l-25,25 l-25,-25 z\" fill=\"white\" stroke=\"black\" stroke-width=\"2\"/>", x, y - 25);
      add("<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" font-size=\"26\">%s</text>", x, y + 9, element instanceof ParallelGateway ? "+" : "×");
      label(shape, element);
    }
  }

  private void mark(BaseElement event, double x, double y) {
    var inside = event.getDomElement().getChildElements().stream().map(child -> child.getLocalName()).toList();
    if (inside.contains("timerEventDefinition")) {
      add("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"10\" fill=\"none\" stroke=\"black\"/><path d=\"M%.0f,%.0f v-8 M%.0f,%.0f h6\" stroke=\"black\"/>", x, y, x, y, x, y);
    } else if (inside.contains("messageEventDefinition")) {
      add("<path d=\"M%.0f,%.0f h18 v12 h-18 z l9,7 l9,-7\" fill=\"none\" stroke=\"black\"/>", x - 9, y - 6);
    }
  }

  private void label(BpmnShape shape, BaseElement element) {
    if (shape.getBpmnLabel() != null) {
      var box = shape.getBpmnLabel().getBounds();
      text(name(element), box.getX() + box.getWidth() / 2, box.getY() + box.getHeight() / 2, box.getWidth() + 6);
    }
  }

  private void edge(BpmnEdge edge) {
    var points = edge.getWaypoints().stream().map(point -> "%.0f,%.0f".formatted(point.getX(), point.getY())).toList();
    add("<polyline points=\"%s\" fill=\"none\" stroke=\"black\" stroke-width=\"1.5\" marker-end=\"url(#arrow)\"/>", String.join(" ", points));
    if (edge.getBpmnLabel() != null) {
      var box = edge.getBpmnLabel().getBounds();
      text(name(edge.getBpmnElement()), box.getX() + box.getWidth() / 2, box.getY() + box.getHeight() / 2, 1000);
    }
  }

  private void text(String text, double x, double y, double width) {
    var lines = lines(text, width);
    for (var i = 0; i < lines.size(); i++) {
      add("<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">%s</text>", x, y + 4 + 14 * (i - (lines.size() - 1) / 2.0),
          lines.get(i).replace("&", "&amp;").replace("<", "&lt;"));
    }
  }

  private static List<String> lines(String text, double width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split("\\s+")) {
      if (line.length() > 0 && (line.length() + 1 + word.length()) * LETTER > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String colour(BaseElement element) {
    return element instanceof UserTask ? "#fff4d6" : element instanceof BusinessRuleTask ? "#e3f0ff" : "#ffffff";
  }

  private static String name(BaseElement element) {
    return element instanceof FlowElement flow && flow.getName() != null ? flow.getName() : "";
  }

  private static void corners(Bounds box, List<Double> xs, List<Double> ys) {
    xs.add(box.getX());
    xs.add(box.getX() + box.getWidth());
    ys.add(box.getY());
    ys.add(box.getY() + box.getHeight());
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
