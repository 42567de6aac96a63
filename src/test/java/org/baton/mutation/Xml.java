package org.baton.mutation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A file of XML that is changed and written again. */
final class Xml {

  private final Document document;

  private Xml(Document document) {
    this.document = document;
  }

  static Xml read(byte[] bytes) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return new Xml(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    write(document, bytes);
    return bytes.toByteArray();
  }

  static String text(Element element) {
    var bytes = new ByteArrayOutputStream();
    write(element, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(Node node, ByteArrayOutputStream bytes) {
    try {
      TransformerFactory.newInstance().newTransformer().transform(new DOMSource(node), new StreamResult(bytes));
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Elements of that local name in any namespace, in the order of the file. */
  List<Element> all(String name) {
    return list(document.getElementsByTagNameNS("*", name));
  }

  /** Those for which it holds. */
  List<Element> all(Predicate<Element> which) {
    return all("*").stream().filter(which).toList();
  }

  Element byId(String id) {
    return all(element -> element.getAttribute("id").equals(id)).get(0);
  }

  static List<Element> children(Element parent, String name) {
    var children = new ArrayList<Element>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && (name.equals("*") || name.equals(element.getLocalName()))) {
        children.add(element);
      }
    }
    return children;
  }

  static void remove(Element element) {
    element.getParentNode().removeChild(element);
  }

  private static List<Element> list(NodeList nodes) {
    var elements = new ArrayList<Element>();
    for (var i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
