package org.baton.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds what a table with hit policy UNIQUE leaves unanswered or answers twice, within the values that its columns list.
 *
 * <p>Every cell is cut into the smallest pieces that rules can tell apart (a listed text, true or false, a number or the gap between two),
 * and every combination of pieces must be met by exactly one rule. Understands the unary tests of this project's tables: {@code -},
 * texts, {@code not(...)}, true and false, comparisons, intervals and numbers.
 */
final class TableGaps {

  private static final Pattern INTERVAL = Pattern.compile("([\\[\\](])\\s*(-?[\\d.]+)\\s*\\.\\.\\s*(-?[\\d.]+)\\s*([\\])\\[])");
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(-?[\\d.]+)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** Enough for every table that a person can read; beyond it the question is not answered, but the answer comes. */
  private static final int STEPS = 300_000;

  private final TableModel table;
  private final List<List<Piece>> pieces = new ArrayList<>();
  /** For each column and piece, the rules that it meets. */
  private final List<List<BitSet>> met = new ArrayList<>();
  /** What was found sound, by column and rules left: the same rules are left by many combinations. */
  private final Set<Left> sound = new HashSet<>();
  private final List<String> found = new ArrayList<>();
  private int steps;

  private TableGaps(TableModel table) {
    this.table = table;
  }

  /**
   * One line for each gap, overlap or cell that cannot be understood, five at most; empty if there is none. Ends after a bounded number of
   * steps: a table that needs more is refused as too large.
   */
  static List<String> find(TableModel table) {
    var gaps = new TableGaps(table);
    try {
      for (var column = 0; column < table.inputs().size(); column++) {
        gaps.pieces.add(gaps.cut(column));
        gaps.met.add(gaps.met(column));
      }
      var all = new BitSet();
      all.set(0, table.rules().size());
      gaps.search(0, new ArrayList<>(), all);
    } catch (NotUnderstoodException e) {
      gaps.found.add(e.getMessage());
    }
    return gaps.found;
  }

  /** A value, or a stretch of values that no rule tells apart. */
  private record Piece(String label, Object value) {}

  private record Left(int column, BitSet rules) {}

  private List<BitSet> met(int column) {
    var tests = table.rules().stream().map(rule -> test(rule.inputs().get(column))).toList();
    return pieces.get(column).stream().map(piece -> {
      var rules = new BitSet();
      IntStream.range(0, tests.size()).filter(rule -> tests.get(rule).test(piece.value())).forEach(rules::set);
      return rules;
    }).toList();
  }

  private void search(int column, List<String> chosen, BitSet rules) {
    if (found.size() >= 5) {
      return;
    }
    if (++steps > STEPS) {
      throw new NotUnderstoodException("too many combinations of its " + table.inputs().size() + " columns and " + table.rules().size()
          + " rules to find gaps and overlaps: fewer columns, or two tables");
    }
    if (rules.isEmpty()) {
      found.add("no rule for " + (chosen.isEmpty() ? "anything" : String.join(", ", chosen)));
      return;
    }
    if (column == pieces.size()) {
      if (rules.cardinality() > 1) {
        found.add("rules " + rules.stream().mapToObj(rule -> table.rules().get(rule).id()).toList() + " all answer " + String.join(", ", chosen));
      }
      return;
    }
    var here = new Left(column, rules);
    if (sound.contains(here)) {
      return;
    }
    var before = found.size();
    for (var i = 0; i < pieces.get(column).size(); i++) {
      var left = (BitSet) rules.clone();
      left.and(met.get(column).get(i));
      chosen.add(table.inputs().get(column).expression() + " = " + pieces.get(column).get(i).label());
      search(column + 1, chosen, left);
      chosen.remove(chosen.size() - 1);
    }
    if (found.size() == before) {
      sound.add(here);
    }
  }

  private List<Piece> cut(int column) {
    var input = table.inputs().get(column);
    var type = input.type() == null ? "string" : input.type();
    return switch (type) {
      case "boolean" -> List.of(new Piece("true", true), new Piece("false", false));
      case "integer", "long", "double", "number" -> numbers(column, input, type.equals("integer") || type.equals("long"));
      default -> {
        if (input.listed().isEmpty() && table.rules().stream().anyMatch(rule -> !any(rule.inputs().get(column)))) {
          throw new NotUnderstoodException("column '" + input.expression() + "' lists no allowed values");
        }
        yield input.listed().isEmpty() ? List.of(new Piece("any", "any"))
            : input.listed().stream().map(text -> new Piece(text, unquoted(text))).toList();
      }
    };
  }

