package org.baton.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.baton.protocol.FormDefinition;
import org.baton.protocol.Pack;

/** What can be taken away from the fields of a form. */
final class FormMutants {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROPERTIES = "properties";

  private final Pack pack;
  private final String file;
  private final byte[] bytes;
  private final BiFunction<String, String, List<String>> carriedOut;
  private final List<Mutant> mutants = new ArrayList<>();

  /** @param carriedOut clauses that a field of a shared form carries out for the authority */
  FormMutants(Pack pack, String file, BiFunction<String, String, List<String>> carriedOut) {
    this.pack = pack;
    this.file = file;
    this.bytes = pack.files().content().get(file);
    this.carriedOut = carriedOut;
  }

  List<Mutant> all() {
    var named = new HashMap<String, List<String>>();
    FormDefinition.read(bytes).each(field -> named.put(field.id(), field.clauses()));
    each(read().path("components"), field -> {
      var clauses = new ArrayList<>(named.getOrDefault(field.path("id").asText(), List.of()));
      clauses.addAll(carriedOut.apply(file, field.path("id").asText()));
      if (!clauses.isEmpty()) {
        of(field, List.copyOf(clauses));
      }
    });
    return mutants;
  }

  private void of(JsonNode field, List<String> clauses) {
    add(field, clauses, Kind.FIELD, "", this::remove);
    if (field.path("validate").path("required").asBoolean()) {
      add(field, clauses, Kind.REQUIRED, "", copy -> ((ObjectNode) copy.path("validate")).remove("required"));
    }
    if (field.path(PROPERTIES).has("rows")) {
      add(field, clauses, Kind.REQUIRED, "", copy -> ((ObjectNode) copy.path(PROPERTIES)).remove("rows"));
    }
    if (field.has("conditional")) {
      add(field, clauses, Kind.SHOWN, "", copy -> copy.remove("conditional"));
    }
    if (field.path(PROPERTIES).has("target")) {
      add(field, clauses, Kind.TARGET, "", copy -> ((ObjectNode) copy.path(PROPERTIES)).remove("target"));
    }
    if (!field.path(PROPERTIES).has("options")) {
      field.path("values").forEach(option -> add(field, clauses, Kind.OPTION, option.path("value").asText(), copy -> without((ArrayNode) copy.path("values"), option)));
    }
  }

  private void remove(ObjectNode field) {
    field.put("gone", true);
  }

  private static void without(ArrayNode options, JsonNode option) {
    for (var i = 0; i < options.size(); i++) {
      if (options.get(i).equals(option)) {
        options.remove(i);
        return;
      }
    }
  }

  private void add(JsonNode field, List<String> clauses, Kind kind, String detail, Consumer<ObjectNode> change) {
    var copy = read();
    each(copy.path("components"), one -> {
      if (one.equals(field)) {
        change.accept((ObjectNode) one);
      }
    });
    drop(copy.path("components"));
    mutants.add(new Mutant(pack.authority(), kind, file, field.path("id").asText(), detail, clauses, field.toPrettyString(), write(copy)));
  }

  private static void drop(JsonNode components) {
    for (var i = components.size() - 1; i >= 0; i--) {
      if (components.get(i).has("gone")) {
        ((ArrayNode) components).remove(i);
      } else {
        drop(components.get(i).path("components"));
      }
    }
  }

  private static void each(JsonNode components, Consumer<JsonNode> consumer) {
    for (var i = 0; i < components.size(); i++) {
      each(components.get(i).path("components"), consumer);
      consumer.accept(components.get(i));
    }
  }

  private JsonNode read() {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] write(JsonNode form) {
    try {
      return JSON.writeValueAsBytes(form);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
