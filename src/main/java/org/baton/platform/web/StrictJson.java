package org.baton.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Bodies of Baton's own API are taken as they are meant or not at all: a misspelt field would be left out without a word, and a number
 * in place of a day would become a day of 1970.
 */
@Configuration
class StrictJson {

  @Bean
  Jackson2ObjectMapperBuilderCustomizer strict() {
    return builder -> builder.featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .featuresToDisable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .deserializerByType(LocalDate.class, new Day())
        .postConfigurer(mapper -> {
          for (var shape : new CoercionInputShape[] {CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float}) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
          }
        });
  }

  /** A day as people write it for machines, 2026-02-02, and nothing else. */
  private static final class Day extends StdDeserializer<LocalDate> {

    Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
      }
      try {
        return LocalDate.parse(parser.getText());
      } catch (DateTimeException e) {
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getText(), "no day");
      }
    }
  }
}
