package org.baton.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baton.story.Proofs;
import org.baton.support.Clause;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.commons.util.ReflectionUtils;

/** Which tests say that they prove which clause: examples and stories by their files, others by their mark. */
final class ClauseTests {

  private final Map<String, Set<ClauseTest>> byClause = new LinkedHashMap<>();

  /** @param authority whose examples and stories are taken; marked methods are found by their clauses */
  ClauseTests(String authority) {
    Proofs.examples(authority).forEach(proof -> proof.clauses().forEach(clause -> add(clause, new ClauseTest(ClauseTest.What.EXAMPLE, proof.name(), proof.text()))));
    Proofs.stories(authority).forEach(proof -> proof.clauses().forEach(clause -> add(clause, new ClauseTest(ClauseTest.What.STORY, proof.name(), proof.text()))));
    ReflectionSupport.findAllClassesInPackage("org.baton", type -> !Modifier.isAbstract(type.getModifiers()), name -> name.endsWith("Test") && !name.endsWith("OnPostgresTest"))
        .forEach(type -> ReflectionSupport.findMethods(type, method -> method.isAnnotationPresent(Clause.class), HierarchyTraversalMode.TOP_DOWN)
            .forEach(method -> mark(type, method)));
  }

  /** Examples first, as they take no time. */
  List<ClauseTest> of(List<String> clauses) {
    var tests = new LinkedHashSet<ClauseTest>();
    clauses.forEach(clause -> tests.addAll(byClause.getOrDefault(clause, Set.of())));
    return tests.stream().sorted(Comparator.comparing(ClauseTest::what)).toList();
  }

  boolean isExample(String name) {
    return byClause.values().stream().flatMap(Set::stream).anyMatch(test -> test.what() == ClauseTest.What.EXAMPLE && test.name().equals(name));
  }

  private void mark(Class<?> type, Method method) {
    for (var clause : method.getAnnotation(Clause.class).value()) {
      add(clause, new ClauseTest(ClauseTest.What.METHOD, ReflectionUtils.getFullyQualifiedMethodName(type, method), source(method)));
    }
  }

  private void add(String clause, ClauseTest test) {
    byClause.computeIfAbsent(clause, any -> new LinkedHashSet<>()).add(test);
  }

  /** From its mark to the next one, which is near enough for what it asserts. */
  private static String source(Method method) {
    try {
      var text = Files.readString(Path.of("src/test/java", method.getDeclaringClass().getName().replace('.', '/') + ".java"));
      var from = text.indexOf(" " + method.getName() + "(");
      var to = text.indexOf("\n  }\n", from);
      return text.substring(from, to < 0 ? text.length() : to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
