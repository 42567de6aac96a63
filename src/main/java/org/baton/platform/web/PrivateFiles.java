package org.baton.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Folders and files that nobody but the user whom Baton runs as may open. */
final class PrivateFiles {

  private PrivateFiles() {}

  /** Makes the folder if it is missing and shuts it; does nothing where the system knows no such permissions. */
  static void shut(Path folder) {
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of an H2 file is shut only when it is Baton's own to make; the files always. */
  static void shutH2(String url) {
    if (url == null || !url.startsWith("jdbc:h2:file:")) {
      return;
    }
    var database = Path.of(url.substring("jdbc:h2:file:".length()).split(";")[0].replaceFirst("^~", System.getProperty("user.home")));
    var folder = database.toAbsolutePath().getParent();
    if (!Files.exists(folder)) {
      shut(folder);
    }
    for (var ending : List.of(".mv.db", ".trace.db")) {
      var file = folder.resolve(database.getFileName() + ending);
      try {
        if (Files.exists(file) && Files.getFileStore(file).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
