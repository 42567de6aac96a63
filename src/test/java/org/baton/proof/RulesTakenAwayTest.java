package org.baton.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baton.protocol.PackFault;
import org.baton.protocol.PackFiles;
import org.baton.scenario.camden.CamdenDecisionsTest;
import org.baton.scenario.northeastlincolnshire.NorthEastLincolnshireDecisionsTest;
import org.baton.scenario.warwickshire.WarwickshireDecisionsTest;
import org.baton.support.Clause;
import org.baton.support.Tables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Takes clause-carrying rules away one at a time and expects a test of that clause to fail: a mark that proves nothing is found here. */
class RulesTakenAwayTest {

  /** Of each authority, its examples and the tables whose every clause they prove; what other tables carry is proved by stories. */
  private record Examples(Class<?> test, String authority, List<String> tables) {}

  private static final List<Examples> ALL = List.of(
      new Examples(WarwickshireDecisionsTest.class, "warwickshire", List.of("forum", "quorum", "vote-result", "consent-standing", "holder", "completeness", "seat")),
      new Examples(NorthEastLincolnshireDecisionsTest.class, "north-east-lincolnshire",
          List.of("locality", "forum", "pairing", "consent-basis", "holder", "seat", "sector", "recording")),
      new Examples(CamdenDecisionsTest.class, "camden",
          List.of("intake-route", "consent-gate", "checklist", "quorum", "vote-result", "holder", "seat", "mosaic-team", "next-stage", "escalation-policy", "forum", "service-description")));

  static Stream<List<String>> rules() {
    return ALL.stream().flatMap(RulesTakenAwayTest::rules);
  }

  private static Stream<List<String>> rules(Examples examples) {
    var files = PackFiles.shipped(examples.authority(), new ArrayList<PackFault>());
    var tables = new Tables(examples.authority());
    return examples.tables().stream()
        .flatMap(file -> tables.table(camel(file)).model().rules().stream().filter(rule -> !rule.clauses().isEmpty())
            .map(rule -> {
              assertThat(files.content()).containsKey(file + ".dmn");
              return List.of(file + ".dmn", rule.id(), String.join(",", rule.clauses()), examples.test().getName());
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void a_test_of_its_clause_misses_the_rule(List<String> rule) {
    System.setProperty(Tables.REMOVED_RULE, rule.get(0) + ":" + rule.get(1));
    try {
      var clauses = Set.of(rule.get(2).split(","));
      assertThat(clausesOfFailures(rule.get(3), clauses)).as("clauses of the tests that fail without %s", rule).containsAnyElementsOf(clauses);
    } finally {
      System.clearProperty(Tables.REMOVED_RULE);
    }
  }

  /** Of the tests that name one of the clauses; whether others fail proves nothing of them. */
  private static List<String> clausesOfFailures(String test, Set<String> asked) {
    var clauses = new ArrayList<String>();
    var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test))
        .filters(EngineFilter.includeEngines("junit-jupiter"), (PostDiscoveryFilter) found -> FilterResult.includedIf(
            clauses(found.getSource()).map(named -> !Collections.disjoint(named, asked)).orElse(!found.isTest()))).build();
    LauncherFactory.create(LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build())
        .execute(request, new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED && test.isTest()) {
              clauses(test.getSource()).ifPresent(clauses::addAll);
            }
          }
        });
    return clauses;
  }

  private static Optional<List<String>> clauses(Optional<TestSource> test) {
    return test.filter(org.junit.platform.engine.support.descriptor.MethodSource.class::isInstance)
        .map(org.junit.platform.engine.support.descriptor.MethodSource.class::cast).map(source -> source.getJavaMethod().getAnnotation(Clause.class))
        .map(clause -> List.of(clause.value()));
  }

  private static String camel(String kebab) {
    var words = kebab.split("-");
    return words.length == 1 ? kebab : words[0] + words[1].substring(0, 1).toUpperCase() + words[1].substring(1);
  }
}
