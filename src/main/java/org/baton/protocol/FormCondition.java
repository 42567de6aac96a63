package org.baton.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The condition under which a form hides a field: comparisons of names with constants, joined by {@code and}, {@code or} and brackets.
 * No more of FEEL than that, so that it ends at once and says the same in the browser and here.
 */
final class FormCondition {

  private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();
  private static final Pattern TOKEN = Pattern.compile("\\s*+(\"[^\"\\\\]*+\"|[a-zA-Z]\\w*+|-?\\d{1,9}+(\\.\\d{1,9}+)?|!=|<=|>=|[=<>()])\\s*+");
  private static final Set<String> WORDS = Set.of("and", "or", "null", "true", "false");
  private static final int LONGEST = 500;
  /** The parser tries again and again at each bracket. */
  private static final int BRACKETS = 8;
  static final String EXPECTED = "= and comparisons such as route = \"STEP_DOWN\", joined by and, or and brackets, of " + LONGEST + " characters at most";

  /** A condition compares the same names in every form, and reading one takes a parser. */
  private static final Cache<String, Optional<Set<String>>> READ = Caffeine.newBuilder().maximumSize(2_000).build();

  private FormCondition() {}

  /** The names that the condition compares; empty if it cannot be read. @param hide as the form has it, with the sign of equality */
  static Optional<Set<String>> names(String hide) {
    if (!hide.startsWith("=") || hide.length() > LONGEST || hide.chars().filter(letter -> letter == '(').count() > BRACKETS) {
      return Optional.empty();
    }
    return READ.get(hide, FormCondition::read);
  }

  private static Optional<Set<String>> read(String hide) {
    var condition = hide.substring(1);
    var names = new TreeSet<String>();
    var matcher = TOKEN.matcher(condition);
    var before = "";
    var at = 0;
    while (at < condition.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return Optional.empty();
      }
      var token = matcher.group(1);
      if (token.equals("(") && isName(before)) {
        return Optional.empty();
      }
      if (isName(token)) {
        names.add(token);
      }
      before = token;
      at = matcher.end();
    }
    return reads(condition) ? Optional.of(Collections.unmodifiableSet(names)) : Optional.empty();
  }

  private static boolean isName(String token) {
    return token.matches("[a-zA-Z]\\w*") && !WORDS.contains(token);
  }

  private static boolean reads(String condition) {
    try {
      FEEL.evaluateSimpleExpression(condition, Variables.createVariables().asVariableContext());
      return true;
    } catch (FeelException e) {
      return false;
    }
  }
}
