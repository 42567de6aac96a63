package org.baton.casefile.answer;

import org.baton.protocol.Cell;
import org.baton.protocol.Known;
import org.baton.protocol.PackTable;
import org.baton.protocol.PackTable.Asks;

/** An answer that a table names, with the words by which it is read out. */
@PackTable(value = {AnswerRow.PAPER, AnswerRow.WEIGHED}, several = true,
    about = "Answers about cases of each route that stand in the paper for a meeting, or that are weighed there",
    asks = @Asks(value = "route", cell = @Cell(value = "Route", name = Cell.Name.CODE, room = 40)))
public record AnswerRow(
    @Cell(value = "Answer", of = Known.ANSWER) String field,
    @Cell(value = "In words", room = 500) String what) {

  public static final String PAPER = "paper";
  public static final String WEIGHED = "weighed";
}
