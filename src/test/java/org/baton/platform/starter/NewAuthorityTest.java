package org.baton.platform.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.baton.protocol.Pack;
import org.baton.protocol.PackCheck;
import org.baton.protocol.PackFiles;
import org.baton.support.DeclaredVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The starter writes a whole authority. That its case runs to its end is told by the stories of newshire, which are the starter's own files. */
class NewAuthorityTest {

  @TempDir private Path root;

  @Test
  void it_writes_an_authority_that_is_sound_and_says_nothing_of_the_one_it_was_written_from() throws IOException {
    var written = NewAuthority.write(root.resolve("pack"), "west-borset", "West Borset", "WBO");

    assertThat(written).extracting(file -> root.resolve("pack").relativize(file).toString()).contains("authorities/west-borset.yaml", "protocols/west-borset.yaml", "bpmn/west-borset/referral.bpmn",
        "dmn/west-borset/deadline.dmn", "forms/west-borset/referral.form", "templates/west-borset/told.txt", "stories/west-borset/to-its-end.yaml");
    for (var file : written) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainIgnoringCase("newshire").doesNotContain("NSH");
    }
    assertThat(PackCheck.check(shipped(root, "west-borset"), new DeclaredVocabulary())).isEmpty();
    assertThat(Files.readString(root.resolve("pack/authorities/west-borset.yaml"))).contains("authority: west-borset", "name: \"West Borset\"", "caseNumberPrefix: WBO", "userTask_signIn: WBO-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bath & North East Somerset", "Bournemouth, Christchurch and Poole", "King's Lynn", "King\u2019s Lynn", "St. Helens (Borough) / 2"})
  void a_council_is_called_as_it_calls_itself(String name) throws IOException {
    NewAuthority.write(root.resolve("pack"), "borset", name, "BOR");

    var pack = shipped(root, "borset");
    assertThat(PackCheck.check(pack, new DeclaredVocabulary())).isEmpty();
    assertThat(new Pack("written", pack).profile().name()).isEqualTo(name);
  }

  @Test
  void it_writes_over_nothing() throws IOException {
    var mine = Files.writeString(Files.createDirectories(root.resolve("forms/borset")).resolve("referral.form"), "mine");

    assertThatThrownBy(() -> NewAuthority.write(root, "borset", "Borset", "BOR")).hasMessageContaining("referral.form is there already");

    assertThat(mine).hasContent("mine");
    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(mine);
    }
  }

  @ParameterizedTest
  @CsvSource({"Borset, Borset, BOR, id: got 'Borset'", "shared, Borset, BOR, id: got 'shared'", "newshire, Newshire, NEW, id: got 'newshire'", "../borset, Borset, BOR, id: got '../borset'", "borset, <b>, BOR, name: got '<b>'", "bournemouth-christchurch-and-poole, Bournemouth, BCP, 31 characters at most",
      "borset, Borset, Bor, prefix: got 'Bor'", "borset, Borset, WAR, these are those of warwickshire"})
  void what_cannot_be_meant_is_refused(String id, String name, String prefix, String said) throws IOException {
    assertThatThrownBy(() -> NewAuthority.write(root, id, name, prefix)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(said);

    assertThat(root).isEmptyDirectory();
  }

  @Test
  void it_asks_for_what_it_was_not_told() {
    assertThatThrownBy(() -> NewAuthority.run(root, "borset")).hasMessageContaining("Got 1 of the three arguments; expected: id, name and prefix");
  }

  /** As it would be shipped, read where the starter wrote it. */
  private static PackFiles shipped(Path root, String authority) throws IOException {
    var before = Thread.currentThread().getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      return PackFiles.shipped(authority, new ArrayList<>());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
