package org.baton.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.baton.protocol.Pack;

/** What a form of one authority asks and takes, by example, as a file of its pack. The descriptions are the page {@code docs/stories.md}. */
record FormExampleFile(
    @JsonPropertyDescription("The id of the form") String form,
    @JsonPropertyDescription("What it asks and takes, by example") List<Example<FormExampleFile.Row>> examples) implements Examples<FormExampleFile.Row> {

  FormExampleFile {
    if (form == null || examples == null || examples.isEmpty()) {
      throw new IllegalArgumentException("A file of examples says its 'form' and at least one of its 'examples'");
    }
  }

  /** What is null is not looked at. */
  record Row(
      @JsonPropertyDescription("Answers by field key, and facts that conditions ask by theirs; what it does not say and the form requires is answered with the first option or a plain text, `null` leaves a question open") Map<String, Object> when,
      @JsonPropertyDescription("`true`: these answers are taken") Boolean taken,
      @JsonPropertyDescription("The answers are refused, in words that begin so: the key of the field first") String refused,
      @JsonPropertyDescription("Keys of fields that are asked, rows included") List<String> asked,
      @JsonPropertyDescription("Keys of fields that are not") @JsonProperty("not asked") List<String> notAsked,
      @JsonPropertyDescription("By key of a field: the options that it offers, in any order") Map<String, List<String>> offers,
      @JsonPropertyDescription("By key of a field: where its answer goes, as the form's `target` says it") @JsonProperty("goes to") Map<String, String> goesTo,
      @JsonPropertyDescription("Texts that people read there") List<String> tells) {

    Row {
      when = when == null ? Map.of() : when;
      if (Stream.of(taken, refused, asked, notAsked, offers, goesTo, tells).allMatch(Objects::isNull)) {
        throw new IllegalArgumentException("A row says what the form does: 'taken', 'refused', 'asked', 'not asked', 'offers', 'goes to' or 'tells'");
      }
    }
  }

  @Override
  public void require(Pack pack, Row row) {
    FormExamplesTest.require(pack, pack.form(form), row);
  }

  /** @throws IllegalArgumentException which names the file, the place in it and what was expected */
  static FormExampleFile read(Path file) {
    return PackYaml.read(file, FormExampleFile.class);
  }
}
