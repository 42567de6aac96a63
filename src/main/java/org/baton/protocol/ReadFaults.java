package org.baton.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words of the field, not of Java, why a file cannot be read. */
final class ReadFaults {

  private static final Map<Class<?>, String> KINDS = Map.of(LocalDate.class, "a date such as 2026-11-22", LocalTime.class, "a time of day such as \"10:00\"",
      int.class, "a whole number", boolean.class, "true or false", String.class, "a text");

  private ReadFaults() {}

  static void add(String file, RuntimeException thrown, Faults faults) {
    if (thrown.getCause() instanceof UnrecognizedPropertyException unknown) {
      faults.add(file, path(unknown), "the setting '" + unknown.getPropertyName() + "', which nothing reads",
          "one of " + Near.first(unknown.getKnownPropertyIds().stream().map(Object::toString).toList(), unknown.getPropertyName()));
    } else if (thrown.getCause() instanceof MismatchedInputException wrong && !wrong.getPath().isEmpty() && wrong.getTargetType() != null) {
      faults.add(file, path(wrong), wrong instanceof InvalidFormatException value ? "'" + value.getValue() + "'" : "what is none", kind(wrong.getTargetType()));
    } else if (thrown.getCause() instanceof JsonProcessingException e) {
      faults.add(file, file, "it cannot be read (" + found(e) + ")", "a well-formed file");
    } else {
      faults.add(file, file, "it cannot be read (" + firstLine(thrown) + (thrown.getCause() == null ? "" : ": " + firstLine(deepest(thrown))) + ")", "a well-formed file");
    }
  }

  private static Throwable deepest(Throwable thrown) {
    return thrown.getCause() == null || thrown.getCause() == thrown ? thrown : deepest(thrown.getCause());
  }

  private static String firstLine(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
  }

  private static String found(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping) {
      return mapping.getPath().isEmpty() ? "nothing that can be taken" : "what stands for " + path(mapping);
    }
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("")
        + (e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr());
  }

  private static String kind(Class<?> type) {
    return KINDS.getOrDefault(type, Collection.class.isAssignableFrom(type) ? "a list" : "settings by their names");
  }

  /** {@code forums[0].startsAt} */
  private static String path(JsonMappingException e) {
    return e.getPath().stream().map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
        .collect(Collectors.joining()).replaceFirst("^\\.", "");
  }
}
