package org.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baton.protocol.PackFiles;
import org.junit.jupiter.api.Test;

/** A new release meets what a manager has changed. */
class PackMergeTest {

  private final List<String> conflicts = new ArrayList<>();

  @Test
  void what_a_manager_changed_outlives_one_release_and_the_next() {
    var first = files("quorum", "3", "letter", "old");
    var managed = files("quorum", "5", "letter", "old");
    var second = files("quorum", "3", "letter", "new");
    var afterSecond = PackDeployments.merge(first, managed, second, conflicts);
    assertThat(shown(afterSecond)).containsEntry("quorum", "5").containsEntry("letter", "new");

    var third = files("quorum", "3", "letter", "newest");
    assertThat(shown(PackDeployments.merge(second, afterSecond, third, conflicts))).containsEntry("quorum", "5").containsEntry("letter", "newest");
    assertThat(conflicts).isEmpty();
  }

  @Test
  void a_file_that_both_sides_changed_waits_for_a_person_and_the_same_change_on_both_sides_does_not() {
    PackDeployments.merge(files("quorum", "3"), files("quorum", "5"), files("quorum", "4"), conflicts);
    assertThat(conflicts).containsExactly("quorum");

    conflicts.clear();
    assertThat(shown(PackDeployments.merge(files("quorum", "3"), files("quorum", "4"), files("quorum", "4"), conflicts))).containsEntry("quorum", "4");
    assertThat(conflicts).isEmpty();
  }

  @Test
  void a_file_that_the_release_adds_or_drops_comes_and_goes() {
    var merged = PackDeployments.merge(files("old", "x", "kept", "1"), files("old", "x", "kept", "1"), files("kept", "1", "added", "y"), conflicts);
    assertThat(shown(merged)).containsOnlyKeys("kept", "added");
  }

  private static PackFiles files(String... namesAndTexts) {
    var content = new HashMap<String, byte[]>();
    for (var i = 0; i < namesAndTexts.length; i += 2) {
      content.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return new PackFiles("somewhere", content);
  }

  private static Map<String, String> shown(PackFiles files) {
    var shown = new HashMap<String, String>();
    files.content().forEach((name, bytes) -> shown.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return shown;
  }
}
