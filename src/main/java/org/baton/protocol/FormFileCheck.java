package org.baton.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Finds in the file of a form what the server does not read and Tasklist may: settings, calculations, depth. */
final class FormFileCheck {

  private static final ObjectMapper STRICT = JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Set<String> FORM_SETTINGS = Set.of("id", "type", "schemaVersion", "components", "executionPlatform", "executionPlatformVersion",
      "exporter", "versionTag");
  private static final Set<String> SETTINGS = Set.of("id", "type", "key", "path", "label", "text", "description", "properties", "validate", "conditional",
      "values", "defaultValue", "components", "allowAddRemove", "defaultRepetitions", "isRepeating", "showOutline", "disableCollapse", "nonCollapsedItems",
      "layout", "appearance", "subtype", "dateLabel", "timeLabel", "timeInterval", "timeSerializingFormat", "use24h", "disallowPassedDates", "readonly",
      "disabled", "decimalDigits", "increment", "serializeToString", "searchable", "height", "verticalAlignment", "dataSource", "columns", "rowCount");
  private static final Set<String> PROPERTIES = Set.of("target", "shows", "clauses", "options", "rows", "examples", "after", "day", "mostRows", "alone", "evidence");
  private static final int OLDEST_SCHEMA = 4;
  private static final int NEWEST_SCHEMA = 19;

  private final Faults faults;

  FormFileCheck(Faults faults) {
    this.faults = faults;
  }

  /** @return whether it is small enough to be read on */
  boolean check(String file, JsonNode root) {
    settings(file, file, root, FORM_SETTINGS);
    if (!root.path("schemaVersion").canConvertToInt() || root.path("schemaVersion").asInt() < OLDEST_SCHEMA || root.path("schemaVersion").asInt() > NEWEST_SCHEMA) {
      faults.add(file, file, "schemaVersion " + root.path("schemaVersion").asText("missing"), OLDEST_SCHEMA + " to " + NEWEST_SCHEMA);
    }
    if (!root.path("executionPlatform").asText("Camunda Platform").equals("Camunda Platform")) {
      faults.add(file, file, "executionPlatform " + root.path("executionPlatform").asText(), "Camunda Platform");
    }
    if (count(root) > PackLimits.FORM_COMPONENTS || depth(root) > PackLimits.FORM_DEPTH) {
      faults.add(file, file, count(root) + " components", PackLimits.FORM_COMPONENTS + " at most, nested " + PackLimits.FORM_DEPTH + " deep at most");
      return false;
    }
    checkComponents(file, root, false);
    return true;
  }

  private void checkComponents(String file, JsonNode parent, boolean inRows) {
    parent.path("components").forEach(component -> {
      var id = component.path("id").asText();
      settings(file, id, component, SETTINGS);
      settings(file, id, component.path("properties"), PROPERTIES);
      settings(file, id, component.path("conditional"), Set.of("hide"));
      settings(file, id, component.path("validate"), Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType"));
      checkLimits(file, id, component.path("validate"));
      var type = component.path("type").asText();
      if (type.equals("group") && (component.has("conditional") || !component.path("path").asText().isEmpty())) {
        faults.add(file, id, "a condition or a path of a group", "a condition on each of its fields, and no path: the server reads fields as if no group were there");
      }
      if (type.equals("datetime") && !component.path("subtype").asText().equals("date")) {
        faults.add(file, id, "the subtype '" + component.path("subtype").asText() + "' of a date", "date, as an hour is not kept");
      }
      if (type.equals("dynamiclist") && inRows) {
        faults.add(file, id, "a repeated group in a repeated group", "one list of rows");
      }
      checkComponents(file, component, inRows || type.equals("dynamiclist"));
    });
  }

  private void checkLimits(String file, String id, JsonNode validate) {
    validate.fields().forEachRemaining(limit -> {
      var value = limit.getValue();
      var sound = switch (limit.getKey()) {
        case "required" -> value.isBoolean();
        case "minLength", "maxLength" -> value.canConvertToInt() && value.isIntegralNumber() && value.asInt() >= 0;
        case "min", "max" -> value.isNumber();
        default -> value.isTextual();
      };
      if (!sound) {
        faults.add(file, id, limit.getKey() + ": " + value, "true or false, a number, or a text: no calculation");
      }
    });
  }

  private void settings(String file, String element, JsonNode node, Set<String> known) {
    node.fieldNames().forEachRemaining(name -> {
      if (!known.contains(name)) {
        faults.add(file, element, "the setting '" + name + "'", "one of " + known.stream().sorted().toList());
      }
    });
  }

  private static int count(JsonNode parent) {
    var count = 0;
    for (var component : parent.path("components")) {
      count += 1 + count(component);
    }
    return count;
  }

  private static int depth(JsonNode parent) {
    var deepest = 0;
    for (var component : parent.path("components")) {
      deepest = Math.max(deepest, 1 + depth(component));
    }
    return deepest;
  }

  /** @throws UncheckedIOException if it is no JSON, a setting stands twice, or something follows the form */
  static JsonNode tree(byte[] form) {
    try {
      return STRICT.readTree(form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
