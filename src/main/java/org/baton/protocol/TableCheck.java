package org.baton.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds what is wrong with the decision tables of a pack: their form, each of their cells, and what they say to one another. */
final class TableCheck {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w{0,99}");
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(\\S+)");
  private static final Pattern INTERVAL = Pattern.compile("[\\[\\](]\\s*(\\S+?)\\s*\\.\\.\\s*(\\S+?)\\s*[\\])\\[]");
  private static final Pattern DESCRIPTION = Pattern.compile("(?s)^([A-Z]{3}-[^:]+|none):\\s*\\S.*");
  private static final Pattern TIME_TO_LIVE = Pattern.compile("P[1-9]\\d{0,3}D");
  private static final Set<String> NUMBERS = Set.of("integer", "long", "double");
  private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double");
  /** As long as the columns that keep the clauses of a row. */
  private static final int LONGEST_CLAUSES = 200;
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_CELL = 4_000;

  private final Map<String, TableModel> tables;
  private final Map<String, String> files;
  private final PackWords words;
  private final TableContract contract;
  private final List<TableRule> rules;
  private final Catalogue catalogue;
  private final Faults faults;

  /**
   * @param files the file of each table, by its key
   * @param rules what rows must say together
   */
  TableCheck(Map<String, TableModel> tables, Map<String, String> files, PackWords words, TableContract contract, List<TableRule> rules, Catalogue catalogue, Faults faults) {
    this.tables = tables;
    this.files = files;
    this.words = words;
    this.contract = contract;
    this.rules = rules;
    this.catalogue = catalogue;
    this.faults = faults;
  }

  void check() {
    var before = faults.count();
    contract.shapes().values().stream().filter(shape -> shape.needed() && !tables.containsKey(shape.key()))
        .forEach(shape -> faults.add(PackCheck.kebab(shape.key()) + ".dmn", shape.key(), "nothing", "this table, as every pack has one"));
    tables.values().forEach(table -> {
      checkTable(table);
      Optional.ofNullable(contract.shapes().get(table.key())).ifPresent(shape -> new ShapeCheck(files.get(table.key()), table, shape, words, faults).check());
    });
    if (faults.count() == before) {
      var checked = new CheckedTables(tables, files, words);
      rules.forEach(rule -> rule.check(checked, faults));
    }
  }

  private void checkTable(TableModel table) {
    var file = files.get(table.key());
    if (!file.equals(PackCheck.kebab(table.key()) + ".dmn")) {
      faults.add(file, table.key(), "a table of this id", "the file " + PackCheck.kebab(table.key()) + ".dmn");
    }
    if (table.historyTimeToLive() == null || !TIME_TO_LIVE.matcher(table.historyTimeToLive()).matches()) {
      faults.add(file, table.key(), table.historyTimeToLive() == null ? "no history time to live" : "the history time to live " + table.historyTimeToLive(),
          "camunda:historyTimeToLive in days, for example P180D");
    }
    if (!table.hitPolicy().equals("UNIQUE") && !table.hitPolicy().equals("COLLECT")) {
      faults.add(file, table.key(), "hit policy " + table.hitPolicy(), "UNIQUE or COLLECT");
    }
    if (!isSmall(table)) {
      faults.add(file, table.key(), table.inputs().size() + table.outputs().size() + " columns and " + table.rules().size() + " rules",
          PackLimits.TABLE_COLUMNS + " columns with " + PackLimits.LISTED_VALUES + " listed values each and " + PackLimits.TABLE_RULES + " rules at most");
      return;
    }
    table.rules().forEach(rule -> checkRule(table, rule));
    if (checkColumns(table) && checkCells(table) && table.hitPolicy().equals("UNIQUE")) {
      TableGaps.find(table).forEach(gap -> faults.add(file, table.key(), gap, "exactly one rule for every listed value and range"));
    }
  }

  private static boolean isSmall(TableModel table) {
    return table.inputs().size() + table.outputs().size() <= PackLimits.TABLE_COLUMNS && table.rules().size() <= PackLimits.TABLE_RULES
        && table.inputs().stream().allMatch(column -> column.listed().size() <= PackLimits.LISTED_VALUES)
        && table.outputs().stream().allMatch(column -> column.listed().size() <= PackLimits.LISTED_VALUES);
  }

  private void checkRule(TableModel table, TableModel.Rule rule) {
    var file = files.get(table.key());
    if (rule.id() == null || rule.id().length() > LONGEST_ID) {
      faults.add(file, table.key(), "a rule without an id of its own", "an id of " + LONGEST_ID + " characters at most");
    }
    if (!DESCRIPTION.matcher(rule.description()).matches()) {
      faults.add(file, rule.id(), "the description '" + rule.description() + "'", "clauses or 'none', a colon and the reason, for example 'WAR-4.3a: services count, not heads'");
    }
    rule.clauses().stream().filter(clause -> catalogue.find(clause).isEmpty())
        .forEach(clause -> faults.add(file, rule.id(), "the clause " + clause, "a clause of the catalogue"));
    if (String.join(", ", rule.clauses()).length() > LONGEST_CLAUSES) {
      faults.add(file, rule.id(), "clauses of " + String.join(", ", rule.clauses()).length() + " characters", LONGEST_CLAUSES + " characters at most");
    }
  }

