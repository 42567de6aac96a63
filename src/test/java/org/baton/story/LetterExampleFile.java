package org.baton.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.baton.protocol.Pack;

/** What a letter of one authority says, by example, as a file of its pack. The descriptions are the page {@code docs/stories.md}. */
record LetterExampleFile(
    @JsonPropertyDescription("The file in `templates/<authority>`") String letter,
    @JsonPropertyDescription("What it says, by example") List<Example<LetterExampleFile.Row>> examples) implements Examples<LetterExampleFile.Row> {

  LetterExampleFile {
    if (letter == null || examples == null || examples.isEmpty()) {
      throw new IllegalArgumentException("A file of examples says its 'letter' and at least one of its 'examples'");
    }
  }

  /** What is null is not looked at. */
  record Row(
      @JsonPropertyDescription("By name, what stands for a place of the letter; a place that is not named stands for itself, such as `<referrer>`, and `null` is not known") Map<String, String> when,
      @JsonPropertyDescription("Texts that the letter says, its subject included; lines joined") List<String> tells,
      @JsonPropertyDescription("Texts that it does not say") @JsonProperty("does not tell") List<String> tellsNot) {

    Row {
      when = when == null ? Map.of() : when;
      if (tells == null && tellsNot == null) {
        throw new IllegalArgumentException("A row says what the letter 'tells' or 'does not tell'");
      }
    }
  }

  @Override
  public void require(Pack pack, Row row) {
    LetterExamplesTest.require(pack, letter, row);
  }

  /** @throws IllegalArgumentException which names the file, the place in it and what was expected */
  static LetterExampleFile read(Path file) {
    return PackYaml.read(file, LetterExampleFile.class);
  }
}
