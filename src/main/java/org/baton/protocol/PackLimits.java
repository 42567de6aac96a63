package org.baton.protocol;

import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How large a pack and its files can be, so that reading them ends in bounded time and memory whatever is sent. Held by the pack check
 * alone: what was deployed before is still read.
 */
final class PackLimits {

  static final int FILE_BYTES = 1_000_000;
  static final int PACK_BYTES = 8_000_000;
  static final int FILES = 600;
  /** Elements of one XML file, those of its drawing included. */
  static final int XML_ELEMENTS = 10_000;
  /** Elements of one model that mean something. */
  static final int MODEL_ELEMENTS = 2_000;
  static final int XML_DEPTH = 40;
  static final int XML_ATTRIBUTES = 60;
  static final int FORM_COMPONENTS = 300;
  static final int FORM_DEPTH = 6;
  static final int TABLE_RULES = 500;
  static final int TABLE_COLUMNS = 30;
  static final int LISTED_VALUES = 300;

  private PackLimits() {}

  /** Names files that are too large, and a pack that is; nothing may be read when there is one. */
  static void checkSizes(Map<String, byte[]> content, Faults faults) {
    content.forEach((name, bytes) -> {
      if (bytes.length > FILE_BYTES) {
        faults.add(name, name, bytes.length + " bytes", FILE_BYTES + " bytes at most");
      }
    });
    var total = content.values().stream().mapToLong(bytes -> bytes.length).sum();
    if (total > PACK_BYTES || content.size() > FILES) {
      faults.add("the pack", "the pack", content.size() + " files of " + total + " bytes", FILES + " files and " + PACK_BYTES + " bytes at most");
    }
  }

  /**
   * Walks an XML file once, before anything builds it in memory.
   *
   * @throws IllegalArgumentException if it is no XML, has a document type, an element in no namespace, or is larger or deeper than allowed
   */
  static void checkXml(byte[] xml) {
    try {
      var factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      walk(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("no readable XML: " + e.getMessage().replaceAll("\\s+", " "), e);
    }
  }

  private static void walk(XMLStreamReader reader) throws XMLStreamException {
    var elements = 0;
    var meaningful = 0;
    var depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> throw new IllegalArgumentException("a document type (DOCTYPE), expected none");
        case XMLStreamConstants.ENTITY_REFERENCE -> throw new IllegalArgumentException("the entity '" + reader.getLocalName() + "', expected none");
        case XMLStreamConstants.START_ELEMENT -> {
          elements++;
          depth++;
          if (BpmnFile.BPMN.equals(reader.getNamespaceURI())) {
            meaningful++;
          }
          checkElement(reader, elements, meaningful, depth);
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> { }
      }
    }
  }

  private static void checkElement(XMLStreamReader reader, int elements, int meaningful, int depth) {
    if (elements > XML_ELEMENTS || meaningful > MODEL_ELEMENTS) {
      throw new IllegalArgumentException("more elements than can be checked, expected " + MODEL_ELEMENTS + " of a model and " + XML_ELEMENTS + " of a file at most");
    }
    if (depth > XML_DEPTH) {
      throw new IllegalArgumentException("elements nested deeper than " + XML_DEPTH + ", expected no deeper");
    }
    if (reader.getAttributeCount() > XML_ATTRIBUTES) {
      throw new IllegalArgumentException("an element with " + reader.getAttributeCount() + " attributes, expected " + XML_ATTRIBUTES + " at most");
    }
    if (reader.getNamespaceURI() == null || reader.getNamespaceURI().isEmpty()) {
      throw new IllegalArgumentException("the element '" + reader.getLocalName() + "' in no namespace, expected one of BPMN, DMN, their drawings or Camunda");
    }
  }
}
