package org.baton.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/stories.md} is what files of stories and examples can say. Written anew by {@code mvn test -Dtest=StoryReferenceTest -Dbaton.write=true}. */
class StoryReferenceTest {

  private static final Path PAGE = Path.of("docs/stories.md");

  @Test
  void the_page_says_what_stories_and_examples_can_say() throws IOException {
    var page = page();
    if (Boolean.getBoolean("baton.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "story: A tale\\nsteps:\\n  - refer: {}\\n    by: chair\\n  - exspect: {holder: mash} | line 5 | A step is one of",
      "story: A tale\\nsteps:\\n  - expect: {houlder: mash} | line 3 | houlder",
      "story: A tale\\nsteps: [] | line | at least one step",
      "story: A tale\\nsteps:\\n  - {at: sitting, complete: Sign in} | line | A step is one of",
      "story: A tale\\nsteps:\\n  - refer: {} | line | say 'by' which role",
      "story: A tale\\nclauses: [A, B, C, D]\\nsteps:\\n  - at: sitting | line | three clauses at most"})
  void what_a_story_cannot_say_is_named_with_its_file_and_line(String text, String line, String fault, @TempDir Path folder) throws IOException {
    var file = folder.resolve("tale.yaml");
    Files.writeString(file, text.replace("\\n", "\n"));
    assertThatThrownBy(() -> StoryFile.read(file)).hasMessageContaining("tale.yaml").hasMessageContaining(line).hasMessageContaining(fault);
  }

  private static String page() {
    var lines = new ArrayList<String>();
    lines.add("# What stories and examples can say\n");
    lines.add("Generated from the code by `mvn test -Dtest=StoryReferenceTest -Dbaton.write=true`; a test compares it. How to use it: [prove it](how-to/add-an-authority.md#5-prove-it).\n");
    lines.add("## A story\n\n`stories/<authority>/<name>.yaml`.\n");
    table(lines, StoryFile.class);
    lines.add("## A step\n\nOne of `refer`, `start`, `complete`, `at` and `expect`, with what belongs to it.\n");
    table(lines, StoryFile.Step.class);
    lines.add("## What is expected\n\nWhat is left out is not looked at.\n");
    table(lines, StoryFile.Expected.class);
    lines.add("## An example\n\nIn a file of any kind.\n");
    table(lines, Example.class);
    lines.add("## Examples of a table\n\n`examples/<authority>/<file of the table>.yaml`.\n");
    table(lines, ExampleFile.class);
    table(lines, ExampleFile.Row.class);
    lines.add("## Examples of a form\n\n`examples/<authority>/<file of the form>.yaml`, such as `discuss-case.form.yaml`.\n");
    table(lines, FormExampleFile.class);
    table(lines, FormExampleFile.Row.class);
    lines.add("## Examples of a letter\n\n`examples/<authority>/<file of the letter>.yaml`, such as `not-heard.txt.yaml`.\n");
    table(lines, LetterExampleFile.class);
    table(lines, LetterExampleFile.Row.class);
    lines.add("## Who does what\n\n`examples/<authority>/<name>.steps.yaml`.\n");
    table(lines, StepExampleFile.class);
    table(lines, StepExampleFile.Row.class);
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  private static void table(List<String> lines, Class<? extends Record> type) {
    lines.add("| key | what it says |\n|---|---|");
    for (var part : type.getRecordComponents()) {
      lines.add("| `" + name(part) + "` | " + part.getAccessor().getAnnotation(JsonPropertyDescription.class).value() + " |");
    }
    lines.add("");
  }

  private static String name(RecordComponent part) {
    var said = part.getAccessor().getAnnotation(JsonProperty.class);
    return said == null ? part.getName() : said.value();
  }
}
