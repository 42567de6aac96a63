package org.baton.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;
import org.baton.story.Proofs;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of a mutant's clauses until one fails: examples first, then the shortest. */
final class Jury {

  private static final String STORIES = "baton.stories";

  private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build());
  private final PackFiles shipped;
  private final ClauseTests tests;
  private final Map<String, Long> took = new HashMap<>();

  Jury(String authority) {
    shipped = PackFiles.shipped(authority, new ArrayList<>());
    tests = new ClauseTests(authority);
  }

  ClauseTests tests() {
    return tests;
  }

  /** @throws IllegalStateException if a test fails of the pack as it is, since it would say nothing of the mutant */
  Verdict of(Mutant mutant) {
    var asked = tests.of(mutant.clauses());
    for (var test : asked) {
      if (test.what() == ClauseTest.What.EXAMPLE && fails(test, mutant)) {
        return new Verdict(Verdict.State.KILLED, test.name());
      }
    }
    var others = asked.stream().filter(test -> test.what() != ClauseTest.What.EXAMPLE).sorted(Comparator.comparing(test -> took.computeIfAbsent(test.name(), any -> sound(test)))).toList();
    MutatedPacks.plant(mutant, shipped);
    try {
      for (var test : others) {
        if (fails(test)) {
          return MutatedPacks.refused().isEmpty() ? new Verdict(Verdict.State.KILLED, test.name()) : new Verdict(Verdict.State.REFUSED, MutatedPacks.refused());
        }
      }
    } finally {
      MutatedPacks.uproot();
    }
    return new Verdict(Verdict.State.SURVIVED, asked.size() + " tests");
  }

  private boolean fails(ClauseTest example, Mutant mutant) {
    return Proofs.about(example.name(), mutant.file()) && !Proofs.holds(example.name(), () -> new Pack("mutant", mutant.in(shipped)));
  }

  /** How long it takes, in milliseconds, of the pack as it is. */
  private long sound(ClauseTest test) {
    var before = System.nanoTime();
    if (fails(test)) {
      throw new IllegalStateException("The test '" + test.name() + "' fails of the pack as it is");
    }
    return (System.nanoTime() - before) / 1_000_000;
  }

  private boolean fails(ClauseTest test) {
    var listener = new SummaryGeneratingListener();
    var story = test.what() == ClauseTest.What.STORY;
    var before = System.getProperty(STORIES);
    if (story) {
      System.setProperty(STORIES, test.name());
    }
    try {
      launcher.execute(LauncherDiscoveryRequestBuilder.request().selectors(story ? selectMethod("org.baton.story.StoriesTest#it_goes_as_told(java.lang.String, org.junit.jupiter.api.TestReporter)") : selectMethod(test.name()))
          .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true").build(), listener);
    } finally {
      if (before == null) {
        System.clearProperty(STORIES);
      } else {
        System.setProperty(STORIES, before);
      }
    }
    var summary = listener.getSummary();
    if (summary.getTestsFoundCount() == 0) {
      throw new IllegalStateException("No test '" + test.name() + "' was found");
    }
    return summary.getTotalFailureCount() > 0;
  }
}
