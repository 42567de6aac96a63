package org.baton.protocol;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final Cache<String, Optional<List<String>>> READ = Caffeine.newBuilder().maximumSize(2_000).build();

  private FormCondition() {}

  /** A name that is compared with a constant. @param constant as it is written, without quotation marks */
  record Comparison(String name, String constant) {}

  /** The names that the condition compares; empty if it cannot be read. @param hide as the form has it, with the sign of equality */
  static Optional<Set<String>> names(String hide) {
    return tokens(hide).map(tokens -> tokens.stream().filter(FormCondition::isName).collect(Collectors.toSet()));
  }

  /** What the condition asks to be equal to a constant, or not to be; none if it cannot be read. @param hide as for {@link #names} */
  static Stream<Comparison> comparisons(String hide) {
    return tokens(hide).stream().flatMap(tokens -> {
      var found = Stream.<Comparison>builder();
      for (var at = 1; at + 1 < tokens.size(); at++) {
        if (tokens.get(at).equals("=") || tokens.get(at).equals("!=")) {
          var left = tokens.get(at - 1);
          var right = tokens.get(at + 1);
          compared(left, right).or(() -> compared(right, left)).ifPresent(found);
        }
      }
      return found.build();
    });
  }

  private static Optional<Comparison> compared(String name, String constant) {
    return isName(name) && !isName(constant) && !constant.equals("null") ? Optional.of(new Comparison(name, constant.replace("\"", ""))) : Optional.empty();
  }

  private static Optional<List<String>> tokens(String hide) {
    if (!hide.startsWith("=") || hide.length() > LONGEST || hide.chars().filter(letter -> letter == '(').count() > BRACKETS) {
      return Optional.empty();
    }
    return READ.get(hide, FormCondition::read);
  }

  private static Optional<List<String>> read(String hide) {
    var condition = hide.substring(1);
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(condition);
    var at = 0;
    while (at < condition.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return Optional.empty();
      }
      var token = matcher.group(1);
      if (token.equals("(") && !tokens.isEmpty() && isName(tokens.get(tokens.size() - 1))) {
        return Optional.empty();
      }
      tokens.add(token);
      at = matcher.end();
    }
    return reads(condition) ? Optional.of(List.copyOf(tokens)) : Optional.empty();
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
