package org.baton.story;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.baton.protocol.Pack;

/** What a decision table of one authority says, by example, as a file of its pack. The descriptions are the page {@code docs/stories.md}. */
record ExampleFile(
    @JsonPropertyDescription("The id of the decision") String table,
    @JsonPropertyDescription("`true` if the examples prove every clause of the table: for each rule that carries one, an example of that clause fails without the rule. Left out, stories prove them") boolean provesItsClauses,
    @JsonPropertyDescription("What it says, by example: each rule answers at least once") List<Example<ExampleFile.Row>> examples) implements Examples<ExampleFile.Row> {

  ExampleFile {
    if (table == null || examples == null || examples.isEmpty()) {
      throw new IllegalArgumentException("A file of examples says its 'table' and at least one of its 'examples'");
    }
  }

  /** What is asked, and what the table says. */
  record Row(
      @JsonPropertyDescription("Inputs by name; what is left out is unknown") Map<String, Object> when,
      @JsonPropertyDescription("Outputs of the one rule that answers, those that the row is about; `{}` where no rule may answer") Map<String, Object> then,
      @JsonPropertyDescription("In place of `then`, where several rules answer: a column, and its values in the order of the rules") Map<String, List<Object>> each) {

    Row {
      if (when == null || (then == null) == (each == null)) {
        throw new IllegalArgumentException("A row says 'when', and 'then' or 'each'");
      }
    }
  }

  @Override
  public void require(Pack pack, Row row) {
    ExamplesTest.require(pack.table(table), row);
  }

  /** @throws IllegalArgumentException which names the file, the place in it and what was expected */
  static ExampleFile read(Path file) {
    return PackYaml.read(file, ExampleFile.class);
  }
}