  /** @return whether cells can be read by these columns */
  private boolean checkColumns(TableModel table) {
    var names = new HashSet<String>();
    var sound = true;
    for (var column : table.inputs()) {
      sound &= checkColumn(table, column, "input", names.add("in " + column.expression()));
    }
    for (var column : table.outputs()) {
      sound &= checkColumn(table, column, "output", names.add("out " + column.expression()));
    }
    return sound && !table.inputs().isEmpty() && !table.outputs().isEmpty();
  }

  private boolean checkColumn(TableModel table, TableModel.Column column, String kind, boolean once) {
    var file = files.get(table.key());
    var name = String.valueOf(column.expression());
    if (column.expression() == null || !NAME.matcher(name).matches()) {
      faults.add(file, table.key(), "the " + kind + " column '" + name + "'", "a plain name, without calculation");
      return false;
    }
    if (!once) {
      faults.add(file, table.key(), "the " + kind + " column '" + name + "' a second time", "each column once");
    }
    if (column.type() != null && !TYPES.contains(column.type())) {
      faults.add(file, table.key(), "the type '" + column.type() + "' of the column '" + name + "'", "one of " + TYPES.stream().sorted().toList());
      return false;
    }
    var wrong = column.listed().stream().filter(value -> !isListed(column, value, kind)).findFirst();
    wrong.ifPresent(value -> faults.add(file, table.key(), "the allowed value " + value + " of the column '" + name + "'", ofType(column)));
    return once && wrong.isEmpty();
  }

  private static boolean isListed(TableModel.Column column, String value, String kind) {
    return kind.equals("input") && NUMBERS.contains(type(column)) ? isNumberTest(value) : isLiteral(column, value);
  }

  /** @return whether every cell is one that can be compared and answered with */
  private boolean checkCells(TableModel table) {
    var before = faults.count();
    for (var rule : table.rules()) {
      if (rule.inputs().size() != table.inputs().size() || rule.outputs().size() != table.outputs().size()) {
        faults.add(files.get(table.key()), rule.id(), rule.inputs().size() + " and " + rule.outputs().size() + " cells", "one for each column");
        return false;
      }
      for (var i = 0; i < rule.inputs().size(); i++) {
        var column = table.inputs().get(i);
        var cell = rule.inputs().get(i);
        if (cell.length() > LONGEST_CELL || !isTest(column, cell)) {
          cell(table, rule, column, cell, "-, " + ofType(column) + ", several parted by commas, or not(...)");
        } else if (!column.listed().isEmpty() && type(column).equals("string") && !Cells.isEmpty(cell)) {
          tested(cell).stream().filter(text -> !column.listed().contains(text))
              .forEach(text -> cell(table, rule, column, text, "a value that the column lists, one of " + column.listed()));
        }
      }
      for (var i = 0; i < rule.outputs().size(); i++) {
        checkOutput(table, rule, table.outputs().get(i), rule.outputs().get(i));
      }
    }
    return faults.count() == before;
  }

  private void checkOutput(TableModel table, TableModel.Rule rule, TableModel.Column column, String cell) {
    if (cell.isEmpty()) {
      return;
    }
    if (cell.length() > LONGEST_CELL || !isLiteral(column, cell)) {
      cell(table, rule, column, cell, ofType(column) + ", or nothing: no calculation");
    } else if (!column.listed().isEmpty() && !column.listed().contains(cell)) {
      cell(table, rule, column, cell, "a value that the column lists, one of " + column.listed());
    } else if ("forum".equals(column.expression()) && !words.forums().contains(Cells.text(cell).orElse(""))) {
      cell(table, rule, column, cell, "a forum of the profile, one of " + words.forums());
    }
  }

  private static boolean isTest(TableModel.Column column, String cell) {
    if (Cells.isEmpty(cell)) {
      return true;
    }
    var inner = cell.startsWith("not(") && cell.endsWith(")") ? cell.substring("not(".length(), cell.length() - 1) : cell;
    Predicate<String> test = switch (type(column)) {
      case "boolean" -> Cells::isTruth;
      case "string" -> Cells::isText;
      default -> TableCheck::isNumberTest;
    };
    return Cells.split(inner).stream().allMatch(test);
  }

  private static boolean isNumberTest(String part) {
    var comparison = COMPARISON.matcher(part);
    var interval = INTERVAL.matcher(part);
    return Cells.isNumber(part) || comparison.matches() && Cells.isNumber(comparison.group(2))
        || interval.matches() && Cells.isNumber(interval.group(1)) && Cells.isNumber(interval.group(2));
  }

  private static boolean isLiteral(TableModel.Column column, String cell) {
    return switch (type(column)) {
      case "boolean" -> Cells.isTruth(cell);
      case "string" -> Cells.isText(cell);
      default -> Cells.isNumber(cell);
    };
  }

  private static String ofType(TableModel.Column column) {
    return switch (type(column)) {
      case "boolean" -> "true or false";
      case "string" -> "a text in quotation marks";
      default -> "a number";
    };
  }

  static String type(TableModel.Column column) {
    return column.type() == null ? "string" : column.type();
  }

  /** The values that a test of texts names, as written. */
  static List<String> tested(String cell) {
    return Cells.split(cell.startsWith("not(") && cell.endsWith(")") ? cell.substring("not(".length(), cell.length() - 1) : cell);
  }

  private void cell(TableModel table, TableModel.Rule rule, TableModel.Column column, String cell, String expected) {
    faults.add(files.get(table.key()), rule.id(), "column '" + column.expression() + "': " + (cell.isEmpty() ? "nothing" : cell), expected);
  }
}
