package org.baton.protocol;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
  /** The longest spans of a deadline, in its own unit. */
  private static final Map<String, Integer> LONGEST_SPANS =
      Map.of("CLOCK_HOURS", 10_000, "WORKING_DAYS", 1_000, "CALENDAR_DAYS", 1_000, "WEEKS", 150, "MONTHS", 36);

  private final Map<String, TableModel> tables;
  private final Map<String, String> files;
  private final PackWords words;
  private final Catalogue catalogue;
  private final Faults faults;

  /** @param files the file of each table, by its key */
  TableCheck(Map<String, TableModel> tables, Map<String, String> files, PackWords words, Catalogue catalogue, Faults faults) {
    this.tables = tables;
    this.files = files;
    this.words = words;
    this.catalogue = catalogue;
    this.faults = faults;
  }

  void check() {
    var before = faults.count();
    var shapes = TableShape.all();
    shapes.values().stream().filter(shape -> shape.needed() && !tables.containsKey(shape.key()))
        .forEach(shape -> faults.add(PackCheck.kebab(shape.key()) + ".dmn", shape.key(), "nothing", "this table, as every pack has one"));
    tables.values().forEach(table -> {
      checkTable(table);
      if (shapes.containsKey(table.key())) {
        checkShape(table, shapes.get(table.key()));
      }
    });
    if (faults.count() == before) {
      checkSpans(tables.get("deadline"));
      checkHolders(tables.get("holder"));
      checkEachState(tables.get("consentWeight"));
      checkEachRole(tables.get("access"));
      checkSectors();
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

  /** A table that Java reads has the columns that Java gives and asks for, and cells that Java can read. */
  private void checkShape(TableModel table, TableShape shape) {
    var file = files.get(table.key());
    var inputs = table.inputs().stream().map(TableModel.Column::expression).toList();
    var outputs = table.outputs().stream().map(column -> String.valueOf(column.expression())).toList();
    missing(shape.inputs().keySet(), inputs, name -> faults.add(file, table.key(), "no input column '" + name + "'", "that column"));
    missing(shape.outputs().keySet(), outputs, name -> faults.add(file, table.key(), "no output column '" + name + "'", "that column"));
    missing(inputs, shape.inputs().keySet(), name -> faults.add(file, table.key(), "the input column '" + name + "'", "what Baton gives this table alone: " + shape.inputs().keySet()));
    if (shape.unique() && !table.hitPolicy().equals("UNIQUE")) {
      faults.add(file, table.key(), "hit policy " + table.hitPolicy(), "UNIQUE, as one row answers");
    }
    for (var rule : table.rules()) {
      for (var i = 0; i < Math.min(inputs.size(), rule.inputs().size()); i++) {
        checkInput(table, rule, table.inputs().get(i), rule.inputs().get(i), shape.inputs().get(inputs.get(i)));
      }
      for (var i = 0; i < Math.min(outputs.size(), rule.outputs().size()); i++) {
        var kind = kind(table, shape, table.outputs().get(i));
        if (kind != null) {
          var at = i;
          kind.refuses(rule.outputs().get(i), words).ifPresent(expected -> cell(table, rule, table.outputs().get(at), rule.outputs().get(at), expected));
        }
      }
    }
  }

  private static CellKind kind(TableModel table, TableShape shape, TableModel.Column column) {
    if (table.key().equals("notice") && "recipient".equals(column.expression())) {
      return TableShape.recipient(column.listed().stream().flatMap(value -> Cells.text(value).stream()).toList());
    }
    var name = String.valueOf(column.expression());
    return shape.outputs().getOrDefault(name, shape.optional().get(name));
  }

  /** The texts that an input cell names; numbers and truths are judged by the type of their column. */
  private void checkInput(TableModel table, TableModel.Rule rule, TableModel.Column column, String cell, CellKind kind) {
    if (kind != null && type(column).equals("string") && !Cells.isEmpty(cell)) {
      tested(cell).forEach(text -> kind.refuses(text, words).ifPresent(expected -> cell(table, rule, column, text, expected)));
    }
  }

  private void checkSpans(TableModel deadlines) {
    deadlines.rules().forEach(rule -> {
      var unit = Cells.text(output(deadlines, rule, "unit")).orElseThrow();
      var amount = CellKind.number(output(deadlines, rule, "amount")).orElseThrow();
      if (amount > LONGEST_SPANS.get(unit)) {
        faults.add(files.get("deadline"), rule.id(), "column 'amount': " + amount, LONGEST_SPANS.get(unit) + " " + unit + " at most");
      }
      if (unit.equals("CLOCK_HOURS") && !Cells.text(output(deadlines, rule, "at")).orElse("").isEmpty()) {
        faults.add(files.get("deadline"), rule.id(), "column 'at': " + output(deadlines, rule, "at"), "nothing, as CLOCK_HOURS count on whatever the time of day");
      }
    });
  }

  /** Who holds a case when it is received must be known for every way in, and cannot be whom nobody chose yet. */
  private void checkHolders(TableModel holders) {
    var received = holders.rules().stream().filter(rule -> meets(input(holders, rule, "stage"), "RECEIVED")).toList();
    received.stream().filter(rule -> output(holders, rule, "holder").equals("\"ALLOCATED_SERVICE\""))
        .forEach(rule -> faults.add(files.get("holder"), rule.id(), "column 'holder': \"ALLOCATED_SERVICE\" for RECEIVED",
            "REFERRING_SERVICE or a service of the profile, as no service is allocated yet"));
    var routes = words.routes().isEmpty() ? Set.of("") : words.routes();
    routes.stream().filter(route -> received.stream().noneMatch(rule -> meets(input(holders, rule, "route"), route)))
        .forEach(route -> faults.add(files.get("holder"), "holder", "no rule for stage RECEIVED and route '" + route + "'",
            "one, as a case has a holder from the moment it is received"));
  }

  private void checkEachState(TableModel weights) {
    for (var state : List.of("REFUSED", "WITHDRAWN", "EXPIRED", "MISSING", "GIVEN", "NOT_NEEDED")) {
      if (weights.rules().stream().noneMatch(rule -> meets(input(weights, rule, "state"), state))) {
        faults.add(files.get("consentWeight"), "consentWeight", "no rule for state " + state, "one for each state of a consent");
      }
    }
  }

  /** What a role without a row may see would be taken from what it was before there was this table. */
  private void checkEachRole(TableModel access) {
    words.roles().stream().filter(role -> access.rules().stream().noneMatch(rule -> meets(input(access, rule, "role"), role)))
        .forEach(role -> faults.add(files.get("access"), "access", "no rule for the role " + role, "one for each role of the table 'role', NONE where it sees no case"));
  }

  private void checkSectors() {
    if (!tables.containsKey("sector")) {
      return;
    }
    var table = tables.get("sector");
    words.sectors().stream().filter(sector -> table.rules().stream().noneMatch(rule -> meets(input(table, rule, "sector"), sector)))
        .forEach(sector -> faults.add(files.get("sector"), "sector", "no rule for the sector " + sector, "one for each sector that a service of the profile sits for"));
    var seats = tables.get("seat");
    if (seats != null && seats.outputs().stream().noneMatch(column -> "speaks".equals(column.expression()))) {
      faults.add(files.get("seat"), "seat", "no output column 'speaks'", "that column, as the table 'sector' asks who speaks");
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

  private static String type(TableModel.Column column) {
    return column.type() == null ? "string" : column.type();
  }

  /** The values that a test of texts names, as written. */
  private static List<String> tested(String cell) {
    return Cells.split(cell.startsWith("not(") && cell.endsWith(")") ? cell.substring("not(".length(), cell.length() - 1) : cell);
  }

  private static boolean meets(String cell, String value) {
    var named = tested(cell).contains("\"" + value + "\"");
    return Cells.isEmpty(cell) || named != cell.startsWith("not(");
  }

  private static String input(TableModel table, TableModel.Rule rule, String column) {
    return rule.inputs().get(table.inputs().stream().map(TableModel.Column::expression).toList().indexOf(column));
  }

  static String output(TableModel table, TableModel.Rule rule, String column) {
    return rule.outputs().get(table.outputs().stream().map(TableModel.Column::expression).toList().indexOf(column));
  }

  private static void missing(Iterable<String> asked, Collection<String> there, Consumer<String> fault) {
    asked.forEach(name -> {
      if (!there.contains(name)) {
        fault.accept(name);
      }
    });
  }

  private void cell(TableModel table, TableModel.Rule rule, TableModel.Column column, String cell, String expected) {
    faults.add(files.get(table.key()), rule.id(), "column '" + column.expression() + "': " + (cell.isEmpty() ? "nothing" : cell), expected);
  }
}
