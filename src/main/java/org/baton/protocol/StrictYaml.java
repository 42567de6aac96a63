package org.baton.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads YAML once more strictly than packs are read: a setting that stands twice is taken once, and nobody would know which. */
final class StrictYaml {

  private static final ObjectMapper STRICT =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private StrictYaml() {}

  /** As {@link #check}, of a known shape. @throws UncheckedIOException also if it has another */
  static <T> T read(byte[] yaml, TypeReference<T> type) {
    try {
      return STRICT.readValue(yaml, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws UncheckedIOException if it is no YAML, or has a setting twice or a second document */
  static void check(byte[] yaml) {
    try {
      STRICT.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
