package org.baton.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which flow nodes the stories have passed, as the engine's history tells. */
@TestComponent
public class FlowNodeCoverage {

  static final Path VISITED = Path.of("target/coverage/visited.txt");
  private static final Set<String> KNOWN = new ConcurrentSkipListSet<>();

  private final JdbcClient jdbc;

  FlowNodeCoverage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Call before the history of a story is taken away. */
  public void collect() {
    try {
      Files.createDirectories(VISITED.getParent());
      var found = jdbc.sql("select distinct PROC_DEF_KEY_, TENANT_ID_, ACT_ID_ from ACT_HI_ACTINST")
          .query((row, number) -> row.getString(2) + " " + row.getString(1) + " " + row.getString(3)).list().stream().filter(KNOWN::add).toList();
      Files.write(VISITED, found, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
