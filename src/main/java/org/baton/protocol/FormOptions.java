package org.baton.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills the lists that a form leaves to the authority when a pack is put together: a field with the property {@code options} gets its
 * services, those that lead or are core, its forums, or the seats of its table {@code seat}. So no form keeps a list of its own; what it lists beside that comes after it.
 */
final class FormOptions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FormOptions() {}

  /** @return the same bytes where no field asks for a list, or where the form cannot be read: the pack check says so */
  static byte[] fill(byte[] form, Profile profile, Map<String, byte[]> files) {
    try {
      var root = JSON.readTree(form);
      return fill(root.path("components"), profile, files) ? JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root) : form;
    } catch (IOException e) {
      return form;
    }
  }

  private static boolean fill(JsonNode components, Profile profile, Map<String, byte[]> files) {
    var filled = false;
    for (var component : components) {
      var options = component.path("properties").path("options").asText();
      if (!options.isEmpty()) {
        var own = component.path("values").deepCopy();
        var values = ((ObjectNode) component).putArray("values");
        options(options, profile, files).forEach((value, label) -> add(values, value, label));
        own.forEach(values::add);
        filled = true;
      }
      filled |= fill(component.path("components"), profile, files);
    }
    return filled;
  }

  private static void add(ArrayNode values, String value, String label) {
    values.addObject().put("label", label).put("value", value);
  }

  private static Map<String, String> options(String name, Profile profile, Map<String, byte[]> files) {
    var options = new LinkedHashMap<String, String>();
    switch (name) {
      case "services" -> profile.services().forEach(service -> options.put(service.id(), service.name()));
      case "leadServices" -> profile.services().stream().filter(Profile.Service::leads).forEach(service -> options.put(service.id(), service.name()));
      case "coreServices" -> profile.services().stream().filter(Profile.Service::core).forEach(service -> options.put(service.id(), service.name()));
      case "invitedServices" -> profile.services().stream().filter(service -> service.clause() != null && !service.core())
          .forEach(service -> options.put(service.id(), service.name()));
      case "forums" -> profile.forums().forEach(forum -> options.put(forum.id(), forum.name()));
      case "seats" -> seats(files.get("seat.dmn"), options);
      default -> { }
    }
    return options;
  }

  private static void seats(byte[] dmn, Map<String, String> options) {
    var tables = dmn == null ? List.<TableModel>of() : read(dmn);
    tables.stream().filter(table -> table.key().equals("seat")).forEach(table -> {
      var title = table.outputs().stream().map(TableModel.Column::expression).toList().indexOf("title");
      table.rules().forEach(rule -> options.put(unquoted(rule.inputs().get(0)), title < 0 ? unquoted(rule.inputs().get(0)) : unquoted(rule.outputs().get(title))));
    });
  }

  /** None where they cannot be read: the pack check says so. */
  private static List<TableModel> read(byte[] dmn) {
    try {
      return DmnTables.read(dmn);
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  private static String unquoted(String cell) {
    return cell.replace("\"", "");
  }
}
