package org.baton.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.baton.protocol.FormDefinition.Field;

/** Answers as people read them, by the form that asked: a code is read by the label beside which it was ticked. */
final class AnswerWords {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  /** What is kept as JSON; all else is text as it was typed, whatever it looks like. */
  private static final Set<String> STRUCTURED = Set.of("checklist", "taglist", "dynamiclist", "checkbox");

  private AnswerWords() {}

  static String of(Field field, String kept) {
    return STRUCTURED.contains(field.type()) ? read(kept).map(node -> of(field, node)).orElse(kept) : plain(field, kept);
  }

  private static String of(Field field, JsonNode node) {
    return switch (field.type()) {
      case "checkbox" -> node.asBoolean() ? "yes" : "no";
      case "dynamiclist" -> elements(node).map(row -> field.children().stream().filter(child -> row.hasNonNull(named(child)))
          .map(child -> child.label() + ": " + (row.get(named(child)).isValueNode() ? of(child, row.get(named(child)).asText()) : of(child, row.get(named(child)))))
          .collect(Collectors.joining(", "))).collect(Collectors.joining("; "));
      default -> node.isArray() ? elements(node).map(one -> plain(field, one.asText())).collect(Collectors.joining(", ")) : plain(field, node.asText());
    };
  }

  /** Rows are kept by the key of a child, or by its target where it has another home than the answers. */
  private static String named(Field child) {
    return child.targets().contains("answer") || child.targets().isEmpty() ? child.key() : child.targets().get(0);
  }

  private static String plain(Field field, String kept) {
    return field.type().equals("datetime") ? FormDate.read(kept).map(DAY::format).orElse(kept) : field.labels().getOrDefault(kept, kept);
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static Optional<JsonNode> read(String kept) {
    try {
      return Optional.of(JSON.readTree(kept));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
