package org.baton.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.baton.support.Clause;
import org.junit.jupiter.api.TestReporter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes down which clauses were proved by tests that passed, and which tests marked with a clause failed. */
public class ProofRecorder implements TestExecutionListener {

  /** One file for each test process. */
  static final Path FOLDER = Path.of("target/traceability");

  private static final String CLAUSES = "clauses";
  private static final String TEST = "test";

  /** Test method to the clauses it is marked with, for those that ran and never failed. Of the process, which can have a listener for each class. */
  private static final Map<String, List<String>> PASSED = new ConcurrentHashMap<>();
  private static final Map<String, Map<String, String>> PUBLISHED = new ConcurrentHashMap<>();
  private static final Set<String> FAILED = new ConcurrentSkipListSet<>();

  /** Says of a test that runs what a file of a pack says what it runs, and which clauses that proves if it passes. */
  public static void publish(TestReporter reporter, String test, List<String> clauses) {
    if (!clauses.isEmpty()) {
      reporter.publishEntry(Map.of(TEST, test, CLAUSES, String.join(" ", clauses)));
    }
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    if (entry.getKeyValuePairs().containsKey(CLAUSES)) {
      PUBLISHED.put(test.getUniqueId(), entry.getKeyValuePairs());
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    var published = PUBLISHED.remove(test.getUniqueId());
    if (published != null && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
      PASSED.put(published.get(TEST), List.of(published.get(CLAUSES).split(" ")));
    }
    test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast).ifPresent(source -> {
      var clause = source.getJavaMethod().getAnnotation(Clause.class);
      if (clause == null) {
        return;
      }
      var name = source.getJavaClass().getSimpleName() + "." + source.getMethodName();
      if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        FAILED.add(name);
      } else if (test.isTest()) {
        PASSED.put(name, Arrays.asList(clause.value()));
      }
    });
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve("proved-" + System.getProperty("baton.test.run", "main") + ".txt"), PASSED.entrySet().stream().filter(entry -> !FAILED.contains(entry.getKey()))
          .flatMap(entry -> entry.getValue().stream().map(clause -> clause + " " + entry.getKey())).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
