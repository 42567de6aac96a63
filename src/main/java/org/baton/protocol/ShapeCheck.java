package org.baton.protocol;

import java.util.Collection;
import java.util.function.Consumer;

/** A table that Java reads has the columns that Java gives and asks for, headed as everywhere, and cells that Java can read. */
final class ShapeCheck {

  private final String file;
  private final TableModel table;
  private final TableContract.Shape shape;
  private final PackWords words;
  private final Faults faults;

  ShapeCheck(String file, TableModel table, TableContract.Shape shape, PackWords words, Faults faults) {
    this.file = file;
    this.table = table;
    this.shape = shape;
    this.words = words;
    this.faults = faults;
  }

  void check() {
    var inputs = table.inputs().stream().map(TableModel.Column::expression).toList();
    var outputs = table.outputs().stream().map(column -> String.valueOf(column.expression())).toList();
    var given = shape.inputs().stream().map(TableContract.Column::name).toList();
    missing(given, inputs, name -> faults.add(file, table.key(), "no input column '" + name + "'", "that column"));
    missing(shape.outputs().stream().filter(TableContract.Column::needed).map(TableContract.Column::name).toList(), outputs,
        name -> faults.add(file, table.key(), "no output column '" + name + "'", "that column"));
    missing(inputs, given, name -> faults.add(file, table.key(), "the input column '" + name + "'", "what Baton gives this table alone: " + given));
    if (!shape.declared().several() && !table.hitPolicy().equals("UNIQUE")) {
      faults.add(file, table.key(), "hit policy " + table.hitPolicy(), "UNIQUE, as one row answers");
    }
    table.outputs().stream().filter(column -> column.listed().isEmpty() && shape.output(String.valueOf(column.expression())).filter(declared -> declared.declared().lists()).isPresent())
        .forEach(column -> faults.add(file, table.key(), "no listed values of the output column '" + column.expression() + "'", "every word that may stand there, so that a misspelt one is refused"));
    table.rules().forEach(this::checkRule);
  }

  private void checkRule(TableModel.Rule rule) {
    for (var i = 0; i < Math.min(table.inputs().size(), rule.inputs().size()); i++) {
      var column = table.inputs().get(i);
      var cell = rule.inputs().get(i);
      shape.input(column.expression()).ifPresent(declared -> checkInput(rule, column, cell, declared.kind()));
    }
    for (var i = 0; i < Math.min(table.outputs().size(), rule.outputs().size()); i++) {
      var column = table.outputs().get(i);
      var cell = rule.outputs().get(i);
      shape.output(String.valueOf(column.expression())).filter(declared -> !listed(declared.declared(), column, cell))
          .flatMap(declared -> declared.kind().refuses(cell, words)).ifPresent(expected -> fault(rule, column, cell, expected));
    }
  }

  private static boolean listed(Cell declared, TableModel.Column column, String cell) {
    return declared.listed() && column.listed().contains(cell) && Cells.text(cell).filter(text -> text.length() <= declared.room()).isPresent();
  }

  /** The texts that an input cell names; numbers and truths are judged by the type of their column. */
  private void checkInput(TableModel.Rule rule, TableModel.Column column, String cell, CellKind kind) {
    if (TableCheck.type(column).equals("string") && !Cells.isEmpty(cell)) {
      TableCheck.tested(cell).forEach(text -> kind.refuses(text, words).ifPresent(expected -> fault(rule, column, text, expected)));
    }
  }

  private void fault(TableModel.Rule rule, TableModel.Column column, String cell, String expected) {
    faults.add(file, rule.id(), "column '" + column.expression() + "': " + (cell.isEmpty() ? "nothing" : cell), expected);
  }

  private static void missing(Iterable<String> asked, Collection<String> there, Consumer<String> fault) {
    asked.forEach(name -> {
      if (!there.contains(name)) {
        fault.accept(name);
      }
    });
  }
}
