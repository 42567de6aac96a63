package org.baton.story;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baton.support.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file of a pack says it proves, it can prove. */
class StoryFileTest {

  private static final String TALE = "story: A tale\nclauses: [%s]\nsteps:\n  - at: 2026-02-02T09:00\n";

  @TempDir private Path folder;

  @Test
  void a_story_that_claims_a_clause_says_what_is_true_or_refused() {
    assertThatThrownBy(() -> StoryFile.read(file(TALE.formatted("WAR-4.3a")))).hasMessageContaining("says what is true ('expect') or 'refused'");
    assertThatCode(() -> StoryFile.read(file(TALE.formatted("WAR-4.3a") + "  - expect: {tasks: []}\n"))).doesNotThrowAnyException();
    assertThatCode(() -> StoryFile.read(file(TALE.formatted("")))).doesNotThrowAnyException();
  }

  @Test
  void a_clause_that_the_catalogue_does_not_have_is_named() {
    var pack = Tables.of("warwickshire").pack();
    assertThatThrownBy(() -> PackYaml.requireKnown(pack, folder, List.of("WAR-4.3a", "WAR-99"))).hasMessageContaining("clause WAR-99; expected one of protocols/warwickshire.yaml");
    assertThatCode(() -> PackYaml.requireKnown(pack, folder, List.of("WAR-4.3a"))).doesNotThrowAnyException();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("tale.yaml"), text);
  }
}
