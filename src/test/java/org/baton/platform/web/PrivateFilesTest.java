package org.baton.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Another user of the same machine looks around. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PrivateFilesTest {

  @TempDir private Path folder;

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void the_folders_of_mails_and_referrals_are_baton_s_alone() throws IOException {
    PrivateFiles.shut(folder.resolve("data/referrals"));
    assertThat(rights(folder.resolve("data/referrals"))).isEqualTo("rwx------");
  }

  @Test
  void the_file_of_h2_is_too_and_a_folder_that_was_there_stays_as_it_is() throws IOException {
    PrivateFiles.shutH2("jdbc:h2:file:" + folder.resolve("own/baton"));
    assertThat(rights(folder.resolve("own"))).isEqualTo("rwx------");

    var shared = Files.createDirectory(folder.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createFile(shared.resolve("baton.mv.db"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    PrivateFiles.shutH2("jdbc:h2:file:" + shared.resolve("baton") + ";MODE=PostgreSQL");
    assertThat(rights(shared.resolve("baton.mv.db"))).isEqualTo("rw-------");
    assertThat(rights(shared)).isEqualTo("rwxr-xr-x");
    PrivateFiles.shutH2("jdbc:h2:mem:x");
  }
}
