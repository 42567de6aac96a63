package org.baton.protocol;

import com.fasterxml.jackson.core.JsonParser;
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

  /** @throws UncheckedIOException if it is no YAML, or has a setting twice or a second document */
  static void check(byte[] yaml) {
    try {
      STRICT.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