  private List<Piece> numbers(int column, TableModel.Column input, boolean whole) {
    var bounds = new TreeSet<BigDecimal>();
    table.rules().forEach(rule -> numbersIn(rule.inputs().get(column)).forEach(bounds::add));
    input.listed().forEach(listed -> numbersIn(listed).forEach(bounds::add));
    Predicate<Object> allowed = input.listed().isEmpty() ? value -> true : test(String.join(",", input.listed()));
    var cut = new ArrayList<Piece>();
    if (bounds.isEmpty()) {
      return List.of(new Piece("any number", BigDecimal.ZERO));
    }
    cut.add(new Piece("below " + bounds.first(), bounds.first().subtract(BigDecimal.ONE)));
    BigDecimal before = null;
    for (var bound : bounds) {
      if (before != null && !(whole && bound.subtract(before).compareTo(BigDecimal.ONE) <= 0)) {
        var between = whole ? before.add(BigDecimal.ONE) : before.add(bound).divide(BigDecimal.valueOf(2));
        cut.add(new Piece("between " + before + " and " + bound, between));
      }
      cut.add(new Piece(bound.toString(), bound));
      before = bound;
    }
    cut.add(new Piece("above " + before, before.add(BigDecimal.ONE)));
    return cut.stream().filter(piece -> allowed.test(piece.value())).toList();
  }

  private static List<BigDecimal> numbersIn(String cell) {
    var numbers = new ArrayList<BigDecimal>();
    NUMBER.matcher(cell.replace("..", " .. ")).results().forEach(match -> numbers.add(new BigDecimal(match.group())));
    return numbers;
  }

  private static boolean any(String cell) {
    return cell.isEmpty() || cell.equals("-");
  }

  private static Predicate<Object> test(String cell) {
    if (any(cell)) {
      return value -> true;
    }
    if (cell.startsWith("not(") && cell.endsWith(")")) {
      return test(cell.substring(4, cell.length() - 1)).negate();
    }
    return Cells.split(cell).stream().map(TableGaps::single).reduce(Predicate::or).orElseThrow(() -> new NotUnderstoodException(cell));
  }

  private static Predicate<Object> single(String test) {
    return text(test).or(() -> comparison(test)).or(() -> interval(test)).or(() -> number(test))
        .orElseThrow(() -> new NotUnderstoodException("cell '" + test + "' is not one of: -, \"text\", not(\"text\"), true, false, 3, < 3, [1..3]"));
  }

  private static Optional<Predicate<Object>> text(String test) {
    if (test.equals("true") || test.equals("false")) {
      return Optional.of(value -> value.equals(Boolean.valueOf(test)));
    }
    return test.startsWith("\"") && test.endsWith("\"") ? Optional.of(value -> value.equals(unquoted(test))) : Optional.empty();
  }

  private static Optional<Predicate<Object>> comparison(String test) {
    var matcher = COMPARISON.matcher(test);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var bound = new BigDecimal(matcher.group(2));
    var operator = matcher.group(1);
    return Optional.of(value -> {
      var compared = ((BigDecimal) value).compareTo(bound);
      return operator.startsWith("<") ? compared < 0 || operator.equals("<=") && compared == 0
          : compared > 0 || operator.equals(">=") && compared == 0;
    });
  }

  private static Optional<Predicate<Object>> interval(String test) {
    var matcher = INTERVAL.matcher(test);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var low = new BigDecimal(matcher.group(2));
    var high = new BigDecimal(matcher.group(3));
    var lowIn = matcher.group(1).equals("[");
    var highIn = matcher.group(4).equals("]");
    return Optional.of(value -> {
      var toLow = ((BigDecimal) value).compareTo(low);
      var toHigh = ((BigDecimal) value).compareTo(high);
      return (toLow > 0 || lowIn && toLow == 0) && (toHigh < 0 || highIn && toHigh == 0);
    });
  }

  private static Optional<Predicate<Object>> number(String test) {
    return NUMBER.matcher(test).matches() ? Optional.of(value -> ((BigDecimal) value).compareTo(new BigDecimal(test)) == 0) : Optional.empty();
  }

  private static String unquoted(String text) {
    return text.replaceAll("^\"|\"$", "");
  }

  private static final class NotUnderstoodException extends RuntimeException {

    NotUnderstoodException(String message) {
      super(message);
    }
  }
}
