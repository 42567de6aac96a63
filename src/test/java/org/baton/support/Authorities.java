package org.baton.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The authorities that Baton ships, without those that are made up for tests; a further one is among them as soon as it has a profile. */
public final class Authorities {

  private Authorities() {}

  /** Sorted. */
  public static List<String> shipped() {
    try (var profiles = Files.list(Path.of("authorities"))) {
      return profiles.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).map(name -> name.replace(".yaml", "")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
