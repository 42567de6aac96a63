package org.baton.platform.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * What is answered to JSON that cannot be read, at every door alike. Found by every JAX-RS application (REST and each web application), as
 * each has the library's own answers otherwise, which show its classes and what was typed.
 */
public class UnreadableJson implements AutoDiscoverable {

  /** Before the library's own, which have none. */
  private static final int FIRST = 1;
  private static final String MISSING = "Missing required creator property";
  private static final Map<Class<?>, Long> NUMBERS = Map.of(int.class, (long) Integer.MAX_VALUE, Integer.class, (long) Integer.MAX_VALUE,
      long.class, Long.MAX_VALUE, Long.class, Long.MAX_VALUE);

  @Override
  public void configure(FeatureContext context) {
    context.register(Misshapen.class, FIRST);
    context.register(Broken.class, FIRST);
  }

  /** JSON, but not the object that the path takes. */
  public static class Misshapen implements ExceptionMapper<JsonMappingException> {

    @Override
    public Response toResponse(JsonMappingException thrown) {
      return refused(thrown);
    }
  }

  /** No JSON. */
  public static class Broken implements ExceptionMapper<JsonParseException> {

    @Override
    public Response toResponse(JsonParseException thrown) {
      return refused(thrown);
    }
  }

  private static Response refused(JsonProcessingException thrown) {
    return ExceptionHandlerHelper.getInstance().getResponse(new InvalidRequestException(Response.Status.BAD_REQUEST, thrown, ""));
  }

  /** What is said to whoever sent it; empty if the fault is none of reading. */
  static Optional<String> words(Throwable thrown) {
    return SqlFault.causes(thrown).filter(cause -> cause instanceof JsonProcessingException && !(cause instanceof InvalidDefinitionException)).findFirst()
        .map(cause -> cause instanceof UnrecognizedPropertyException unknown ? path(unknown) + ": no such field here, expected one of " + unknown.getKnownPropertyIds()
            : cause instanceof MismatchedInputException mapping && mapping.getOriginalMessage().startsWith(MISSING) ? path(mapping) + ": is missing, expected it, or null for none"
            : cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
            ? path(mapping) + ": got what is of another kind, expected "
                + (mapping instanceof MismatchedInputException mismatch ? expected(mismatch.getTargetType()) : "it as the API's description says")
            : "The body cannot be read; expected JSON as the API's description says");
  }

  /** What a value of that type looks like, for people. */
  static String expected(Class<?> type) {
    if (type == null) {
      return "another kind of value";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    if (NUMBERS.containsKey(type)) {
      return "a whole number up to " + NUMBERS.get(type);
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    return type == LocalDate.class ? "a day, for example 2026-02-02" : type == Instant.class ? "an instant, for example 2026-02-02T09:00:00Z"
        : type == String.class ? "a text" : Collection.class.isAssignableFrom(type) ? "a list" : "it as the API's description says";
  }

  /** Keys of a map are what somebody sent: of what is no name only that it is one. */
  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream().map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName().matches("\\w{1,64}") ? step.getFieldName() : "(a key)")
        .limit(10).collect(Collectors.joining("."));
  }
}
