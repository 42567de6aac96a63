package org.baton.casefile.access;

import java.util.function.Predicate;
import org.baton.casefile.access.AccessRow.Register;

/** What a row of the authority's table {@code access} may grant to a role, each for the cases that the same row opens. */
public enum Right {
  CASE_FILE(AccessRow::caseFile), RECORDS(AccessRow::records), PASSWORDS(AccessRow::passwords), CORRECTS(AccessRow::corrects), SPLITS(AccessRow::splits),
  DIRECTORY(AccessRow::directory),
  /** The register names children, so that it takes the right to read the family file as well. */
  READ_REGISTER(row -> row.caseFile() && row.register() != Register.NONE),
  CHANGE_REGISTER(row -> row.caseFile() && row.register() == Register.CHANGE);

  private final Predicate<AccessRow> granted;

  Right(Predicate<AccessRow> granted) {
    this.granted = granted;
  }

  boolean in(AccessRow row) {
    return granted.test(row);
  }
}
