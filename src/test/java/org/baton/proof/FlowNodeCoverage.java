package org.baton.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which flow nodes the stories have passed, as the engine's history tells. */
@TestComponent
public class FlowNodeCoverage {

  static final Path FOLDER = Path.of("target/coverage");
  private static final Set<String> KNOWN = new ConcurrentSkipListSet<>();

  private final JdbcClient jdbc;

  FlowNodeCoverage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Call before the history of a story is taken away. */
  public void collect() {
    try {
      jdbc.sql("select distinct TENANT_ID_, PROC_DEF_KEY_, ACT_ID_ from ACT_HI_ACTINST")
          .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)).list().forEach(KNOWN::add);
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve("visited-" + System.getProperty("baton.test.run", "main") + ".txt"), KNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
