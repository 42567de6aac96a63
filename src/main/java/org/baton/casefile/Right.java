package org.baton.casefile;

import org.baton.protocol.DecisionTable.Answer;

/** What a row of the authority's table {@code access} may grant to a role, each for the cases that the same row opens. */
public enum Right {
  CASE_FILE("caseFile"), RECORDS("records"), PASSWORDS("passwords"), CORRECTS("corrects"), SPLITS("splits"), DIRECTORY("directory"),
  READ_REGISTER("register"), CHANGE_REGISTER("register");

  private final String column;

  Right(String column) {
    this.column = column;
  }

  /** Whether the row grants it; the register names children, so that it takes the right to read the family file as well. */
  boolean in(Answer row) {
    return switch (this) {
      case READ_REGISTER -> row.yes("caseFile") && !row.text(column).equals("NONE");
      case CHANGE_REGISTER -> row.yes("caseFile") && row.text(column).equals("CHANGE");
      default -> row.yes(column);
    };
  }
}
