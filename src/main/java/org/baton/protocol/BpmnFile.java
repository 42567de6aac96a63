package org.baton.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A BPMN file as plain XML: what the pack check and the traceability page need of it, expressions in every corner included. */
public final class BpmnFile {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private final Document document;
  /** Every element, in the order of the file. */
  private final List<Element> all;

  private BpmnFile(Document document) {
    this.document = document;
    this.all = elements(document.getDocumentElement());
  }

  /** @throws IllegalArgumentException if the bytes are no XML document, or one with a document type */
  public static BpmnFile read(byte[] bytes) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new BpmnFile(builder.parse(new ByteArrayInputStream(bytes)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException("no readable XML: " + e.getMessage(), e);
    }
  }

  /** Elements of the BPMN namespace with that local name, anywhere in the file. */
  public List<Element> elements(String name) {
    return list(BPMN, name);
  }

  /** The clauses that an element's {@code clauses} property names; empty for "none: reason". */
  public static List<String> clauses(Element element) {
    return property(element, "clauses").map(value -> DecisionTable.clauses(value + ":")).orElse(List.of());
  }

  /** A {@code camunda:property} of the element itself. */
  public static Optional<String> property(Element element, String name) {
    return children(element, BPMN, "extensionElements").stream()
        .flatMap(extension -> children(extension, CAMUNDA, "properties").stream())
        .flatMap(properties -> children(properties, CAMUNDA, "property").stream())
        .filter(property -> property.getAttribute("name").equals(name))
        .map(property -> property.getAttribute("value")).findFirst();
  }

  /** The Camunda extensions of that name of the element itself. */
  static List<Element> extensions(Element element, String name) {
    return children(element, BPMN, "extensionElements").stream().flatMap(extension -> children(extension, CAMUNDA, name).stream()).toList();
  }

  static String camunda(Element element, String attribute) {
    return element.getAttributeNS(CAMUNDA, attribute);
  }

  /** The variables that decision tables write in this file. */
  Set<String> resultVariables() {
    var names = new LinkedHashSet<String>();
    elements("businessRuleTask").forEach(task -> names.add(camunda(task, "resultVariable")));
    names.remove("");
    return names;
  }

  /** The forms that this file asks for. */
  Set<String> forms() {
    var names = new LinkedHashSet<String>();
    elements("*").forEach(element -> names.add(camunda(element, "formRef")));
    names.remove("");
    return names;
  }

  /** The decision tables that this file asks. */
  Set<String> decisions() {
    var names = new LinkedHashSet<String>();
    elements("businessRuleTask").forEach(task -> names.add(camunda(task, "decisionRef")));
    return names;
  }

  /** The processes of this file that people start by a form. */
  Set<String> startable() {
    var processes = new LinkedHashSet<String>();
    elements("startEvent").stream().filter(start -> !camunda(start, "formRef").isEmpty() && start.getParentNode() instanceof Element process
        && "process".equals(process.getLocalName())).forEach(start -> processes.add(((Element) start.getParentNode()).getAttribute("id")));
    return processes;
  }

  /** Elements of that local name in any namespace. */
  List<Element> everything(String name) {
    return list("*", name);
  }

  /** Hands every element that names a language for its expressions or scripts to the consumer. */
  void eachLanguage(Consumer<Element> consumer) {
    everything("*").stream().filter(element -> element.hasAttribute("expressionLanguage") || element.hasAttribute("scriptFormat")
        || element.hasAttribute("language") && !element.getAttribute("language").isEmpty()).forEach(consumer);
  }

  Element root() {
    return document.getDocumentElement();
  }

  /** Its first child of that name in the BPMN namespace. */
  static Optional<Element> child(Element parent, String name) {
    return children(parent, BPMN, name).stream().findFirst();
  }

  /** The id of the element, or of the nearest one around it that has any. */
  static String nearestId(Element element) {
    for (var at = element; at != null; at = at.getParentNode() instanceof Element parent ? parent : null) {
      if (at.hasAttribute("id")) {
        return at.getAttribute("id");
      }
    }
    return element.getLocalName();
  }

  /** Receives a text of the file with the element it belongs to. */
  interface TextConsumer {

    /** @param attribute its name without prefix; null for the text between the tags */
    void accept(Element owner, String attribute, String text);
  }

  /** Hands every attribute value and text of the file to the consumer. */
  void eachText(TextConsumer consumer) {
    everything("*").forEach(element -> {
      for (var i = 0; i < element.getAttributes().getLength(); i++) {
        var attribute = element.getAttributes().item(i);
        consumer.accept(element, attribute.getLocalName(), attribute.getNodeValue());
      }
      // Joined, as the engine joins them: an expression must not hide behind a comment in its middle.
      consumer.accept(element, null, ownText(element));
    });
  }

  private static String ownText(Element element) {
    var text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(child.getNodeValue());
      }
    }
    return text.toString();
  }

  private static List<Element> children(Element parent, String namespace, String name) {
    var found = new ArrayList<Element>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  private List<Element> list(String namespace, String name) {
    return all.stream().filter(element -> (namespace.equals("*") || namespace.equals(element.getNamespaceURI())) && (name.equals("*") || name.equals(element.getLocalName()))).toList();
  }

  /** One after the other and not each in its parent: nothing bounds how deep a file goes. */
  private static List<Element> elements(Element root) {
    var all = new ArrayList<Element>();
    Node at = root;
    while (at != null) {
      if (at instanceof Element element) {
        all.add(element);
      }
      at = at.getFirstChild() != null ? at.getFirstChild() : after(at, root);
    }
    return all;
  }

  private static Node after(Node node, Node root) {
    var at = node;
    while (at != root && at.getNextSibling() == null) {
      at = at.getParentNode();
    }
    return at == root ? null : at.getNextSibling();
  }
}
