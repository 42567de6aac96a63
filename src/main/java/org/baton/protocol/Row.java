package org.baton.protocol;

import java.util.List;

/**
 * What one matching rule of a table says.
 *
 * @param cells its output columns
 * @param rule its id
 * @param clauses the clauses that its description begins with
 */
public record Row<R extends Record>(R cells, String rule, List<String> clauses) {

  /** The clauses in one text, separated by commas; empty text for none. */
  public String clausesInText() {
    return String.join(", ", clauses);
  }
}
