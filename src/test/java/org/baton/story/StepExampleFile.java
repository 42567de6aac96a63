package org.baton.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.baton.protocol.Pack;

/** Who does which step of one authority, by which clocks, and who its services are, as a file of its pack. The descriptions are the page {@code docs/stories.md}. */
record StepExampleFile(
    @JsonPropertyDescription("Who does what") List<Example<StepExampleFile.Row>> examples) implements Examples<StepExampleFile.Row> {

  StepExampleFile {
    if (examples == null || examples.isEmpty()) {
      throw new IllegalArgumentException("A file of steps says at least one of its 'examples'");
    }
  }

  /** A step of a model, or a service of the profile. */
  record Row(
      @JsonPropertyDescription("The file of the model without its ending") String model,
      @JsonPropertyDescription("The label of a task, or of the start of what goes on beside the process") String step,
      @JsonPropertyDescription("Of a task: the roles that it is offered to, in any order") @JsonProperty("offered to") List<String> offeredTo,
      @JsonPropertyDescription("Of a task: the deadlines that run on it, each with `stays` where the task is still to be done when it is late, or `ends` where it has no sense any more") Map<String, String> clocks,
      @JsonPropertyDescription("Of a start: whether it ends what the case is at") Boolean interrupts,
      @JsonPropertyDescription("The id of a service of the profile") String service,
      @JsonPropertyDescription("Of a service: which of `core`, `leads` and `counts` it is, in any order") List<String> is) {

    Row {
      if ((model == null || step == null) == (service == null) || Stream.of(offeredTo, clocks, interrupts, is).allMatch(Objects::isNull)) {
        throw new IllegalArgumentException("A row is a 'step' of a 'model', with 'offered to', 'clocks' or 'interrupts', or a 'service' with what it 'is'");
      }
    }
  }

  @Override
  public void require(Pack pack, Row row) {
    StepExamplesTest.require(pack, row);
  }

  /** @throws IllegalArgumentException which names the file, the place in it and what was expected */
  static StepExampleFile read(Path file) {
    return PackYaml.read(file, StepExampleFile.class);
  }
}
